import type { RevisionRef } from '../../shared/answers/receipt.ts';
import { PER_MS } from './keeper.ts';
import type { Entry } from './outbox-store.ts';
import { writeJson } from './write-json.ts';

/** Name of the cache. */
export const COPIES = 'fourfold';
/** Copies have addresses, as all in a cache; nobody asks a server for these. */
const FOLDER = '/fourfold-kept/';

/**
 * What waits to be sent, once more and outside the database. Chromium deletes a database that it cannot read any more,
 * as happens when it is killed in the middle of a write and again after the next start: with all that had been written
 * durably to it. A copy is made when an attempt has failed or must wait, so that nobody whose answer goes at once pays
 * for it.
 */
export interface SecondCopy {
  /** In place of a lower revision. @returns once it is written, or cannot be */
  keep(entry: Entry): Promise<unknown>;
  /** That revision, or a higher one, has its answer. */
  drop(ref: RevisionRef): void;
  /** Removes all, and takes no more of what was given before. */
  forget(): Promise<void>;
  /** None where the browser has no caches, or refuses them. */
  all(): Promise<Entry[]>;
}

/**
 * Copies in Cache Storage.
 *
 * @param caches of this origin; it throws in a sandbox, and there is none on plain http
 * @example createSecondCopy(() => window.caches).keep(entry)
 */
export function createSecondCopy(caches: () => CacheStorage | undefined): SecondCopy {
  /** By record, the revision that this page knows a copy of. */
  const known = new Map<string, number>();
  /** In the order of keeping; what an attempt under way says of earlier entries comes too late. */
  let forgotten = 0;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other, so that an old revision never comes behind a new one. */
  function inTurn(work: (cache: Cache) => Promise<unknown>): Promise<unknown> {
    return (turn = turn
      .then(async () => {
        const cache = await caches()?.open(COPIES);
        return cache && work(cache);
      })
      .catch(() => undefined)); // SecurityError, QuotaExceededError: then the database has the only one
  }

  return {
    keep(entry) {
      const { id, revision, seq } = entry;
      if (seq < forgotten || (known.get(id) ?? 0) >= revision) return turn;
      known.set(id, revision);
      return inTurn((cache) => cache.put(FOLDER + id, new Response(writeJson(entry as never)))); // plain values; see writeJson
    },
    drop({ id, revision }) {
      if ((known.get(id) ?? Infinity) > revision) return;
      known.delete(id);
      void inTurn((cache) => cache.delete(FOLDER + id));
    },
    async forget() {
      forgotten = (Date.now() + 1) * PER_MS;
      known.clear();
      turn = turn.then(() => deleteCopies(caches));
      await turn;
    },
    async all() {
      let entries: Entry[] = [];
      try {
        // Beside what is kept and dropped meanwhile: many copies take long, and a visit may be short.
        if (await caches()?.has(COPIES)) {
          const copies = await (await caches()?.open(COPIES))?.matchAll();
          entries = await Promise.all((copies ?? []).map((copy) => copy.json() as Promise<Entry>)); // as `keep` wrote them
        }
      } catch {
        // SecurityError: then there are none
      }
      for (const { id, revision } of entries) known.set(id, Math.max(revision, known.get(id) ?? 0));
      return entries;
    },
  };
}

/** Removes all copies of the origin. */
export async function deleteCopies(caches: () => CacheStorage | undefined): Promise<void> {
  try {
    await caches()?.delete(COPIES);
  } catch {
    // SecurityError: a page that may have none has none
  }
}

/** Of this page; there are none on plain http. */
export const pageCaches = (): CacheStorage | undefined => window.caches;
