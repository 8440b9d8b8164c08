/**
 * Holm's step-down correction: the probability of a difference as large by chance alone, for each of a family of
 * comparisons.
 *
 * @param ps unadjusted, in any order; not mutated
 * @returns adjusted, in the same order
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 * @see Holm (1979), Scandinavian Journal of Statistics 6:65-70
 */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, k) => k).sort((a, b) => ps[a] - ps[b]);
  const adjusted = new Array<number>(ps.length);
  let least = 0;
  order.forEach((at, rank) => {
    least = Math.max(least, Math.min(1, ps[at] * (ps.length - rank)));
    adjusted[at] = least;
  });
  return adjusted;
}
