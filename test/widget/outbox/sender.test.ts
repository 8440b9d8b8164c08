import { describe, expect, it } from 'vitest';
import { MAX_BYTES } from '../../../widget/outbox/keep-entry.ts';
import { WRITE_LATER_MS } from '../../../widget/outbox/keeper.ts';
import { createMemoryStore } from '../../../widget/outbox/memory-store.ts';
import type { OutboxStore } from '../../../widget/outbox/outbox-store.ts';
import { createResilientStore } from '../../../widget/outbox/resilient-store.ts';
import { LEASE_MS } from '../../../widget/outbox/sender-lock.ts';
import { EXPECT_MS } from '../../../widget/outbox/sender.ts';
import {
  ENDPOINT,
  draft,
  durable,
  entry,
  fakeClock,
  outboxBench,
  receiptFor,
  response,
  settled,
} from '../support/outbox-bench.ts';

const kinds = (bench: ReturnType<typeof outboxBench>) =>
  bench.outcomes.map(({ kind, entry }) => `${kind} ${entry.id}${entry.revision}`);

describe('keeper.keep(draft)', () => {
  it('sends at once, and keeps the entry until the collector has named it', async () => {
    const bench = outboxBench();
    let stored: string[] = [];
    bench.state.answer = async (post) => {
      stored = (await bench.store.entries()).map(({ id }) => id);
      return receiptFor(post);
    };
    await expect(bench.keeper.keep(draft('a', 1))).resolves.toBe(true);
    await settled();
    expect(stored).toEqual(['a']);
    expect(kinds(bench)).toEqual(['delivered a1']);
    expect(await bench.store.entries()).toEqual([]);
  });

  it('waits for a higher revision, which takes the place of the lower one', async () => {
    const bench = outboxBench();
    await bench.keeper.keep(draft('a', 1, { delayMs: 2000 }));
    await bench.clock.advance(1000);
    await bench.keeper.keep(draft('a', 2, { delayMs: 2000 }));
    await bench.clock.advance(1500);
    expect(bench.posts).toEqual([]);
    await bench.clock.advance(600);
    expect(bench.posts.map(({ records }) => records)).toEqual([[{ id: 'a', revision: 2 }]]);
  });

  it('lets a lower revision that comes late change nothing', async () => {
    const bench = outboxBench();
    bench.state.answer = () => response(503);
    await bench.keeper.keep(draft('a', 2));
    await bench.keeper.keep(draft('a', 1, { delayMs: 2000 }));
    expect((await bench.store.entries()).map(({ revision }) => revision)).toEqual([2]);
  });

  it('puts no lower revision over a higher one, also where the page was hidden when it was made', async () => {
    const bench = outboxBench();
    const keep = (revision: number) => bench.keeper.keep(draft('a', revision, { delayMs: 60_000 }));
    await keep(1);
    bench.state.hidden = true;
    const late = keep(2);
    bench.state.hidden = false;
    await keep(3);
    await bench.clock.advance(WRITE_LATER_MS);
    await expect(late).resolves.toBe(true);
    expect((await bench.store.entries()).map(({ revision }) => revision)).toEqual([3]);
  });

  it('gives no place that was free again to another record', async () => {
    const bench = outboxBench();
    await bench.keeper.keep(draft('a', 1));
    await settled();
    expect(await bench.store.entries()).toEqual([]); // delivered
    bench.state.random = 0.6;
    await bench.keeper.keep(draft('b', 1, { delayMs: 60_000 }));
    await bench.keeper.keep(draft('a', 2, { delayMs: 60_000 }));
    expect((await bench.store.entries()).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('tells the truth where the store does not outlive the page', async () => {
    const memory = durable();
    const change: OutboxStore['change'] = async (work) => ({
      ...(await memory.change(work)),
      durable: false,
    });
    const bench = outboxBench({ store: { ...memory, change } });
    await expect(bench.keeper.keep(draft('a', 1))).resolves.toBe(false);
  });

  it('tells the truth where the database has no room, and memory would have', async () => {
    const store = createResilientStore(durable(), createMemoryStore(), fakeClock());
    await store.change(() => [entry('full', 1, { body: 'x'.repeat(MAX_BYTES), seq: 1 })]);
    await expect(outboxBench({ store }).keeper.keep(draft('a', 1, { delayMs: 2000 }))).resolves.toBe(false);
  });

  it('starts nothing in the database while the page is being hidden', async () => {
    const bench = outboxBench();
    bench.state.hidden = true;
    const kept = bench.keeper.keep(draft('a', 1, { delayMs: 2000 }));
    await settled();
    expect(await bench.store.entries()).toEqual([]);
    await bench.clock.advance(1000);
    await expect(kept).resolves.toBe(true);
    expect(await bench.store.entries()).toHaveLength(1);
  });

  it('keeps nothing that was made before all was forgotten', async () => {
    const bench = outboxBench();
    bench.state.hidden = true;
    const kept = bench.keeper.keep(draft('a', 1, { delayMs: 2000 }));
    await bench.keeper.forget();
    await bench.clock.advance(5000);
    await expect(kept).resolves.toBe(false);
    expect(await bench.store.entries()).toEqual([]);
  });

  it('forgets everything when told to', async () => {
    const bench = outboxBench();
    await bench.keeper.keep(draft('a', 1, { delayMs: 2000 }));
    await bench.keeper.forget();
    await bench.clock.advance(5000);
    expect(bench.posts).toEqual([]);
  });
});

describe('sender.deliver()', () => {
  it('keeps an entry that the collector answered with 503, and sends the same bytes again', async () => {
    const bench = outboxBench();
    bench.state.answer = () => response(503);
    await bench.keeper.keep(draft('a', 1));
    await settled();
    expect(kinds(bench)).toEqual(['deferred a1']);
    expect(await bench.store.entries()).toHaveLength(1);
    bench.state.answer = receiptFor;
    await bench.clock.advance(1000);
    expect(bench.posts).toHaveLength(2);
    expect(bench.posts[1].body).toBe(bench.posts[0].body);
    expect(await bench.store.entries()).toEqual([]);
  });

  it('says at once, and once, that a new revision waits for the end of back-off', async () => {
    const bench = outboxBench();
    bench.state.answer = () => response(503, '', '60');
    await bench.keeper.keep(draft('a', 1));
    await settled();
    await bench.keeper.keep(draft('a', 2));
    await bench.keeper.keep(draft('b', 1));
    await settled();
    await bench.sender.deliver();
    expect(bench.posts).toHaveLength(1);
    expect(kinds(bench)).toEqual(['deferred a1', 'deferred a2', 'deferred b1']);
  });

  it('sends nothing when it was frozen just before, and another tab has its turn', async () => {
    const store = durable();
    const bench = outboxBench({ store });
    await bench.keeper.keep(draft('a', 1, { delayMs: 2000 }));
    const { entries } = store;
    Object.assign(store, {
      async entries() {
        bench.clock.set(bench.clock.now() + LEASE_MS);
        await store.shared((shared) => ({ ...shared, holder: 'b', heldUntil: bench.clock.now() + LEASE_MS }));
        return entries();
      },
    });
    await bench.clock.advance(2000);
    expect(bench.posts).toEqual([]);
  });

  it('doubles the wait from failure to failure, and begins anew after a success', async () => {
    const bench = outboxBench();
    bench.state.random = 0.999;
    bench.state.answer = () => ({ kind: 'failed' });
    await bench.keeper.keep(draft('a', 1));
    await bench.clock.advance(1_000_000);
    const waits = bench.posts.slice(1).map(({ at }, i) => Math.round((at - bench.posts[i].at) / 1000));
    expect(waits.slice(0, 8)).toEqual([2, 4, 8, 16, 32, 64, 128, 256]);
    bench.state.answer = receiptFor;
    await bench.clock.advance(300_000);
    expect(await bench.store.entries()).toEqual([]);
    expect((await bench.store.shared()).gates[ENDPOINT]).toMatchObject({ failures: 0 });
  });

  it('has one request on its way at a time', async () => {
    const bench = outboxBench();
    let now = 0;
    let most = 0;
    bench.state.answer = async (post) => {
      most = Math.max(most, ++now);
      await settled();
      now--;
      return receiptFor(post);
    };
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => bench.keeper.keep(draft(id, 1))));
    for (let i = 0; i < 20; i++) await settled();
    expect(most).toBe(1);
    expect(bench.posts.flatMap(({ records }) => records)).toHaveLength(4);
  });

  it('leaves an endpoint alone for as long as it asks, in all tabs and after a reload', async () => {
    const bench = outboxBench();
    bench.state.answer = () => response(429, '', '60');
    await bench.keeper.keep(draft('a', 1));
    await settled();
    const reloaded = outboxBench({ store: bench.store, clock: bench.clock, name: 'b' });
    await reloaded.keeper.keep(draft('b', 1));
    await bench.clock.advance(59_000);
    expect([...bench.posts, ...reloaded.posts]).toHaveLength(1);
    bench.state.answer = receiptFor;
    await bench.clock.advance(2000);
    const sent = [...bench.posts, ...reloaded.posts]
      .slice(1)
      .flatMap(({ records }) => records.map(({ id }) => id));
    expect(sent.sort()).toEqual(['a', 'b']);
  });

  it('gives back-off one try for each page load, and one when the network comes back', async () => {
    const bench = outboxBench();
    bench.state.random = 0.999;
    bench.state.answer = () => ({ kind: 'failed' });
    await bench.keeper.keep(draft('a', 1));
    await settled();
    await bench.sender.deliver();
    expect(bench.posts).toHaveLength(1);
    await bench.sender.deliver(true);
    expect(bench.posts).toHaveLength(2);
    const reloaded = outboxBench({ store: bench.store, clock: bench.clock, name: 'b' });
    await reloaded.sender.deliver();
    await reloaded.sender.deliver();
    expect(reloaded.posts).toHaveLength(1);
  });

  it('does not wait for ever when the clock is set back', async () => {
    const bench = outboxBench();
    bench.state.answer = () => ({ kind: 'failed' });
    await bench.keeper.keep(draft('a', 1));
    await settled();
    bench.clock.set(1);
    bench.state.answer = receiptFor;
    await bench.sender.deliver();
    expect(await bench.store.entries()).toEqual([]);
  });

  it('halves a batch that is too large, and parks the one that is too large alone', async () => {
    const bench = outboxBench();
    bench.state.answer = () => ({ kind: 'failed' });
    for (const id of ['a', 'b', 'c', 'd', 'e']) await bench.keeper.keep(draft(id, 1, { delayMs: 10_000 }));
    bench.state.answer = (post) =>
      post.records.some(({ id }) => id === 'd') ? response(413) : receiptFor(post);
    await bench.clock.advance(10_000);
    expect(kinds(bench).sort()).toEqual([
      'delivered a1',
      'delivered b1',
      'delivered c1',
      'delivered e1',
      'rejected d1',
    ]);
    const left = await bench.store.entries();
    expect(left).toMatchObject([{ id: 'd', parked: { status: 413, code: 'http-413' } }]);
    const posts = bench.posts.length;
    await bench.clock.advance(600_000);
    expect(bench.posts).toHaveLength(posts);
  });

  it('sends a poisonous record twice at most: with the others, then alone', async () => {
    const bench = outboxBench();
    for (let i = 0; i < 20; i++) await bench.keeper.keep(draft(`r${i}`, 1, { delayMs: 10_000 }));
    const hasPoison = (ids: readonly { id: string }[]) => ids.some(({ id }) => id === 'r7');
    bench.state.answer = (post) => (hasPoison(post.records) ? response(400) : receiptFor(post));
    await bench.clock.advance(10_000);
    expect(bench.posts.filter(({ records }) => hasPoison(records))).toHaveLength(2);
    expect((await bench.store.entries()).map(({ id }) => id)).toEqual(['r7']);
  });

  it('gives a higher revision of a parked record a new try', async () => {
    const bench = outboxBench();
    bench.state.answer = () => response(422);
    await bench.keeper.keep(draft('a', 1));
    await settled();
    bench.state.answer = receiptFor;
    await bench.keeper.keep(draft('a', 2));
    await settled();
    expect(kinds(bench)).toEqual(['rejected a1', 'delivered a2']);
    expect(await bench.store.entries()).toEqual([]);
  });

  it('stops taking a batch apart when the endpoint fails', async () => {
    const bench = outboxBench();
    for (const id of ['a', 'b', 'c']) await bench.keeper.keep(draft(id, 1, { delayMs: 10_000 }));
    bench.state.answer = ({ records }) => (records.length > 1 ? response(400) : response(500));
    await bench.clock.advance(10_000);
    expect(bench.posts).toHaveLength(2);
    expect(await bench.store.entries()).toHaveLength(3);
  });

  it('tries again what a receipt does not name, and drops what was erased', async () => {
    const bench = outboxBench();
    for (const id of ['a', 'b', 'c']) await bench.keeper.keep(draft(id, 1, { delayMs: 10_000 }));
    const refused = [{ id: 'b', revision: 1, code: 'erased', reason: '' }];
    bench.state.answer = () => response(200, JSON.stringify({ stored: [{ id: 'a', revision: 1 }], refused }));
    await bench.clock.advance(10_000);
    expect(kinds(bench)).toEqual(['delivered a1', 'rejected b1']);
    expect(await bench.store.entries()).toMatchObject([{ id: 'c', attempts: 1 }]);
    bench.state.answer = receiptFor;
    await bench.clock.advance(2000);
    expect(await bench.store.entries()).toEqual([]);
  });

  it('backs off when a receipt names nothing that was sent', async () => {
    const bench = outboxBench();
    bench.state.answer = () => response(200, '{"stored":[]}');
    await bench.keeper.keep(draft('a', 1));
    await settled();
    expect(bench.posts).toHaveLength(1);
    expect((await bench.store.shared()).gates[ENDPOINT].failures).toBe(1);
  });

  it('keeps a higher revision when the receipt names the one before', async () => {
    const bench = outboxBench();
    bench.state.answer = async (post) => {
      if (bench.posts.length === 1) await bench.keeper.keep(draft('a', 2, { delayMs: 2000 }));
      return receiptFor(post);
    };
    await bench.keeper.keep(draft('a', 1));
    await settled();
    expect((await bench.store.entries()).map(({ revision }) => revision)).toEqual([2]);
    await bench.clock.advance(2000);
    expect(kinds(bench)).toEqual(['delivered a1', 'delivered a2']);
  });

  it('gives each answer to the endpoint that it was given for', async () => {
    const bench = outboxBench();
    await bench.keeper.keep(draft('a', 1, { delayMs: 1000 }));
    await bench.keeper.keep(draft('b', 1, { delayMs: 1000, endpoint: 'https://other.example/' }));
    await bench.clock.advance(1000);
    expect(bench.posts.map(({ endpoint, records }) => [endpoint, records[0].id])).toEqual([
      [ENDPOINT, 'a'],
      ['https://other.example/', 'b'],
    ]);
  });

  it('sends a record alone in status mode, and parks it as unconfirmed after five network errors', async () => {
    const bench = outboxBench();
    bench.state.answer = () => ({ kind: 'failed' });
    await bench.keeper.keep(draft('a', 1, { mode: 'status' }));
    await bench.clock.advance(600_000);
    expect(bench.posts).toHaveLength(5);
    expect(bench.outcomes.at(-1)).toMatchObject({ kind: 'rejected', parking: { code: 'unconfirmed' } });
    bench.state.answer = () => response(204);
    await bench.keeper.keep(draft('b', 1, { mode: 'status', delayMs: 1000 }));
    await bench.keeper.keep(draft('c', 1, { mode: 'status', delayMs: 1000 }));
    await bench.clock.advance(300_000);
    expect(bench.posts.slice(5).map(({ records }) => records.length)).toEqual([1, 1]);
  });

  it('counts no network error while the browser is offline', async () => {
    const bench = outboxBench({ online: false });
    bench.state.answer = () => ({ kind: 'failed' });
    await bench.keeper.keep(draft('a', 1, { mode: 'status' }));
    await bench.clock.advance(3_000_000);
    expect((await bench.store.entries())[0].parked).toBeUndefined();
  });

  it('sends what there is no room for straight on, and again while the page lives, and says that it is not kept', async () => {
    const bench = outboxBench();
    const body = 'x'.repeat(MAX_BYTES);
    await bench.store.change(() => [entry('full', 1, { body, dueAt: 1e12, seq: 1 })]);
    bench.state.answer = () => response(503);
    await expect(bench.keeper.keep(draft('a', 1))).resolves.toBe(false);
    await expect(bench.keeper.keep(draft('b', 1, { delayMs: 2000 }))).resolves.toBe(false);
    await settled();
    expect(kinds(bench)).toEqual(['deferred a1']);
    bench.state.answer = receiptFor;
    await bench.clock.advance(3000);
    expect(kinds(bench).slice(1)).toEqual(['delivered a1', 'delivered b1']);
    expect((await bench.store.entries()).map(({ id }) => id)).toEqual(['full']);
    const posts = bench.posts.length;
    await bench.clock.advance(600_000);
    expect(bench.posts).toHaveLength(posts);
  });

  it('counts the tries of what there is no room for, too', async () => {
    const bench = outboxBench();
    await bench.store.change(() => [entry('full', 1, { body: 'x'.repeat(MAX_BYTES), dueAt: 1e12, seq: 1 })]);
    bench.state.answer = () => ({ kind: 'failed' });
    await bench.keeper.keep(draft('a', 1, { mode: 'status' }));
    await bench.clock.advance(600_000);
    expect(bench.posts).toHaveLength(5);
    expect(bench.outcomes.at(-1)).toMatchObject({ kind: 'rejected', parking: { code: 'unconfirmed' } });
  });

  it('sends no more than twenty requests a minute to an endpoint that fails every second time', async () => {
    const bench = outboxBench();
    bench.state.random = 0;
    bench.state.answer = (post) => (bench.posts.length % 2 === 1 ? response(500) : receiptFor(post));
    for (let i = 0; i < 200; i++) {
      await bench.keeper.keep(draft(`r${i}`, 1));
      await bench.clock.advance(300);
    }
    const inMinute = (start: number) => bench.posts.filter(({ at }) => at >= start && at < start + 60_000);
    expect(Math.max(...bench.posts.map(({ at }) => inMinute(at).length))).toBe(20);
    bench.state.answer = receiptFor;
    await bench.clock.advance(60_000);
    expect(await bench.store.entries()).toEqual([]);
    expect(new Set(kinds(bench).filter((kind) => kind.startsWith('delivered'))).size).toBe(200);
  });

  it('does not hammer an endpoint that asks for no pause at all', async () => {
    const bench = outboxBench();
    bench.state.answer = () => response(429, '', '0');
    await bench.keeper.keep(draft('a', 1));
    await bench.clock.advance(900);
    expect(bench.posts).toHaveLength(1);
  });

  it('tells a tab what another one has delivered for it, or what was refused', async () => {
    const clock = fakeClock();
    const mine = outboxBench({ clock });
    const other = outboxBench({ clock, store: mine.store, name: 'b' });
    await mine.keeper.keep(draft('a', 1, { delayMs: 1000 }));
    await mine.keeper.keep(draft('b', 1, { delayMs: 1000 }));
    await mine.keeper.keep(draft('c', 2, { delayMs: 5000 }));
    const refused = [{ id: 'b', revision: 1, code: 'scale', reason: 'off' }];
    other.state.answer = () => response(200, JSON.stringify({ stored: [{ id: 'a', revision: 1 }], refused }));
    clock.set(clock.now() + 1000);
    await other.sender.deliver();
    expect(kinds(other)).toEqual(['delivered a1', 'rejected b1']);
    await mine.sender.deliver();
    expect(kinds(mine)).toEqual(['delivered a1', 'rejected b1']);
    expect(mine.posts).toEqual([]);
    expect([...mine.keeper.own.keys()]).toEqual(['c']);
  });

  it('does not send again what another tab has delivered before its own write was acknowledged', async () => {
    const clock = fakeClock();
    const store = durable();
    let acknowledge: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (acknowledge = resolve));
    const slow = {
      ...store,
      // Written at once, and acknowledged much later.
      change: async (work: Parameters<OutboxStore['change']>[0]) => {
        const written = await store.change(work);
        await late;
        return written;
      },
    };
    const mine = outboxBench({ clock, store: slow });
    const other = outboxBench({ clock, store, name: 'b' });
    other.state.answer = async (post) => {
      if (post.records[0].id === 'b') void mine.keeper.keep(draft('a', 1));
      await settled();
      return receiptFor(post);
    };
    await other.keeper.keep(draft('b', 1));
    for (let i = 0; i < 10; i++) await settled();
    expect(other.posts.map(({ records }) => records)).toEqual([
      [{ id: 'b', revision: 1 }],
      [{ id: 'a', revision: 1 }],
    ]);
    await clock.advance(2000);
    acknowledge();
    await clock.advance(2000);
    expect(mine.posts).toEqual([]);
    expect(kinds(mine)).toEqual(['delivered a1']);
    expect(await store.entries()).toEqual([]);
  });

  it('sends what comes while it gives back its turn', async () => {
    const store = durable();
    const bench = outboxBench({ store });
    const shared = store.shared.bind(store);
    let late: Promise<boolean> | undefined;
    store.shared = async (work) => {
      const after = await shared(work);
      if (after.holder === 'a' && after.heldUntil === bench.clock.now())
        late ??= bench.keeper.keep(draft('b', 1));
      return after;
    };
    await bench.keeper.keep(draft('a', 1));
    for (let i = 0; i < 20; i++) await settled();
    expect(await late).toBe(true);
    expect(kinds(bench)).toEqual(['delivered a1', 'delivered b1']);
  });

  it('goes on with the next call when its lock is lost', async () => {
    const bench = outboxBench();
    await bench.keeper.keep(draft('a', 1, { delayMs: 60_000 }));
    const { entries } = bench.store;
    Object.assign(bench.store, { entries: () => Promise.reject(new DOMException('gone', 'AbortError')) });
    const calls = [bench.sender.deliver(), bench.sender.deliver()];
    await expect(Promise.all(calls)).resolves.toEqual([undefined, undefined]);
    Object.assign(bench.store, { entries });
    await bench.clock.advance(60_000);
    expect(kinds(bench)).toEqual(['delivered a1']);
  });
});

describe('sender.farewell()', () => {
  it('sends this tab’s unanswered revisions in one request, past lock and back-off', async () => {
    const bench = outboxBench();
    bench.state.answer = () => response(503);
    await bench.keeper.keep(draft('a', 1));
    await bench.keeper.keep(draft('b', 1, { delayMs: 10_000 }));
    await settled();
    bench.state.answer = receiptFor;
    await bench.sender.farewell();
    expect(bench.posts.at(-1)).toMatchObject({ farewell: true, records: [{ id: 'b' }, { id: 'a' }] });
    expect(await bench.store.entries()).toHaveLength(2);
    await bench.clock.advance(1000);
    expect(await bench.store.entries()).toEqual([]);
    expect(kinds(bench).filter((kind) => kind.startsWith('delivered'))).toEqual([
      'delivered b1',
      'delivered a1',
    ]);
  });

  it('leaves an endpoint alone that has asked for a pause', async () => {
    const bench = outboxBench();
    bench.state.answer = () => response(429, '', '600');
    await bench.keeper.keep(draft('a', 1));
    await settled();
    await bench.sender.farewell();
    expect(bench.posts).toHaveLength(1);
    const other = 'https://other.example/';
    await bench.keeper.keep(draft('b', 1, { delayMs: 10_000, endpoint: other }));
    await bench.sender.farewell();
    expect(bench.posts.map(({ endpoint }) => endpoint)).toEqual([ENDPOINT, other]);
    await bench.clock.advance(600_000);
    bench.state.answer = () => response(429, '', '600');
    await bench.sender.farewell();
    expect(bench.posts.length).toBeGreaterThan(2);
  });

  it('is followed by a second in which nothing is started, and then by what is due', async () => {
    const bench = outboxBench();
    await bench.keeper.keep(draft('a', 1, { delayMs: 500 }));
    bench.state.answer = () => response(503);
    await bench.sender.farewell();
    await bench.sender.deliver(true);
    await bench.clock.advance(900);
    expect(bench.posts.map(({ farewell }) => farewell)).toEqual([true]);
    bench.state.answer = receiptFor;
    await bench.clock.advance(100);
    expect(bench.posts.map(({ farewell }) => farewell)).toEqual([true, false]);
  });

  it('lets the request on its way be the last one', async () => {
    const bench = outboxBench();
    for (const id of ['a', 'b'])
      await bench.keeper.keep(draft(id, 1, { delayMs: 500, endpoint: `https://${id}.example/` }));
    bench.state.answer = async (post) => {
      if (bench.posts.length === 1) await bench.sender.farewell();
      return receiptFor(post);
    };
    await bench.clock.advance(500);
    expect(bench.posts.map(({ endpoint, farewell }) => [endpoint, farewell])).toEqual([
      ['https://a.example/', false],
      ['https://b.example/', true],
    ]);
    await bench.clock.advance(1000);
    expect(await bench.store.entries()).toEqual([]);
    expect(bench.posts).toHaveLength(2);
  });

  it('says nothing when there is nothing to say', async () => {
    const bench = outboxBench();
    await bench.keeper.keep(draft('a', 1));
    await settled();
    await bench.sender.farewell();
    expect(bench.posts).toHaveLength(1);
  });

  it('draws no conclusion from a refusal', async () => {
    const bench = outboxBench();
    await bench.keeper.keep(draft('a', 1, { delayMs: 10_000 }));
    bench.state.answer = () => response(400);
    await bench.sender.farewell();
    expect(bench.outcomes).toEqual([]);
    expect((await bench.store.entries())[0].parked).toBeUndefined();
  });
});

describe('sender.expect()', () => {
  const holder = async (bench: ReturnType<typeof outboxBench>) =>
    (await bench.store.shared()).heldUntil > bench.clock.now();

  it('takes its turn, so that the answer is sent before anything else can happen', async () => {
    const bench = outboxBench();
    bench.sender.expect();
    await settled();
    expect(await holder(bench)).toBe(true);
    expect(bench.posts).toEqual([]);
    void bench.keeper.keep(draft('a', 1));
    for (let hop = 0; hop < 10; hop++) await Promise.resolve();
    expect(bench.posts).toHaveLength(1);
    await settled();
    expect(await holder(bench)).toBe(false);
  });

  it('gives its turn back after a second without an answer', async () => {
    const bench = outboxBench();
    bench.sender.expect();
    bench.sender.expect();
    await bench.clock.advance(EXPECT_MS - 1);
    expect(await holder(bench)).toBe(true);
    await bench.clock.advance(1);
    expect(await holder(bench)).toBe(false);
    expect(bench.posts).toEqual([]);
  });

  it('gives its turn back when the page is being hidden, and takes none then', async () => {
    const bench = outboxBench();
    bench.sender.expect();
    await settled();
    await bench.sender.farewell();
    await settled();
    expect(await holder(bench)).toBe(false);
    bench.sender.expect();
    await settled();
    expect(await holder(bench)).toBe(false);
  });
});
