import type { Entry, OutboxStore, Shared } from './outbox-store.ts';
import { NOTHING_SHARED } from './outbox-store.ts';

/** Name of the database; the loader looks for it before it loads anything else. */
export const DATABASE = 'fourfold';

const STRICT = { durability: 'strict' } as const;
/** Key of the only row of `shared`. */
const ROW = 0;

/** The store that outlives the page. A dead connection is thrown away and opened once more for each operation. */
export function createIndexedDbStore(name = DATABASE): OutboxStore {
  let opening: Promise<IDBDatabase> | undefined;

  function open(): Promise<IDBDatabase> {
    return (opening ??= connect(name, () => (opening = undefined)));
  }

  async function run<T>(operation: (db: IDBDatabase) => Promise<T>): Promise<T> {
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
    entries: () =>
      run((db) => done(db.transaction('entries').objectStore('entries').getAll() as IDBRequest<Entry[]>)), // as `change` put them
    change: (work) =>
      run(async (db) => {
        const transaction = db.transaction('entries', 'readwrite', STRICT);
        const store = transaction.objectStore('entries');
        const before = await done(store.getAll() as IDBRequest<Entry[]>); // likewise
        const entries = work(before);
        for (const entry of entries) if (!before.includes(entry)) store.put(entry);
        for (const { seq } of before) if (!entries.some((entry) => entry.seq === seq)) store.delete(seq);
        return committed(transaction, { durable: true, entries });
      }),
    replace: (entry) =>
      run((db) => {
        const transaction = db.transaction('entries', 'readwrite', STRICT);
        transaction.objectStore('entries').put(entry);
        transaction.commit(); // at once: this page has nothing to add
        return committed(transaction, true);
      }),
    shared: (work) =>
      run(async (db) => {
        const transaction = db.transaction('shared', work ? 'readwrite' : 'readonly');
        const store = transaction.objectStore('shared');
        const before = (await done(store.get(ROW) as IDBRequest<Shared | undefined>)) ?? NOTHING_SHARED; // likewise
        if (!work) return before;
        const after = work(before);
        store.put(after, ROW);
        return committed(transaction, after);
      }),
  };
}

/** @param lost the connection cannot be used any more, or has made way for a newer version */
function connect(name: string, lost: () => void): Promise<IDBDatabase> {
  // Of no version: where newer code has upgraded it, this tab goes on with what it knows.
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('entries', { keyPath: 'seq' });
    request.result.createObjectStore('shared');
  };
  return done(request).then((db) => {
    db.onclose = lost;
    db.onversionchange = () => {
      // A newer version wants in: let it, and reopen when there is something to do.
      lost();
      db.close();
    };
    return db;
  });
}

/** What a request asks for. */
function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject; // with the event: who asks for the reason has no use for it
  });
}

/** A value, once the transaction has committed. */
function committed<T>(transaction: IDBTransaction, value: T): Promise<T> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(value);
    transaction.onabort = reject; // likewise
  });
}
