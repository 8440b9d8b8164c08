import { serve } from '@hono/node-server';
import { readCommand } from './cli.ts';
import type { CollectOptions } from './cli.ts';
import { readQuestionnaires } from './read-questionnaires.ts';
import { createCollector } from './server.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** Longest that requests under way may take once the collector is told to stop, in ms. */
const DRAIN_MS = 4_000;
const HEADERS_MS = 10_000;
const REQUEST_MS = 20_000;
const KEEP_ALIVE_MS = 5_000;
const REPORT_EVERY_MS = 60_000;

const command = readCommand(process.argv.slice(2), process.env);
if (command.kind === 'print') {
  (command.exitCode === 0 ? console.log : console.error)(command.text);
  process.exitCode = command.exitCode;
} else {
  try {
    collect(command.options);
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error));
    stopWith(cause instanceof Error ? `${message}: ${cause.message}` : message);
  }
}

function collect({ host, port, database, token, allowOrigins, questionnaires }: CollectOptions): void {
  const surveys = readQuestionnaires(questionnaires);
  const store = openSqliteStore(database);
  const app = createCollector(store, {
    token,
    allowOrigins,
    questionnaires: surveys,
    now: () => new Date(),
    report: reportRarely(),
  });
  const serverOptions = {
    headersTimeout: HEADERS_MS,
    requestTimeout: REQUEST_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  const server = serve(
    { fetch: app.fetch, hostname: host, port, serverOptions, overrideGlobalObjects: false },
    (address) => {
      console.log(`Fourfold collector on http://localhost:${address.port}/, answers in ${database}`);
      process.send?.('listening');
    },
  );
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') return stopWith(error.message);
    stopWith(`port ${port} is in use. Stop the program that holds it, or choose another by --port`);
  });

  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    // Posts under way get their receipts; what comes later finds the port closed and tries again.
    server.close(() => void store.close().then(() => process.exit(0)));
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, DRAIN_MS).unref();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Where another process has started this one, it does not outlive it.
  process.on('disconnect', stop);
}

/** A full disk fails every post: each kind of trouble is logged once a minute, so that the log does not fill it more. */
function reportRarely(): (problem: string) => void {
  const lastMs = new Map<string, number>();
  return (problem) => {
    const now = Date.now();
    if (now - (lastMs.get(problem) ?? 0) < REPORT_EVERY_MS) return;
    lastMs.set(problem, now);
    console.error(`collector: ${problem}`);
  };
}

function stopWith(message: string): never {
  console.error(`collector: ${message}`);
  process.exit(1);
}
