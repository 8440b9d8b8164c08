import { eigenSymmetric } from './eigen-symmetric.ts';

/** A smaller eigenvalue of the predictors' correlations means that one predictor repeats the others. */
export const COLLINEAR_BELOW = 1e-8;

/** How the explained variance of an outcome is shared out among predictors. */
export interface RelativeWeights {
  /** Share of the outcome's variance that all predictors explain together, 0...1. */
  readonly rSquared: number;
  /** Each predictor's part of `rSquared`, 0 or more; they add up to it. */
  readonly raw: readonly number[];
}

/**
 * Johnson's relative weights: robust to predictors that move together.
 *
 * The predictors are replaced by the orthogonal variables closest to them, whose squared correlations with the
 * outcome are carried back in proportion.
 *
 * @param correlations of the p predictors, p × p row by row; not mutated
 * @param withOutcome each predictor's correlation with the outcome; p numbers
 * @returns `undefined` when the smallest eigenvalue of `correlations` is below 1e-8
 * @example relativeWeights([1, 0, 0, 1], [0.6, 0.3])?.raw // [0.36, 0.09]
 * @see Johnson (2000), Multivariate Behavioral Research 35:1-19
 */
export function relativeWeights(
  correlations: ArrayLike<number>,
  withOutcome: readonly number[],
): RelativeWeights | undefined {
  const p = withOutcome.length;
  const { values, vectors } = eigenSymmetric(correlations, p);
  if (values.some((value) => value < COLLINEAR_BELOW)) return undefined;
  const power = (exponent: number, i: number, j: number) => {
    let sum = 0;
    for (let k = 0; k < p; k++) sum += vectors[i * p + k] * vectors[j * p + k] * values[k] ** exponent;
    return sum;
  };
  const indices = withOutcome.map((_, i) => i);
  const slopes = indices.map((i) => indices.reduce((b, j) => b + power(-0.5, i, j) * withOutcome[j], 0));
  const raw = indices.map((i) => indices.reduce((sum, k) => sum + (power(0.5, i, k) * slopes[k]) ** 2, 0));
  return { raw, rSquared: slopes.reduce((sum, slope) => sum + slope * slope, 0) };
}
