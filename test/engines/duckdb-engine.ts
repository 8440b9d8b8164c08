import { readFileSync, rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlEngine } from './sql-engine.ts';

/** As much of `@duckdb/node-api` as is used; it is installed for the benches and these tests alone. */
interface DuckDb {
  readonly version: () => string;
  readonly DuckDBInstance: {
    create(
      path: string,
    ): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }>; closeSync(): void }>;
  };
}

/** DuckDB in this process and its memory. */
export async function duckdbEngine(): Promise<SqlEngine> {
  const { DuckDBInstance, version } = (await import(
    // The path is put together, since the package is not among those of this project.
    ['..', 'bench', 'report', 'node_modules', '@duckdb', 'node-api', 'lib', 'index.js'].join('/')
  )) as DuckDb;
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-duckdb-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const run = async (statement: string): Promise<void> => {
    await connection.run(statement);
  };
  return {
    name: `DuckDB ${version()}`,
    run,
    load: (table, file) => run(`copy ${table} from '${file}' (header, delimiter ',', quote '"')`),
    rows: async (table) => {
      const file = join(folder, 'rows.ndjson');
      await run(`copy ${table} to '${file}' (format json)`);
      return readFileSync(file, 'utf8');
    },
    remove: () => {
      instance.closeSync();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}
