import type { Entry, OutboxStore } from './outbox-store.ts';
import { NOTHING_SHARED } from './outbox-store.ts';

/** A store that lasts as long as the page: where the browser keeps nothing, and in tests. */
export function createMemoryStore(): OutboxStore {
  let entries: readonly Entry[] = [];
  let shared = NOTHING_SHARED;
  return {
    entries: () => Promise.resolve(entries),
    change(work) {
      entries = work(entries);
      return Promise.resolve({ durable: false, entries });
    },
    replace(entry) {
      const others = entries.filter(({ seq }) => seq !== entry.seq);
      entries = [...others, entry].sort((one, other) => one.seq - other.seq);
      return Promise.resolve(false);
    },
    shared(work) {
      if (work) shared = work(shared);
      return Promise.resolve(shared);
    },
  };
}
