import { StoreFailure } from './answer-store.ts';

/** What failed as a line of the log: by the codes of the store and of its database, whose messages may quote an answer. */
export function problemOf(error: unknown): string {
  if (!(error instanceof StoreFailure))
    return `failed: ${error instanceof Error ? error.name : typeof error}`;
  const code = error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : '';
  return `store ${error.code}${/^\w+$/.test(code) ? ` (${code})` : ''}`;
}
