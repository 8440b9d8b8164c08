/** Values with how often each occurs, and what those weigh; without weights, all three are alike. */
export interface Weighted {
  readonly counts: readonly number[];
  readonly weights: readonly number[];
  /** Sums of squared weights. */
  readonly squares: readonly number[];
}

/** A weighted mean and what its sampling error needs. */
export interface WeightedMoments {
  readonly n: number;
  readonly mean: number;
  /** Weighted, with the factor n / (n − 1). */
  readonly sd: number;
  /** Linearised standard error: √(Σw²(x − mean)²) / Σw. */
  readonly se: number;
  /** Kish's (Σw)² / Σw². */
  readonly effectiveN: number;
}

/**
 * Mean of weighted values, with its standard error under the design of the weights.
 *
 * @returns `undefined` below two values
 * @example weightedMoments([1, 3], { counts: [1, 1], weights: [3, 1], squares: [9, 1] })?.mean // 1.5
 * @see Särndal, Swensson & Wretman, Model Assisted Survey Sampling, 5.7, for the linearisation of a ratio
 */
export function weightedMoments(
  values: readonly number[],
  { counts, weights, squares }: Weighted,
): WeightedMoments | undefined {
  const n = sum(counts);
  if (n < 2) return undefined;
  const total = sum(weights);
  const mean = sum(weights.map((weight, k) => weight * values[k])) / total;
  const spread = (of: readonly number[]) => sum(of.map((weight, k) => weight * (values[k] - mean) ** 2));
  return {
    ...{ n, mean },
    sd: Math.sqrt(((spread(weights) / total) * n) / (n - 1)),
    se: Math.sqrt(spread(squares)) / total,
    effectiveN: total ** 2 / sum(squares),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
