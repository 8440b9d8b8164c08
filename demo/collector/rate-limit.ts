const MINUTE_MS = 60_000;
/** Addresses that are told apart within a minute; the memory that they take is bounded by this. */
const MOST_KEYS = 100_000;

/**
 * Counts requests by key, a minute at a time.
 *
 * @param perMinute how many of one key are let through within a minute; 0 lets all through
 * @returns gives for a request the seconds to wait until the next minute, or undefined when it may pass
 * @example rateLimit(1)('a', 0) // undefined
 */
export function rateLimit(perMinute: number): (key: string, nowMs: number) => number | undefined {
  const counts = new Map<string, number>();
  let endMs = 0;
  return (key, nowMs) => {
    // A clock that was put back begins a new minute too.
    if (nowMs >= endMs || nowMs < endMs - MINUTE_MS) {
      counts.clear();
      endMs = nowMs + MINUTE_MS;
    }
    const counted = counts.has(key) || counts.size < MOST_KEYS ? key : '';
    const count = (counts.get(counted) ?? 0) + 1;
    counts.set(counted, count);
    return perMinute > 0 && count > perMinute ? Math.ceil((endMs - nowMs) / 1000) : undefined;
  };
}
