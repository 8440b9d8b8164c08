import type { OutboxStore } from './outbox-store.ts';

/** A database that has not answered by then never will, as far as the respondent is concerned. */
export const ANSWER_WITHIN_MS = 2_000;

/**
 * The database, and memory for what it does not take: an operation that fails, or is not answered in time, goes to
 * memory, so no caller waits for ever and nothing is thrown.
 *
 * @param after calls back after so many ms; returns the way to call it off
 */
export function createResilientStore(
  primary: OutboxStore,
  memory: OutboxStore,
  after: (ms: number, callback: () => void) => () => void,
): OutboxStore {
  let silent = false;

  /** What the database says, or the fallback when it fails or stays silent. */
  function ask<T>(operation: (store: OutboxStore) => Promise<T>, fallback: () => Promise<T>): Promise<T> {
    if (silent) return fallback();
    return new Promise((resolve) => {
      const callOff = after(ANSWER_WITHIN_MS, () => {
        silent = true;
        resolve(fallback());
      });
      operation(primary).then(
        (value) => {
          callOff();
          resolve(value);
        },
        () => {
          callOff();
          resolve(fallback());
        },
      );
    });
  }
  const both = async (operation: (store: OutboxStore) => Promise<void>) => {
    await operation(memory);
    await ask(operation, () => Promise.resolve());
  };

  return {
    async put(entry) {
      const kept = await ask(
        (store) => store.put(entry),
        () => Promise.resolve(false),
      );
      // What memory held of this record is older now; or it is all that there is.
      if (kept) await memory.remove([entry]);
      else await memory.put(entry);
      return kept;
    },
    async entries() {
      const kept = await ask(
        (store) => store.entries(),
        () => Promise.resolve([]),
      );
      const volatile = await memory.entries();
      return [...kept.filter(({ id }) => !volatile.some((entry) => entry.id === id)), ...volatile];
    },
    remove: (refs) => both((store) => store.remove(refs)),
    revise: (entries) => both((store) => store.revise(entries)),
    gate: (endpoint) =>
      ask(
        (store) => store.gate(endpoint),
        () => memory.gate(endpoint),
      ),
    setGate: (gate) => both((store) => store.setGate(gate)),
    lease: (...args) =>
      ask(
        (store) => store.lease(...args),
        () => Promise.resolve(true),
      ),
    clear: () => both((store) => store.clear()),
  };
}
