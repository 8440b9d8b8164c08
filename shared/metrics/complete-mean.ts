import { interval } from '../statistics/interval.ts';
import {
  linearCombinations,
  type CombinedMeans,
  type LinearCombination,
} from '../statistics/linear-combinations.ts';
import { studentQuantile } from '../statistics/student-t.ts';
import type { Counted } from '../summary/marginal.ts';
import { WEIGHT_UNITS } from '../summary/weight-units.ts';
import { plainSums } from './block-jackknife.ts';
import type { MeanFigure } from './mean-figure.ts';

/** Means of combinations of answers over the records that are complete on a set. */
export interface CompleteMeans extends CombinedMeans {
  readonly n: number;
  readonly effectiveN?: number;
}

/**
 * Means of combinations of a named set's answers.
 *
 * @param combinations made from the set's column keys
 * @returns `undefined` without the set, and below two complete records
 * @example completeMeans(slice, 'gaps', (keys) => [{ coefficients: keys.map(() => 1) }])?.n // 30
 */
export function completeMeans(
  { all }: Counted,
  name: string,
  combinations: (keys: readonly string[]) => readonly LinearCombination[],
): CompleteMeans | undefined {
  const set = all.complete?.find((candidate) => candidate.name === name);
  if (!set) return undefined;
  const { total, keys } = set;
  const squares = total.squares && squaredSums(total.squares);
  const sums = plainSums(total);
  const combined = linearCombinations(
    { ...sums, count: total.n, ...(squares && { squares }) },
    combinations(keys),
  );
  if (!combined) return undefined;
  return { ...combined, n: total.n, ...(squares && { effectiveN: sums.n ** 2 / squares.n }) };
}

function squaredSums({
  n,
  sums,
  products,
}: {
  n: number | string;
  sums: readonly (number | string)[];
  products: readonly (number | string)[];
}) {
  const plain = (sum: number | string) => Number(sum) / WEIGHT_UNITS ** 2;
  return { n: plain(n), sums: sums.map(plain), products: products.map(plain) };
}

/**
 * The k-th of such means as a figure, with its t interval over respondents.
 *
 * @example completeMean({ n: 4, means: [2], covariance: [1] }, 0).se // 1
 */
export function completeMean({ n, effectiveN, means, covariance }: CompleteMeans, k: number): MeanFigure {
  const value = means[k];
  const se = Math.sqrt(covariance[k * means.length + k]);
  const half = studentQuantile(0.975, n - 1) * se;
  const weighted = effectiveN !== undefined;
  const limits = interval(weighted ? 'linearised-t' : 'student-t', value - half, value + half);
  return {
    value,
    n,
    ...(weighted && { effectiveN }),
    sd: se * Math.sqrt(effectiveN ?? n),
    se,
    interval: limits,
  };
}
