/** A time that is told roughly; `n` is 0 for a moment. */
export interface TimeLeft {
  readonly unit: 'moment' | 's' | 'min';
  readonly n: number;
}

/** More seconds are told in minutes. */
const SECONDS_MAX = 90;

/**
 * How long something still takes, as people say it.
 *
 * @example timeLeft(12_300) // { unit: 's', n: 13 }
 */
export function timeLeft(ms: number): TimeLeft {
  if (ms < 1000) return { unit: 'moment', n: 0 };
  const seconds = Math.ceil(ms / 1000);
  return seconds <= SECONDS_MAX ? { unit: 's', n: seconds } : { unit: 'min', n: Math.round(seconds / 60) };
}
