import { interval, Z, type Interval } from './interval.ts';
import { normalCdf } from './normal.ts';
import { studentCdf, studentQuantile } from './student-t.ts';

/** A difference with its interval, and how likely one as large would be if there were none. */
export interface Difference {
  readonly value: number;
  readonly interval: Interval;
  /** Two-sided, not corrected for other comparisons. */
  readonly p: number;
}

/** A value with its limits. */
export interface Limited {
  readonly value: number;
  readonly interval: Pick<Interval, 'low' | 'high'>;
}

/**
 * Difference a − b of independent shares or scores, from the limits of each.
 *
 * @example newcombeDifference({ value: 0.5, interval: { low: 0.4, high: 0.6 } }, { value: 0.5, interval: { low: 0.4, high: 0.6 } }).p // 1
 * @see Newcombe (1998), Statistics in Medicine 17:873-890, method 10; Zou & Donner (2008), Statistics in Medicine 27:1693-1702
 */
export function newcombeDifference(a: Limited, b: Limited): Difference {
  const value = a.value - b.value;
  const [la, ua, lb, ub] = [a.interval.low, a.interval.high, b.interval.low, b.interval.high];
  const low = value - Math.hypot(a.value - la, ub - b.value);
  const high = value + Math.hypot(ua - a.value, b.value - lb);
  const s = Math.hypot(ua - la, ub - lb) / (2 * Z);
  return {
    value,
    interval: interval('newcombe', low, high),
    p: s > 0 ? 2 * normalCdf(-Math.abs(value) / s) : chance(value),
  };
}

/** A mean with its standard error. */
export interface MeanWithError {
  readonly value: number;
  readonly se: number;
  readonly n: number;
}

/**
 * Difference a − b of means of independent groups, by Welch's t.
 *
 * @param a n of at least 2, as is that of `b`
 * @example welchDifference({ value: 2, se: 1, n: 9 }, { value: 2, se: 1, n: 9 }).p // 1
 * @see Welch (1947), Biometrika 34:28-35
 */
export function welchDifference(a: MeanWithError, b: MeanWithError): Difference {
  const value = a.value - b.value;
  const [va, vb] = [a.se ** 2, b.se ** 2];
  const se = Math.sqrt(va + vb);
  if (se === 0) return { value, interval: interval('welch-t', value, value), p: chance(value) };
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const half = studentQuantile(0.975, df) * se;
  return {
    value,
    interval: interval('welch-t', value - half, value + half),
    p: 2 * studentCdf(-Math.abs(value) / se, df),
  };
}

/** Without any spread, a difference is certain and no difference too. */
function chance(value: number): number {
  return value === 0 ? 1 : 0;
}
