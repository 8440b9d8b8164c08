import { openAsBlob, readFileSync } from 'node:fs';
import { startClickhouse } from './clickhouse-server.ts';
import type { SqlEngine } from './sql-engine.ts';

const MARK_BYTES = 3;

/** A ClickHouse server on a port of loopback, with a data folder of its own. */
export async function clickhouseEngine(program: string): Promise<SqlEngine> {
  const { ask, remove } = await startClickhouse(program);
  return {
    name: `ClickHouse ${(await ask('select version()')).trim()}`,
    run: async (statement) => {
      await ask(statement);
    },
    load: async (table, file) => {
      const blob = await openAsBlob(file);
      // It takes the mark at the start of an export for a part of the first name.
      const isMarked = readFileSync(file, { encoding: 'utf8' }).startsWith('\uFEFF');
      await ask(blob.slice(isMarked ? MARK_BYTES : 0), `insert into ${table} format CSVWithNames`);
    },
    rows: (table) => ask(`select * from ${table} format JSONEachRow`),
    remove,
  };
}
