import type { Clock } from './clock.ts';
import type { OutboxStore } from './outbox-store.ts';

/** A database that has not answered by then never will, as far as the respondent is concerned. */
export const ANSWER_WITHIN_MS = 2_000;

/**
 * The database, and memory for what it does not take: an operation that fails, or is not answered in time, goes to
 * memory, so no caller waits for ever and nothing is thrown.
 */
export function createResilientStore(
  primary: OutboxStore,
  memory: OutboxStore,
  clock: Pick<Clock, 'after'>,
): OutboxStore {
  let silent = false;

  /** What the database says; undefined when it fails or stays silent. */
  function ask<T>(operation: () => Promise<T>): Promise<T | undefined> {
    if (silent) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const callOff = clock.after(ANSWER_WITHIN_MS, () => {
        silent = true;
        resolve(undefined);
      });
      const settle = (value?: T) => {
        callOff();
        resolve(value);
      };
      operation().then(settle, () => settle());
    });
  }

  return {
    async entries() {
      const kept = (await ask(() => primary.entries())) ?? [];
      const held = await memory.entries();
      return [...kept.filter(({ id }) => !held.some((entry) => entry.id === id)), ...held];
    },
    async change(work) {
      const kept = await ask(() => primary.change(work));
      // What the database has taken changes in memory only what was there before.
      const held = await memory.change((entries) =>
        work(entries).filter(({ id }) => !kept || entries.some((entry) => entry.id === id)),
      );
      return kept ?? held;
    },
    async replace(entry) {
      if (!(await ask(() => primary.replace(entry)))) return memory.replace(entry);
      await memory.change((entries) => entries.filter(({ id }) => id !== entry.id)); // an older revision
      return true;
    },
    shared: async (work) => (await ask(() => primary.shared(work))) ?? memory.shared(work),
  };
}
