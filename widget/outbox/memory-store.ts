import type { Entry, Gate, OutboxStore } from './outbox-store.ts';
import { hasRoom } from './outbox-store.ts';

/** A store that lasts as long as the page: where the browser keeps nothing, and in tests. */
export function createMemoryStore(): OutboxStore {
  let kept: Entry[] = [];
  let seq = 0;
  const gates = new Map<string, Gate>();
  let holder = '';
  let heldUntil = 0;

  return {
    put(entry) {
      const index = kept.findIndex(({ id }) => id === entry.id);
      if (index < 0) {
        if (!hasRoom(kept, entry)) return Promise.resolve(false);
        kept.push({ ...entry, seq: ++seq });
      } else if (entry.revision > kept[index].revision) {
        kept[index] = { ...entry, seq: kept[index].seq ?? seq };
      }
      return Promise.resolve(false);
    },
    entries: () => Promise.resolve([...kept]),
    remove(refs) {
      kept = kept.filter(
        ({ id, revision }) => !refs.some((ref) => ref.id === id && ref.revision >= revision),
      );
      return Promise.resolve();
    },
    revise(entries) {
      kept = kept.map((old) => ({
        ...(entries.find(({ id, revision }) => id === old.id && revision === old.revision) ?? old),
        seq: old.seq ?? 0,
      }));
      return Promise.resolve();
    },
    gate: (endpoint) => Promise.resolve(gates.get(endpoint)),
    setGate(gate) {
      gates.set(gate.endpoint, gate);
      return Promise.resolve();
    },
    lease(wanting, now, until) {
      const free = holder === wanting || heldUntil <= now || heldUntil > now + (until - now) * 2;
      if (free) [holder, heldUntil] = [wanting, until];
      return Promise.resolve(free);
    },
    clear() {
      kept = [];
      gates.clear();
      return Promise.resolve();
    },
  };
}
