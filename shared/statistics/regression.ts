import { eigenSymmetric } from './eigen-symmetric.ts';
import { COLLINEAR_BELOW } from './relative-weights.ts';

/** An ordinary least squares regression of standardised variables. */
export interface StandardisedRegression {
  /** One slope a predictor, in standard deviations. */
  readonly slopes: readonly number[];
  /** Share of the outcome's variance that all predictors explain together, 0...1. */
  readonly rSquared: number;
  /** Variance inflation factor of each predictor, 1 or more. */
  readonly vif: readonly number[];
}

/**
 * Standardised regression from correlations.
 *
 * @param correlations of the p predictors, p × p row by row; not mutated
 * @param withOutcome each predictor's correlation with the outcome; p numbers
 * @returns `undefined` when the smallest eigenvalue of `correlations` is below 1e-8
 * @example standardisedRegression([1, 0.5, 0.5, 1], [0.6, 0.3])?.slopes // [0.6, 0]
 */
export function standardisedRegression(
  correlations: ArrayLike<number>,
  withOutcome: readonly number[],
): StandardisedRegression | undefined {
  const p = withOutcome.length;
  const { values, vectors } = eigenSymmetric(correlations, p);
  if (values.some((value) => value < COLLINEAR_BELOW)) return undefined;
  const inverse = (i: number, j: number) =>
    values.reduce((sum, value, k) => sum + (vectors[i * p + k] * vectors[j * p + k]) / value, 0);
  const slopes = withOutcome.map((_, i) => withOutcome.reduce((sum, r, j) => sum + inverse(i, j) * r, 0));
  return {
    slopes,
    rSquared: slopes.reduce((sum, slope, i) => sum + slope * withOutcome[i], 0),
    vif: withOutcome.map((_, i) => inverse(i, i)),
  };
}
