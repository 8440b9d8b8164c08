/** How often each pair of values of two variables occurs. */
export interface JointCounts {
  /** Values of the first variable, ascending. */
  readonly xs: readonly number[];
  /** Values of the second variable, ascending. */
  readonly ys: readonly number[];
  /** `counts[i * ys.length + j]` pairs have the values `xs[i]` and `ys[j]`. */
  readonly counts: readonly number[];
  /** What the pairs weigh, and the sums of their squared weights; absent: each weighs one. */
  readonly weights?: readonly number[];
  readonly squares?: readonly number[];
}

/**
 * Calls a function for every pair that occurs, with how often, what that weighs, and the sum of squared weights.
 *
 * @throws RangeError when there are not as many counts as pairs of values
 * @example
 * const seen: number[] = [];
 * eachPair({ xs: [1, 2], ys: [5], counts: [0, 3] }, (...pair) => void seen.push(...pair));
 * seen // [2, 5, 3, 3, 3]
 */
export function eachPair(
  joint: JointCounts,
  visit: (x: number, y: number, count: number, weight: number, square: number) => void,
): void {
  const { xs, ys, counts, weights = counts, squares = counts } = joint;
  if (counts.length !== xs.length * ys.length)
    throw new RangeError(`eachPair: expected ${xs.length * ys.length} counts, got ${counts.length}`);
  xs.forEach((x, i) => {
    ys.forEach((y, j) => {
      const at = i * ys.length + j;
      if (counts[at] > 0) visit(x, y, counts[at], weights[at], squares[at]);
    });
  });
}
