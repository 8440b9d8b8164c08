import { interval, type Interval } from './interval.ts';
import type { Moments } from './moments.ts';
import { studentQuantile } from './student-t.ts';

/**
 * 95 % interval of a mean by Student's t with n − 1 degrees of freedom.
 *
 * @param sample its n (at least 2), mean and standard deviation
 * @example meanInterval({ n: 4, mean: 3, sd: 2 }).high // 6.182446305...
 */
export function meanInterval({ n, mean, sd }: Moments): Interval {
  if (!(n >= 2)) throw new RangeError(`meanInterval: expected n of at least 2, got ${n}`);
  const half = (studentQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return interval('student-t', mean - half, mean + half);
}
