import type { OutboxStore } from '../../../widget/outbox/outbox-store.ts';
import { NOTHING_SHARED } from '../../../widget/outbox/outbox-store.ts';
import { keepEntry } from '../../../widget/outbox/keep-entry.ts';
import { entry } from './outbox-bench.ts';

/** One promise that every outbox store keeps; it throws when the store does not. */
export interface Clause {
  readonly title: string;
  check(store: OutboxStore): Promise<void>;
}

/** What every outbox store promises, whatever runs the tests. */
export const STORE_CONTRACT: readonly Clause[] = [
  {
    title: 'store.entries() is empty at first',
    async check(store) {
      equal(await store.entries(), []);
      equal(await store.shared(), NOTHING_SHARED);
    },
  },
  {
    title: 'store.change(work) keeps entries in the order of keeping',
    async check(store) {
      for (const id of ['c', 'a', 'b']) await store.change((entries) => keepEntry(entries, entry(id, 1)));
      await store.change((entries) => keepEntry(entries, entry('c', 2)));
      equal(
        (await store.entries()).map(({ id, revision }) => `${id}${revision}`),
        ['c2', 'a1', 'b1'],
      );
    },
  },
  {
    title: 'store.change(work) removes what is not passed on, and rewrites what was changed',
    async check(store) {
      for (const id of ['a', 'b', 'c']) await store.change((entries) => keepEntry(entries, entry(id, 1)));
      await store.change((entries) =>
        entries.flatMap((old) => (old.id === 'a' ? [] : old.id === 'b' ? { ...old, attempts: 3 } : old)),
      );
      equal(
        (await store.entries()).map(({ id, attempts }) => [id, attempts]),
        [
          ['b', 3],
          ['c', 0],
        ],
      );
    },
  },
  {
    title: 'store.change(work) sees the change before, also when both are asked at once',
    async check(store) {
      const ids = Array.from({ length: 20 }, (_, i) => `r${i}`);
      await Promise.all(ids.map((id) => store.change((entries) => keepEntry(entries, entry(id, 1)))));
      equal(new Set((await store.entries()).map(({ seq }) => seq)).size, 20);
    },
  },
  {
    title: 'store.replace(entry) puts a revision in its place, also where that has become empty',
    async check(store) {
      const kept = async () => (await store.entries()).map(({ id, revision }) => `${id}${revision}`);
      for (const id of ['a', 'b']) await store.change((entries) => keepEntry(entries, entry(id, 1)));
      const [{ seq }] = await store.entries();
      await store.replace(entry('a', 2, { seq }));
      equal(await kept(), ['a2', 'b1']);
      await store.change(() => []); // all are delivered
      await store.replace(entry('a', 3, { seq }));
      equal(await kept(), ['a3']);
    },
  },
  {
    title: 'store.shared(work) reads, changes and gives back what all tabs share',
    async check(store) {
      const gate = { failures: 2, notBefore: 5, firm: true, failedAt: 4, asked: [4] };
      const after = await store.shared((shared) => ({ ...shared, gates: { '/x': gate }, holder: 'a' }));
      equal(after, { gates: { '/x': gate }, delivered: [], holder: 'a', heldUntil: 0 });
      equal(await store.shared(), after);
    },
  },
];

function equal(actual: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`expected ${right}, got ${left}`);
}
