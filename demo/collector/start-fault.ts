import { StoreFailure } from './answer-store.ts';
import type { CollectOptions } from './cli.ts';

/** What to install for a package that is missing; a driver's own parts come with it. */
const PACKAGES: readonly (readonly [RegExp, string])[] = [
  [/'@?libsql\b/, 'libsql'],
  [/'pg'/, 'pg'],
  [/'(@hono\/node-server|hono)\b/, 'hono @hono/node-server'],
];

/**
 * Why a collector did not start, and what to do about it; neither a password nor a stack.
 *
 * @param error what it has thrown
 */
export function startFault(error: unknown, { port, database }: CollectOptions): string {
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error);
  if (code === 'EADDRINUSE') {
    return `port ${port} is in use. Stop the program that holds it, or choose another by --port`;
  }
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    const needed = PACKAGES.find(([name]) => name.test(error.message))?.[1];
    if (needed !== undefined) return `a package is missing. Run: npm install ${needed}`;
  }
  if (!(error instanceof StoreFailure)) return error.message;
  const reason =
    error.cause instanceof Error ? error.cause.message || codeOf(error.cause) : 'no reason given';
  const remedy =
    database.kind === 'postgres'
      ? 'Check DATABASE_URL, and that the server runs and lets this user make tables'
      : `Check that the folder of ${database.file} is there and can be written to`;
  return `the database cannot be opened: ${reason}. ${remedy}`;
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.name;
}
