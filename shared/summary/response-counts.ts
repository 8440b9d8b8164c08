import type { OpenRecords, RecordStatus, ResponseCounts } from './summary.ts';

/** A record still `shown` or `partial` this close to the newest one may yet go on. */
export const OPEN_WINDOW_MS = 30 * 60_000;

const RECORD_STATUSES: readonly RecordStatus[] = ['shown', 'dismissed', 'partial', 'completed', 'unknown'];

/**
 * Moves open records into the settled counts once the newest record is more than 30 minutes later.
 *
 * Settling with a later time gives the same whether it is done once or in steps, so counts add up exactly.
 *
 * @param newest epoch milliseconds of the newest record of any status; absent: nothing has a time
 * @example settle({ settled, open: [{ shownAt: 0, status: 'shown', count: 2 }] }, 1_800_001).open // []
 */
export function settle({ settled, open }: ResponseCounts, newest: number | undefined): ResponseCounts {
  const counts = { ...settled };
  const still = new Map<string, OpenRecords>();
  for (const entry of open) {
    if (newest !== undefined && newest - entry.shownAt > OPEN_WINDOW_MS) {
      counts[entry.status] += entry.count;
      continue;
    }
    const key = `${entry.shownAt} ${entry.status}`;
    still.set(key, { ...entry, count: entry.count + (still.get(key)?.count ?? 0) });
  }
  const order = (a: OpenRecords, b: OpenRecords) => a.shownAt - b.shownAt || (a.status < b.status ? -1 : 1);
  return { settled: counts, open: [...still.values()].sort(order) };
}

/**
 * Adds two sets of counts, and settles what the later newest record allows.
 *
 * @example addResponse(none, none, undefined).open // []
 */
export function addResponse(
  a: ResponseCounts,
  b: ResponseCounts,
  newest: number | undefined,
): ResponseCounts {
  const settled = { ...a.settled };
  for (const status of RECORD_STATUSES) settled[status] += b.settled[status];
  return settle({ settled, open: [...a.open, ...b.open] }, newest);
}
