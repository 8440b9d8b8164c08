import type { DBSchema, IDBPDatabase } from 'idb';
import { openDB } from 'idb';
import type { Entry, Gate, OutboxStore } from './outbox-store.ts';
import { hasRoom } from './outbox-store.ts';

/** Name of the database; the loader asks for it before it loads anything else. */
export const DATABASE = 'fourfold';

interface Lease {
  readonly holder: string;
  readonly until: number;
}

interface Schema extends DBSchema {
  entries: { key: number; value: Entry };
  gates: { key: string; value: Gate };
  leases: { key: string; value: Lease };
}

type Database = IDBPDatabase<Schema>;
type StoreName = 'entries' | 'gates' | 'leases';

/** The store that outlives the page. A dead connection is thrown away and opened once more for each operation. */
export function createIndexedDbStore(name = DATABASE): OutboxStore {
  let opening: Promise<Database> | undefined;

  function database(): Promise<Database> {
    const forget = () => {
      if (opening === mine) opening = undefined;
    };
    const mine = (opening ??= openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
        db.createObjectStore('gates', { keyPath: 'endpoint' });
        db.createObjectStore('leases');
      },
      // A newer version wants in: let it, and reopen when there is something to do.
      blocking(_current, _blocked, event) {
        forget();
        (event.target as IDBDatabase).close(); // a versionchange event is sent to the connection itself
      },
      terminated: forget,
    }));
    mine.catch(forget);
    return mine;
  }

  async function withDatabase<T>(operation: (db: Database) => Promise<T>): Promise<T> {
    try {
      return await operation(await database());
    } catch {
      // InvalidStateError, AbortError or UnknownError of a dead connection; if it is more, the second try says so.
      opening = undefined;
      return operation(await database());
    }
  }

  /** A strict write; what it resolves to counts, because the transaction has committed by then. */
  function write<N extends StoreName, T>(
    storeName: N,
    work: (store: ReturnType<typeof strictStore<N>>) => Promise<T>,
  ) {
    return withDatabase(async (db) => {
      const store = strictStore(db, storeName);
      const [result] = await Promise.all([work(store), store.transaction.done]);
      return result;
    });
  }

  return {
    put: (entry) =>
      write('entries', async (store) => {
        const all = await store.getAll();
        const old = all.find(({ id }) => id === entry.id);
        if (old !== undefined && old.revision >= entry.revision) return true;
        if (!hasRoom(all, entry)) return false;
        await store.put(old?.seq === undefined ? entry : { ...entry, seq: old.seq });
        return true;
      }),
    entries: () => withDatabase((db) => db.getAll('entries')),
    remove: (refs) =>
      write('entries', async (store) => {
        for (const { id, revision, seq } of await store.getAll()) {
          const named = refs.some((ref) => ref.id === id && ref.revision >= revision);
          if (named && seq !== undefined) await store.delete(seq);
        }
      }),
    revise: (entries) =>
      write('entries', async (store) => {
        for (const old of await store.getAll()) {
          const known = entries.find(({ id, revision }) => id === old.id && revision === old.revision);
          if (known !== undefined && old.seq !== undefined) await store.put({ ...known, seq: old.seq });
        }
      }),
    gate: (endpoint) => withDatabase((db) => db.get('gates', endpoint)),
    setGate: (gate) => write('gates', async (store) => {
        await store.put(gate);
      }),
    lease: (holder, now, until) =>
      write('leases', async (store) => {
        const held = await store.get('sender');
        const free =
          held === undefined ||
          held.holder === holder ||
          held.until <= now ||
          held.until > now + (until - now) * 2;
        if (free) await store.put({ holder, until }, 'sender');
        return free;
      }),
    async clear() {
      await write('entries', (store) => store.clear());
      await write('gates', (store) => store.clear());
    },
  };
}

function strictStore<N extends StoreName>(db: Database, name: N) {
  return db.transaction(name, 'readwrite', { durability: 'strict' }).objectStore(name);
}
