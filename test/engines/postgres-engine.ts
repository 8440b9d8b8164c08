import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../support/postgres-server.ts';
import type { SqlEngine } from './sql-engine.ts';

/** A PostgreSQL server of the tests' own; undefined where there is none on this machine. */
export async function postgresEngine(): Promise<SqlEngine | undefined> {
  const server = await startPostgres();
  if (server === undefined) return undefined;
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
    rows: async (table) => {
      const { rows } = await client.query<{ row: string }>(
        `select cast(row_to_json(r) as varchar) as row from ${table} r`,
      );
      return rows.map(({ row }) => `${row}\n`).join('');
    },
    remove: async () => {
      await client.end();
      await server.remove();
    },
  };
}
