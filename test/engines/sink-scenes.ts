import pg from 'pg';
import { setTimeout as passed } from 'node:timers/promises';
import { findClickhouse } from '../../.ci/clickhouse.mjs';
import { ask } from '../support/collector-places.ts';
import { startCollector, type CollectorProcess } from '../support/collector-process.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { inSchema, nextSchema } from '../support/schemas.ts';
import { startClickhouse, type ClickhouseServer } from './clickhouse-server.ts';
import { sinkUnderTest, type SinkUnderTest } from './sink-under-test.ts';

/** An empty store, an empty sink, and a collector that takes posts and hands nothing on. */
export interface Scene {
  readonly url: string;
  readonly collector: CollectorProcess;
  readonly sink: SinkUnderTest;
  /** Starts another collector, which feeds the sink at this address, by default its own. */
  feeder(address?: string): Promise<CollectorProcess>;
}

/** A PostgreSQL and a ClickHouse on which scenes stand. */
interface Scenes {
  readonly postgres: PostgresServer;
  readonly clickhouse: ClickhouseServer;
  open(): Promise<Scene>;
  /** Stops every collector, then the servers. */
  end(): Promise<void>;
}

/**
 * Starts the servers.
 *
 * @param password of ClickHouse's user `default`
 */
export async function startScenes(password: string): Promise<Scenes> {
  const postgres = await startedPostgres();
  const clickhouse = await startClickhouse(findClickhouse() ?? 'clickhouse-server', password);
  const collectors: CollectorProcess[] = [];
  const start = async (url: string, args: readonly string[]): Promise<CollectorProcess> => {
    const started = await startCollector({ url }, ['--rate-limit', '0', ...args]);
    collectors.push(started);
    return started;
  };
  return {
    postgres,
    clickhouse,
    open: async () => {
      const schema = nextSchema();
      await ask(postgres.url, `CREATE SCHEMA ${schema}`);
      const url = inSchema(postgres.url, schema);
      const collector = await start(url, []);
      const sink = await sinkUnderTest(url, clickhouse, schema, `default:${password}@`);
      return { url, collector, sink, feeder: (address = sink.address) => start(url, ['--sink', address]) };
    },
    end: async () => {
      for (const collector of collectors) await collector.stop();
      await clickhouse.remove();
      await postgres.remove();
    },
  };
}

/** Does something on a connection of its own. */
export async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Erases the answers of a customer by a collector. */
export async function erase({ address, token }: CollectorProcess, customer: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  const reply = await fetch(`${address}/responses?context.customer=${customer}`, {
    method: 'DELETE',
    headers,
  });
  if (!reply.ok) throw new Error(`erase: expected it done, got ${reply.status}`);
}

/** Resolves once something holds; rejects when it still does not after so many ms. */
export async function until(what: string, ms: number, holds: () => Promise<boolean>): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < ms;) {
    if (await holds()) return;
    await passed(100);
  }
  throw new Error(`until: expected ${what} within ${ms} ms`);
}

async function startedPostgres(): Promise<PostgresServer> {
  const server = await startPostgres();
  if (server === undefined)
    throw new Error('startScenes: expected a PostgreSQL here; see npm run test:engines');
  return server;
}
