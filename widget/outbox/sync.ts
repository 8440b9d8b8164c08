import { clock } from './clock.ts';
import { createCourier } from './courier.ts';
import { createIndexedDbStore } from './indexed-db-store.ts';
import { createSender } from './sender.ts';
import { createSenderLock } from './sender-lock.ts';
import { SYNC_TAG } from './sync-tag.ts';

/** The event of Background Sync, which the compiler's library does not know. */
interface SyncEvent extends Event {
  readonly tag: string;
  waitUntil(work: Promise<unknown>): void;
}

const store = createIndexedDbStore();
const name = crypto.getRandomValues(new Uint32Array(2)).join('-');
const sender = createSender({
  keeper: { store, own: new Map(), unstored: new Map() },
  courier: createCourier(fetch.bind(globalThis)),
  clock,
  lock: createSenderLock(navigator.locks, store, clock, name),
  random: () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32,
  online: () => navigator.onLine,
  report: () => undefined, // no page is there to be told
});

/**
 * For a site's own service worker: `importScripts('/widget/fourfold-sync.js')`. Where the browser has Background Sync
 * it sends what was kept when the network is back, also when no page of the site is open any more. It is the same
 * sender as a page's, and one of them works at a time.
 */
async function drain(): Promise<void> {
  await sender.deliver(true);
  const waiting = (await store.entries()).filter(({ parked }) => !parked);
  if (waiting.length > 0) throw new Error(`fourfold: ${waiting.length} answers wait for the next sync`);
}

addEventListener('sync', (event) => {
  const { tag } = event as SyncEvent; // as a service worker gets it
  if (tag === SYNC_TAG) (event as SyncEvent).waitUntil(drain());
});
