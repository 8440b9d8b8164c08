import { PGlite } from '@electric-sql/pglite';
import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../support/postgres-server.ts';
import type { SqlEngine } from './sql-engine.ts';

/**
 * A PostgreSQL server of the tests' own; where this machine has no programs for one, or `TEST_DATABASE_URL` is
 * `pglite`, PGlite, which is PostgreSQL without a server.
 */
export async function postgresEngine(): Promise<SqlEngine> {
  const server = process.env.TEST_DATABASE_URL === 'pglite' ? undefined : await startPostgres();
  if (server === undefined) return pgliteEngine();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  // Nothing here need outlive a power cut, and there are hundreds of statements.
  await client.query('set synchronous_commit = off');
  return {
    name: server.version,
    run: async (statement) => {
      await client.query(statement);
    },
    load: async (table, file) => {
      // The server reads the file itself, as a user who may look into its own folder alone.
      const copy = join(server.folder, 'answers.csv');
      copyFileSync(file, copy);
      chmodSync(copy, 0o644);
      await client.query(`copy ${table} from '${copy}' with (format csv, header)`);
    },
    rows: async (table) => ndjson((await client.query<RowText>(rowsOf(table))).rows),
    remove: async () => {
      await client.end();
      await server.remove();
    },
  };
}

async function pgliteEngine(): Promise<SqlEngine> {
  const database = await PGlite.create();
  return {
    name: 'PGlite, as there is no PostgreSQL here',
    run: async (statement) => {
      await database.exec(statement);
    },
    load: async (table, file) => {
      const blob = new Blob([readFileSync(file)]);
      await database.query(`copy ${table} from '/dev/blob' with (format csv, header)`, [], { blob });
    },
    rows: async (table) => ndjson((await database.query<RowText>(rowsOf(table))).rows),
    remove: () => database.close(),
  };
}

interface RowText {
  readonly row: string;
}

function rowsOf(table: string): string {
  return `select cast(row_to_json(r) as varchar) as row from ${table} r`;
}

function ndjson(rows: readonly RowText[]): string {
  return rows.map(({ row }) => `${row}\n`).join('');
}
