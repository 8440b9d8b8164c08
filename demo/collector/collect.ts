import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { AnswerStore } from './answer-store.ts';
import type { CollectOptions, Database } from './cli.ts';
import { clientAddress } from './client-address.ts';
import { readQuestionnaires } from './read-questionnaires.ts';
import { reportRarely } from './report-rarely.ts';
import { createCollector } from './server.ts';
import type { Feeder } from './start-feeder.ts';

/** Longest that requests under way may take once the collector is told to stop, in ms. */
const DRAIN_MS = 4_000;
/** Longest that it takes to stop when the store does not let go either, in ms. */
const STOP_MS = 4_800;

/** What nobody may do to the sockets: keep them open without a whole request. */
const SOCKET_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
};

/**
 * Runs a collector until it is told to stop, then ends the process.
 *
 * @param program the file that runs, for threads of it
 * @throws Error that says what to change, when it cannot start
 */
export async function collect(options: CollectOptions, program: URL): Promise<void> {
  const questionnaires = readQuestionnaires(options.questionnaires);
  const report = reportRarely((line) => console.error(line), Date.now);
  const store = await openStore(options.database, program);
  const feeder = await openFeeder(options, report);
  const app = createCollector(store, {
    ...options,
    questionnaires,
    addressOf: (context) =>
      clientAddress(
        getConnInfo(context).remote.address,
        context.req.header('x-forwarded-for'),
        options.proxies,
      ),
    now: () => new Date(),
    report,
  });
  const server = serve(
    {
      fetch: app.fetch,
      hostname: options.host,
      port: options.port,
      serverOptions: SOCKET_LIMITS,
      overrideGlobalObjects: false,
    },
    ({ port }) => {
      console.log(`Fourfold collector on http://localhost:${port}/, answers in ${placeOf(options.database)}`);
      process.send?.('listening');
    },
  );
  let isStopping = false;
  const stop = (): void => {
    if (!isStopping) drain(server, () => Promise.all([feeder?.stop(), store.close()]));
    isStopping = true;
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Where another process has started this one, it does not outlive it.
  process.on('disconnect', stop);
  await new Promise((_, fail) => server.on('error', fail));
}

/** Each store's package is loaded when it is asked for, so that nobody has to install the other. */
async function openStore(database: Database, program: URL): Promise<AnswerStore> {
  if (database.kind === 'sqlite') {
    const { openSqliteStore } = await import('./sqlite-store.ts');
    const { writeInThread } = await import('./sqlite-thread.ts');
    return openSqliteStore(database.file, writeInThread(database.file, program));
  }
  const { postgresPools } = await import('./postgres-pools.ts');
  const { openPostgresStore } = await import('./postgres-store.ts');
  return openPostgresStore(postgresPools(database.url));
}

async function openFeeder(
  { sink, database }: CollectOptions,
  report: (problem: string) => void,
): Promise<Feeder | undefined> {
  if (sink === undefined || database.kind !== 'postgres') return undefined;
  const { startFeeder } = await import('./start-feeder.ts');
  return startFeeder(database.url, sink, report);
}

/** Where the answers are, without the name and the password that open it. */
function placeOf(database: Database): string {
  if (database.kind === 'sqlite') return database.file;
  const { host, pathname } = new URL(database.url);
  return `PostgreSQL ${host}${pathname}`;
}

/** Posts under way get their receipts; what comes later finds the port closed and is sent again. */
function drain(server: ReturnType<typeof serve>, close: () => Promise<unknown>): void {
  const end = (): never => process.exit(0);
  server.close(() => void close().finally(end));
  setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), DRAIN_MS).unref();
  setTimeout(end, STOP_MS).unref();
}
