import type { Clock } from '../../../widget/outbox/clock.ts';
import type { Attempt, Courier } from '../../../widget/outbox/courier.ts';
import type { Draft, Keeper } from '../../../widget/outbox/keeper.ts';
import { createKeeper } from '../../../widget/outbox/keeper.ts';
import { createMemoryStore } from '../../../widget/outbox/memory-store.ts';
import type { Entry, OutboxStore } from '../../../widget/outbox/outbox-store.ts';
import type { Outcome, Sender } from '../../../widget/outbox/sender.ts';
import { createSender } from '../../../widget/outbox/sender.ts';
import { createSenderLock } from '../../../widget/outbox/sender-lock.ts';

/** Where the bench sends to. */
export const ENDPOINT = 'https://shop.example/responses';

/** An entry with only what a test looks at. */
export function entry(id: string, revision: number, more: Partial<Entry> = {}): Entry {
  const body = JSON.stringify({ id, revision });
  return { id, revision, seq: 0, endpoint: ENDPOINT, mode: 'receipt', body, dueAt: 0, attempts: 0, ...more };
}

/** A draft with only what a test looks at. */
export function draft(id: string, revision: number, more: Partial<Draft> = {}): Draft {
  const body = JSON.stringify({ id, revision });
  return { id, revision, endpoint: ENDPOINT, mode: 'receipt', body, delayMs: 0, ...more };
}

/** A clock that stands until it is told to go on. */
export function fakeClock(): Clock & { set(now: number): void; advance(ms: number): Promise<void> } {
  let now = 1_000_000;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    set(time) {
      now = time;
    },
    async advance(ms) {
      const end = now + ms;
      await settled();
      for (;;) {
        const [due] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (due === undefined) break;
        timers = timers.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.callback();
        await settled();
      }
      now = end;
    },
  };
}

/** Lets all promises that can go on do so. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}

/** One request as the scripted courier saw it. */
export interface Post {
  readonly at: number;
  readonly endpoint: string;
  readonly records: readonly { readonly id: string; readonly revision: number }[];
  readonly body: string;
  readonly farewell: boolean;
}

/** What a collector says when it stores everything. */
export function receiptFor({ records }: Pick<Post, 'records'>): Attempt {
  return response(200, JSON.stringify({ stored: records }));
}

/** A JSON response. */
export function response(status: number, text = '', retryAfter: string | null = null): Attempt {
  return { kind: 'response', status, contentType: 'application/json', retryAfter, text };
}

/** Another tab's store and clock, for tests of what tabs share. */
export interface BenchOptions {
  readonly store?: OutboxStore;
  readonly clock?: ReturnType<typeof fakeClock>;
  readonly name?: string;
  readonly online?: boolean;
}

/** One tab: keeper and sender on a memory store that says it is durable, a fake clock and a scripted collector. */
export function outboxBench({
  store = durable(),
  clock = fakeClock(),
  name = 'a',
  online = true,
}: BenchOptions = {}) {
  const posts: Post[] = [];
  const outcomes: Outcome[] = [];
  const state = {
    hidden: false,
    random: 0.5,
    answer: (post: Post): Attempt | Promise<Attempt> => receiptFor(post),
  };
  const courier: Courier = {
    async post(endpoint, body, farewell = false) {
      const { records } = JSON.parse(body) as { records: Post['records'] }; // written by the code under test
      const post = { at: clock.now(), endpoint, records, body, farewell };
      posts.push(post);
      return state.answer(post);
    },
  };
  const keeper: Keeper = createKeeper({
    store,
    clock,
    random: () => state.random,
    hidden: () => state.hidden,
    sendIn: (ms) => (ms === 0 ? void sender.deliver() : clock.after(ms, () => void sender.deliver())),
  });
  const sender: Sender = createSender({
    keeper,
    courier,
    clock,
    lock: createSenderLock(undefined, store, clock, name),
    random: () => state.random,
    online: () => online,
    report: (outcome) => outcomes.push(outcome),
  });
  return { store, clock, keeper, sender, posts, outcomes, state };
}

/** A memory store in the part of a database. */
export function durable(): OutboxStore {
  const memory = createMemoryStore();
  return {
    ...memory,
    async change(work) {
      return { ...(await memory.change(work)), durable: true };
    },
    async replace(entry) {
      await memory.replace(entry);
      return true;
    },
  };
}
