import { interval, Z, type Interval } from './interval.ts';

/**
 * 95 % score interval of a share, without continuity correction.
 *
 * The lower limit is exactly 0 when none, and the upper exactly 1 when all of n have the property.
 *
 * @param k how many have the property
 * @param n how many there are, at least 1
 * @throws RangeError when k is not within 0...n, or n is not above 0
 * @example wilsonInterval(1, 10) // low 0.0178762..., high 0.4041500...
 * @see Newcombe (1998), Statistics in Medicine 17:857-872, method 3
 */
export function wilsonInterval(
  k: number,
  n: number,
  method: 'wilson' | 'linearised-wilson' = 'wilson',
): Interval {
  if (!(n > 0 && k >= 0 && k <= n))
    throw new RangeError(`wilsonInterval: expected 0 <= k <= n, n > 0, got ${k} of ${n}`);
  const spread = Z * Math.sqrt(Z * Z + (4 * k * (n - k)) / n);
  const middle = 2 * k + Z * Z;
  const width = 2 * (n + Z * Z);
  return interval(method, k === 0 ? 0 : (middle - spread) / width, k === n ? 1 : (middle + spread) / width);
}
