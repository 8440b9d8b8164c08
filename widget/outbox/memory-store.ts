import type { Entry, OutboxStore } from './outbox-store.ts';
import { NOTHING_SHARED } from './outbox-store.ts';

/** A store that lasts as long as the page: where the browser keeps nothing, and in tests. */
export function createMemoryStore(): OutboxStore {
  let entries: readonly Entry[] = [];
  let shared = NOTHING_SHARED;
  /* eslint-disable @typescript-eslint/require-await -- the shortest way to a promise, and all who are asked load it */
  return {
    entries: async () => entries,
    async change(work) {
      entries = work(entries);
      return { durable: false, entries };
    },
    async replace(entry) {
      const others = entries.filter(({ seq }) => seq !== entry.seq);
      entries = [...others, entry].sort((one, other) => one.seq - other.seq);
      return false;
    },
    shared: async (work) => (shared = work?.(shared) ?? shared),
  };
}
