import { findClickhouse } from '../../.ci/clickhouse.mjs';
import type { DialectName } from '../../report/sql/dialect.ts';
import { clickhouseEngine } from './clickhouse-engine.ts';
import { duckdbEngine } from './duckdb-engine.ts';
import { postgresEngine } from './postgres-engine.ts';
import type { SqlEngine } from './sql-engine.ts';

const OPEN: Readonly<Record<DialectName, () => Promise<SqlEngine>>> = {
  duckdb: duckdbEngine,
  clickhouse: () => clickhouseEngine(findClickhouse() ?? 'clickhouse-server'),
  postgres: postgresEngine,
};

/** Starts the database that speaks a dialect, or opens it in this process. */
export function openEngine(dialect: DialectName): Promise<SqlEngine> {
  return OPEN[dialect]();
}
