import { PGlite } from '@electric-sql/pglite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { AnswerStore } from '../../demo/collector/answer-store.ts';
import { postgresPools, queuePool, type Pool, type Session } from '../../demo/collector/postgres-pools.ts';
import { openPostgresStore } from '../../demo/collector/postgres-store.ts';
import { openSqliteStore } from '../../demo/collector/sqlite-store.ts';
import { startPostgres } from './postgres-server.ts';
import { inSchema, nextSchema } from './schemas.ts';

/** A place for answers that outlives the store that is opened on it, as a disk outlives a process. */
export interface StoreHome {
  open(): Promise<AnswerStore>;
  remove(): Promise<void>;
}

/** What a test needs of a place besides its being empty. */
interface HomeNeeds {
  /** Whether it writes while a snapshot is open. */
  readonly isReadWhileWritten?: boolean;
}

/** A {@link StoreHome} in PostgreSQL. */
interface PostgresHome extends StoreHome {
  /** One connection more to the same tables. */
  pool(): Pool;
}

/** A kind of store, of which each test gets an empty one. */
export interface StoreKind {
  /** What it stands on, such as `PostgreSQL 15.14 of this machine`. */
  readonly name: string;
  home(needs?: HomeNeeds): Promise<StoreHome>;
  /** Ends what all homes of this kind shared. */
  end(): Promise<void>;
}

/** A {@link StoreKind} on PostgreSQL. */
interface PostgresKind extends StoreKind {
  home(needs?: HomeNeeds): Promise<PostgresHome>;
}

/** SQLite in a file of its own. */
export const SQLITE: StoreKind = {
  name: 'SQLite',
  home: () => Promise.resolve(sqliteHome()),
  end: () => Promise.resolve(),
};

/** SQLite in a file of a folder of its own, and where that is. */
export function sqliteHome(): StoreHome & { readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-'));
  const file = join(folder, 'answers.db');
  return {
    file,
    open: () => openSqliteStore(file),
    remove: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

/**
 * PostgreSQL: the server that `TEST_DATABASE_URL` names, else one started from this machine's programs, else, or where
 * that is `pglite`, PGlite, which is PostgreSQL without a disk. It says which.
 */
export async function postgresKind(): Promise<PostgresKind> {
  const named = process.env.TEST_DATABASE_URL;
  const own = named === undefined ? await startPostgres() : undefined;
  const url = named === 'pglite' ? undefined : (named ?? own?.url);
  const kind = url === undefined ? await pgliteKind() : serverKind(url, own?.version);
  console.log(`The contract of stores runs on ${kind.name}.`);
  return {
    ...kind,
    end: async () => {
      await kind.end();
      await own?.remove();
    },
  };
}

function serverKind(url: string, version = 'PostgreSQL of TEST_DATABASE_URL'): PostgresKind {
  const admin = new pg.Pool({ connectionString: url, max: 1 });
  // The server may go down before the pool has closed: its connections say so, and nobody waits for them.
  admin.on('connect', (client) => client.on('error', () => undefined));
  admin.on('error', () => undefined);
  return {
    name: version,
    home: async () => {
      const schema = nextSchema();
      await admin.query(`CREATE SCHEMA ${schema}`);
      return {
        open: () => openPostgresStore(postgresPools(inSchema(url, schema))),
        pool: () => queuePool(inSchema(url, schema)),
        remove: async () => {
          await admin.query(`DROP SCHEMA ${schema} CASCADE`);
        },
      };
    },
    end: () => admin.end(),
  };
}

async function pgliteKind(): Promise<PostgresKind> {
  const database = await PGlite.create();
  const turn = takingTurns();
  return {
    name: 'PGlite, as there is no PostgreSQL here',
    home: async ({ isReadWhileWritten = false } = {}) => {
      const schema = nextSchema();
      await database.exec(`CREATE SCHEMA ${schema}`);
      const writes = inTurn(database, schema, turn);
      const pools = { writes, reads: isReadWhileWritten ? onCopies(database, schema) : writes };
      return {
        open: () => openPostgresStore(pools),
        pool: () => writes,
        remove: async () => {
          const giveBack = await turn();
          await database.exec(`DROP SCHEMA ${schema} CASCADE`);
          giveBack();
        },
      };
    },
    end: () => database.close(),
  };
}

/** PGlite has one connection: whoever has it, has it alone until it is given back. */
function inTurn(database: PGlite, schema: string, turn: () => Promise<() => void>): Pool {
  return {
    async connect() {
      const giveBack = await turn();
      await database.exec(`SET search_path TO ${schema}`);
      return pgliteSession(database, (isBroken) => {
        if (isBroken) void database.exec('ROLLBACK').then(giveBack);
        else giveBack();
      });
    },
    end: () => Promise.resolve(),
  };
}

/** What is read while something else is written is read from a copy, which takes a second to make. */
function onCopies(database: PGlite, schema: string): Pool {
  return {
    async connect() {
      const copy = await PGlite.create({ loadDataDir: await database.dumpDataDir('none') });
      await copy.exec(`SET search_path TO ${schema}`);
      return pgliteSession(copy, () => void copy.close());
    },
    end: () => Promise.resolve(),
  };
}

/** Waits until everyone before has given back, and gives what to give back with. */
function takingTurns(): () => Promise<() => void> {
  let free = Promise.resolve();
  return async () => {
    const before = free;
    let giveBack = (): void => undefined;
    free = new Promise((resolve) => (giveBack = resolve));
    await before;
    return giveBack;
  };
}

function pgliteSession(database: PGlite, released: (isBroken: boolean) => void): Session {
  return {
    async query(text, values) {
      if (values === undefined) {
        const last = (await database.exec(text)).at(-1);
        return { rows: last?.rows ?? [], rowCount: last?.affectedRows ?? null };
      }
      const { rows, affectedRows } = await database.query(text, values);
      return { rows, rowCount: affectedRows ?? null };
    },
    release: (destroy = false) => released(destroy),
  };
}
