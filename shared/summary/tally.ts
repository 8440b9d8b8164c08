import type { Exact } from './exact.ts';
import { histogramOf, marginalOf, type Counted } from './marginal.ts';
import type { Weighed } from './summary.ts';
import { WEIGHT_UNITS } from './weight-units.ts';

/** Records by level: how many, what they weigh, and the sum of their squared weights; without weights all alike. */
export interface Tally {
  readonly counts: readonly number[];
  readonly weights: readonly number[];
  readonly squares: readonly number[];
  readonly weighted: boolean;
}

/**
 * The answers to a column, by point.
 *
 * @example tallyOf(slice, 'nps').counts.length // 11
 */
export function tallyOf(slice: Counted, key: string): Tally {
  return tallied(histogramOf(slice, key));
}

/**
 * Records by the answers to columns, "no answer" last, the last key fastest.
 *
 * @returns `undefined` when no table holds these columns together
 * @example crossTally(slice, ['csat', 'nps'])?.counts.length // 6 times 12
 */
export function crossTally(slice: Counted, keys: readonly string[]): Tally | undefined {
  const counts = marginalOf(slice, keys, 'counts')?.map(Number);
  if (!counts) return undefined;
  if (!slice.all.weight) return tallied({ counts });
  const [weights, squares] = (['weights', 'squares'] as const).map((measured) =>
    marginalOf(slice, keys, measured),
  );
  return tallied({ counts, ...(weights && squares && { weights, squares }) });
}

/**
 * Sums of counts, of weights and of their squares as plain numbers.
 *
 * @example tallied({ counts: [1, 2] }).weights // [1, 2]
 */
export function tallied({
  counts,
  weights,
  squares,
}: Weighed<readonly Exact[]> & { readonly counts: readonly number[] }): Tally {
  if (!weights || !squares) return { counts, weights: counts, squares: counts, weighted: false };
  return {
    counts,
    weights: weights.map((sum) => Number(sum) / WEIGHT_UNITS),
    squares: squares.map((sum) => Number(sum) / WEIGHT_UNITS ** 2),
    weighted: true,
  };
}
