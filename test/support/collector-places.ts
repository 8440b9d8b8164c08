import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Place } from './collector-process.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';
import { inSchema, nextSchema } from './schemas.ts';

/** A kind of store for a collector in a process of its own. */
export interface PlaceKind {
  readonly name: string;
  /** An empty place; each call gives another. */
  make(): Promise<Place>;
  /** The tables and their columns, as the database itself tells of them, and whether it finds itself whole. */
  inspect(place: Place): Promise<{ readonly schema: readonly string[]; readonly isWhole: boolean }>;
  end(): Promise<void>;
}

/** The kinds of places there are here. */
interface Places {
  readonly kinds: readonly PlaceKind[];
  /** A server of the tests' own, which may be killed, and the places on it. */
  readonly mortal: { readonly server: PostgresServer; readonly kind: PlaceKind } | undefined;
  end(): Promise<void>;
}

/**
 * SQLite, and PostgreSQL: the server that `TEST_DATABASE_URL` names, else one that is started from this machine's
 * programs; where there is neither it says so.
 */
export async function findPlaces(): Promise<Places> {
  const named = process.env.TEST_DATABASE_URL;
  const server = await startPostgres();
  const own = server && postgresKind(server.url, server.version);
  const isNamed = named !== undefined && named !== 'pglite';
  const postgres = isNamed ? postgresKind(named, 'PostgreSQL of TEST_DATABASE_URL') : own;
  if (postgres === undefined) console.log('There is no PostgreSQL here: collectors run on SQLite alone.');
  const kinds = [sqliteKind(), ...(postgres === undefined ? [] : [postgres])];
  return {
    kinds,
    mortal: server && own && { server, kind: own },
    async end() {
      for (const kind of kinds) await kind.end();
      await server?.remove();
    },
  };
}

function sqliteKind(): PlaceKind {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-places-'));
  let count = 0;
  return {
    name: 'SQLite',
    make: () => Promise.resolve({ file: join(folder, `${++count}.db`) }),
    inspect: (place) => {
      const database = new Database('file' in place ? place.file : '');
      const columns = database.prepare(
        `SELECT t.name || '.' || c.name AS line FROM sqlite_schema t, pragma_table_info(t.name) c ORDER BY line`,
      );
      const schema = (columns.all() as { line: string }[]).map(({ line }) => line); // as selected
      const check = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
      database.close();
      return Promise.resolve({ schema, isWhole: check[0].integrity_check === 'ok' });
    },
    end: () => {
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

function postgresKind(url: string, name: string): PlaceKind {
  const schemas: string[] = [];
  return {
    name,
    make: async () => {
      const schema = nextSchema();
      schemas.push(schema);
      await ask(url, `CREATE SCHEMA ${schema}`);
      return { url: inSchema(url, schema) };
    },
    inspect: async (place) => {
      const own = 'url' in place ? place.url : '';
      const columns = await ask(
        own,
        `SELECT table_name || '.' || column_name AS line FROM information_schema.columns
         WHERE table_schema = current_schema() ORDER BY line`,
      );
      // Reads every row by its index and by the table: a torn page would show.
      const [{ whole }] = await ask(
        own,
        `SELECT (SELECT count(*) FROM answer) = (SELECT count(DISTINCT id) FROM answer WHERE id > '') AS whole`,
      );
      return { schema: columns.map(({ line }) => String(line)), isWhole: whole === true };
    },
    end: async () => {
      for (const schema of schemas) await ask(url, `DROP SCHEMA ${schema} CASCADE`);
    },
  };
}

/** The rows that a PostgreSQL database gives for a statement. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}
