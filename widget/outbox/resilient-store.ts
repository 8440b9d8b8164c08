import type { Clock } from './clock.ts';
import type { Changed, Entry, OutboxStore } from './outbox-store.ts';

/** A database that has not answered by then is silent, as far as the respondent is concerned. */
export const ANSWER_WITHIN_MS = 2_000;

type Work = (entries: readonly Entry[]) => readonly Entry[];

/**
 * The database, and memory for what it does not take: an operation that fails, or is not answered in time, goes to
 * memory, so no caller waits for ever and nothing is thrown. A database that answers late catches up: what it was asked
 * for last it has done after all, and whoever looks there must not find what has been delivered since.
 */
export function createResilientStore(
  primary: OutboxStore,
  memory: OutboxStore,
  clock: Pick<Clock, 'after'>,
): OutboxStore {
  /** What memory alone has taken since the database fell silent; undefined while it speaks. */
  let missed: Work[] | undefined;

  /** What the database says; undefined when it fails or stays silent. */
  async function ask<T>(operation: () => Promise<T>, work?: Work): Promise<T | undefined> {
    if (missed) {
      if (work) missed.push(work);
      return undefined;
    }
    return new Promise((resolve) => {
      const callOff = clock.after(ANSWER_WITHIN_MS, () => {
        missed ??= [];
        resolve(undefined);
      });
      const settle = (value?: T) => {
        callOff();
        resolve(value);
        // Late it speaks after all.
        const works = missed;
        if (!works || !value) return;
        missed = undefined;
        for (const one of works) void change(one);
      };
      operation().then(settle, () => settle());
    });
  }

  async function change(work: Work): Promise<Changed> {
    const kept = await ask(() => primary.change(work), work);
    // What the database has taken changes in memory only what was there before.
    const held = await memory.change((entries) =>
      work(entries).filter(({ id }) => !kept || entries.some((entry) => entry.id === id)),
    );
    return kept ?? held;
  }

  return {
    async entries() {
      const kept = (await ask(() => primary.entries())) ?? [];
      const held = await memory.entries();
      return [...kept.filter(({ id }) => !held.some((entry) => entry.id === id)), ...held];
    },
    change,
    async replace(entry) {
      const others: Work = (entries) => entries.filter(({ id }) => id !== entry.id);
      if (
        !(await ask(
          () => primary.replace(entry),
          (entries) => [...others(entries), entry],
        ))
      )
        return memory.replace(entry);
      await memory.change(others); // an older revision
      return true;
    },
    shared: async (work) => (await ask(() => primary.shared(work))) ?? memory.shared(work),
  };
}
