/** Longest first wait. */
export const BACKOFF_BASE_MS = 2_000;
/** Longest wait of our own choosing. */
export const BACKOFF_CAP_MS = 5 * 60_000;
/** Longest wait that an endpoint may ask for. */
export const RETRY_AFTER_CAP_MS = 24 * 3_600_000;
/** Wait where the owner may repair what is wrong. */
export const SLOW_RETRY_MS = 3_600_000;

/**
 * The wait after so many failures in a row: full jitter under a limit that doubles from 2 s to 5 min.
 *
 * @param failures 1 after the first failure
 * @param random a number in [0, 1)
 * @example backoffMs(1, 0.5) // 1000
 * @example backoffMs(99, 0.5) // 150000
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(failures: number, random: number): number {
  return Math.round(random * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (failures - 1)));
}

/**
 * The wait that a `Retry-After` header asks for, in seconds or as a date; undefined when it asks for none, or says
 * nothing that can be read.
 *
 * @example retryAfterMs('3', 0) // 3000
 * @example retryAfterMs('soon', 0) // undefined
 * @see RFC 9110, section 10.2.3
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const ms = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return ms > 0 ? Math.min(ms, RETRY_AFTER_CAP_MS) : undefined;
}
