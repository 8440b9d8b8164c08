import { byteLength } from './byte-length.ts';
import { KEEPALIVE_LIMIT } from './courier.ts';
import type { Entry } from './outbox-store.ts';

/** Most records in one request. */
export const BATCH_MAX = 50;

const ENVELOPE = batchBody([]).length;

/**
 * As many of the entries, from the first on, as one request carries: same endpoint and mode as the first, and few
 * enough bytes to outlive the page. In status mode each goes alone. After failures it is less, as what is lost goes over
 * the wire again.
 *
 * @param entries at least one
 * @param halvings as the gate of their endpoint has them
 */
export function takeBatch(entries: readonly Entry[], halvings = 0): readonly Entry[] {
  const [first] = entries;
  const most = BATCH_MAX / 2 ** halvings;
  if (first.mode === 'status') return [first];
  const batch: Entry[] = [];
  let size = ENVELOPE;
  for (const entry of entries) {
    if (entry.endpoint !== first.endpoint || entry.mode !== first.mode) continue;
    size += byteLength(entry.body) + 1;
    if (batch.length > 0 && (size >= KEEPALIVE_LIMIT || batch.length >= most)) break;
    batch.push(entry);
  }
  return batch;
}

/**
 * The request's body.
 *
 * @example batchBody([]) // '{"records":[]}'
 */
export function batchBody(entries: readonly Entry[]): string {
  return `{"records":[${entries.map(({ body }) => body).join(',')}]}`;
}
