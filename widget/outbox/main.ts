import { clock } from './clock.ts';
import { createIndexedDbStore } from './indexed-db-store.ts';
import type { Keeper } from './keeper.ts';
import { createKeeper } from './keeper.ts';
import { createMemoryStore } from './memory-store.ts';
import { createResilientStore } from './resilient-store.ts';
import type { PageSender } from './start-sender.ts';

/** When nothing waits, the half that sends is loaded after so long, or earlier when it is needed. */
const LOAD_AFTER_MS = 2_000;
/** Where it could not be had, it is asked for again after so long. */
const LOAD_AGAIN_MS = 30_000;

/** A prompt on the page hears what becomes of its record. */
export interface Follower {
  /** Dispatches the events. */
  readonly host: EventTarget;
  /** By outcome, the highest revision that had it. */
  readonly news: { delivered: number; rejected: number; failed: number; unconfirmed: number };
  readonly changed: () => void;
}

/** `fetch`, as it was before the page could do more to it. */
export const send = fetch.bind(globalThis);

const followers = new Map<string, Follower>();
let loading: Promise<PageSender | undefined> | undefined;
let callOff: (() => void) | undefined;

/** What this page keeps. */
export const keeper: Keeper = createKeeper({
  store: createResilientStore(createIndexedDbStore(), createMemoryStore(), clock),
  clock,
  random: () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32,
  hidden: () => document.hidden,
  sendIn: (ms) => (ms === 0 ? void deliver() : clock.after(ms, () => void deliver())),
});

/** Loads the half that sends; undefined while the network is away. */
export function loadSender(): Promise<PageSender | undefined> {
  return (loading ??= import('./start-sender.ts')
    .then(({ startSender }) => startSender(keeper, followers))
    .catch(() => {
      loading = undefined; // TypeError: it cannot be had now; what is kept waits for the next try
      callOff?.();
      callOff = clock.after(LOAD_AGAIN_MS, () => void deliver());
      for (const { news, changed } of followers.values()) {
        news.failed = Infinity;
        changed();
      }
      return undefined;
    }));
}

/** Sends what is due; `eager` overlooks back-off once. */
export async function deliver(eager?: boolean): Promise<void> {
  await (await loadSender())?.deliver(eager);
}

/** An answer is about to come: somebody presses on a prompt. */
export async function expectAnswer(): Promise<void> {
  (await loadSender())?.expect();
}

/** Tells a prompt what becomes of its record. */
export function follow(id: string, follower: Follower): void {
  followers.set(id, follower);
}

addEventListener('online', () => void deliver(true));
// This also opens the database before the first answer needs it. Old answers go first.
keeper.store.entries().then(
  ({ length }) => {
    if (length > 0) void deliver();
    else clock.after(LOAD_AFTER_MS, () => void loadSender());
  },
  () => undefined, // the page's own methods of arrays have thrown: no prompt comes, and the console is told why
);
