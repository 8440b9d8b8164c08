import Database from 'libsql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Place } from './collector-process.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

/** A kind of store for a collector in a process of its own. */
export interface PlaceKind {
  readonly name: string;
  /** An empty place; each call gives another. */
  make(): Promise<Place>;
  /** The tables and their columns, as the database itself tells of them, and whether it finds itself whole. */
  inspect(place: Place): Promise<{ readonly schema: readonly string[]; readonly isWhole: boolean }>;
  end(): Promise<void>;
}

/** SQLite, and PostgreSQL where this machine has one, started for the tests; then its server comes along. */
export async function placeKinds(): Promise<{ kinds: PlaceKind[]; server: PostgresServer | undefined }> {
  const server = await startPostgres();
  if (server === undefined) console.log('There is no PostgreSQL here: collectors run on SQLite alone.');
  return { kinds: [sqliteKind(), ...(server === undefined ? [] : [postgresKind(server)])], server };
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

function postgresKind(server: PostgresServer): PlaceKind {
  let count = 0;
  return {
    name: server.version,
    make: async () => {
      const name = `place_${++count}`;
      await ask(server.url, `CREATE DATABASE ${name}`);
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      return { url: url.href };
    },
    inspect: async (place) => {
      const url = 'url' in place ? place.url : '';
      const columns = await ask(
        url,
        `SELECT table_name || '.' || column_name AS line FROM information_schema.columns
         WHERE table_schema = 'public' ORDER BY line`,
      );
      // Reads every row by its index and by the table: a torn page would show.
      const [{ whole }] = await ask(
        url,
        `SELECT (SELECT count(*) FROM answer) = (SELECT count(DISTINCT id) FROM answer WHERE id > '') AS whole`,
      );
      return { schema: columns.map(({ line }) => String(line)), isWhole: whole === true };
    },
    end: () => server.remove(),
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
