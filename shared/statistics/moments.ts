/** Number of values, mean and standard deviation. */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Divisor n − 1. */
  readonly sd: number;
}

/**
 * Mean and standard deviation of values given with how often each occurs.
 *
 * @param values the distinct values
 * @param counts how often each occurs; whole numbers, same length
 * @returns `undefined` below two values
 * @throws RangeError when there are not as many counts as values
 * @example moments([1, 2, 3], [1, 0, 1]) // { n: 2, mean: 2, sd: 1.414... }
 */
export function moments(values: readonly number[], counts: readonly number[]): Moments | undefined {
  if (values.length !== counts.length)
    throw new RangeError(`moments: expected ${counts.length} values, got ${values.length}`);
  let n = 0;
  let sum = 0;
  counts.forEach((count, k) => {
    n += count;
    sum += count * values[k];
  });
  if (n < 2) return undefined;
  const mean = sum / n;
  // A second pass about the mean: sums of squares would lose digits where the spread is small.
  const squares = counts.reduce((total, count, k) => total + count * (values[k] - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}
