import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { Entry, OutboxStore, Shared } from './outbox-store.ts';
import { NOTHING_SHARED } from './outbox-store.ts';

/** Name of the database; the loader looks for it before it loads anything else. */
export const DATABASE = 'fourfold';

interface Schema extends DBSchema {
  entries: { key: number; value: Entry };
  shared: { key: number; value: Shared };
}

const STRICT = { durability: 'strict' } as const;
/** Key of the only row of `shared`. */
const ROW = 0;

/** The store that outlives the page. A dead connection is thrown away and opened once more for each operation. */
export function createIndexedDbStore(name = DATABASE): OutboxStore {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;

  function open(): Promise<IDBPDatabase<Schema>> {
    const forget = () => {
      opening = undefined;
    };
    // Of no version: where newer code has upgraded it, this tab goes on with what it knows.
    return (opening ??= openDB<Schema>(name, undefined, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'seq' });
        db.createObjectStore('shared');
      },
      blocking(_current, _next, event) {
        // A newer version wants in: let it, and reopen when there is something to do.
        forget();
        (event.target as IDBDatabase).close(); // a versionchange event is sent to the connection itself
      },
      terminated: forget,
    }));
  }

  async function run<T>(operation: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await operation(await open());
    } catch {
      // InvalidStateError, AbortError or UnknownError of a dead connection; if it is more, the second try says so.
      void opening?.then((db) => db.close()).catch(() => undefined); // what failed to open need not be closed
      opening = undefined;
      return operation(await open());
    }
  }

  return {
    entries: () => run((db) => db.getAll('entries')),
    change: (work) =>
      run(async (db) => {
        const { store, done } = db.transaction('entries', 'readwrite', STRICT);
        const before = await store.getAll();
        const after = work(before);
        const writes: Promise<unknown>[] = [done];
        for (const entry of after) if (!before.includes(entry)) writes.push(store.put(entry));
        for (const { seq } of before) {
          if (!after.some((entry) => entry.seq === seq)) writes.push(store.delete(seq));
        }
        await Promise.all(writes);
        return true;
      }),
    shared: (work) =>
      run(async (db) => {
        if (!work) return (await db.get('shared', ROW)) ?? NOTHING_SHARED;
        const { store, done } = db.transaction('shared', 'readwrite');
        const after = work((await store.get(ROW)) ?? NOTHING_SHARED);
        await Promise.all([store.put(after, ROW), done]);
        return after;
      }),
  };
}
