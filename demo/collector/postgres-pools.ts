import pg from 'pg';

/** Exports at once: each holds a connection of its own until it has been downloaded. */
const MOST_EXPORTS = 4;
const CONNECT_MS = 5_000;
/** Longest that one statement may take, in ms, after which its connection is given up. */
const STATEMENT_MS = 30_000;

/** Statements go out while the answers to those before them are awaited; the types of `pg` do not know the name yet. */
const SENT_AT_ONCE: pg.PoolConfig & { readonly pipeline: boolean } = { pipeline: true };

/** The part of `pg.Pool` that the store needs. */
export interface Pool {
  connect(): Promise<Session>;
  end(): Promise<void>;
}

/** One connection, until it is released; `destroy` closes it, and what it has not committed is gone. */
export interface Session {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
  release(destroy?: boolean): void;
}

/** Writers queue for one connection and readers share others, so that no export keeps a post waiting. */
export interface Pools {
  readonly writes: Pool;
  readonly reads: Pool;
}

/**
 * Connections to a PostgreSQL server, opened when they are needed and again when they have broken.
 *
 * @param url such as `postgres://fourfold@localhost/fourfold`
 */
export function postgresPools(url: string): Pools {
  return { writes: poolOf(url, 1, SENT_AT_ONCE), reads: poolOf(url, MOST_EXPORTS) };
}

/** The one connection of whatever hands answers on to a sink. */
export function queuePool(url: string): Pool {
  return poolOf(url, 1, SENT_AT_ONCE);
}

function poolOf(connectionString: string, max: number, options: pg.PoolConfig = {}): Pool {
  const pool = new pg.Pool({
    ...options,
    connectionString,
    max,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: STATEMENT_MS,
    keepAlive: true,
    application_name: 'fourfold-collector',
  });
  // A connection that breaks tells whoever uses it next; unheard, its event would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  return pool;
}
