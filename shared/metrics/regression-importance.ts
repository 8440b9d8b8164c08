import type { CrossProducts } from '../statistics/correlation-matrix.ts';
import { interval } from '../statistics/interval.ts';
import { standardisedRegression, type StandardisedRegression } from '../statistics/regression.ts';
import type { Counted } from '../summary/marginal.ts';
import { blockInfluences, halfWidths, plainSums, type JackknifeRefusal } from './block-jackknife.ts';
import { driverModel, modelCorrelations, type ModelBase, type ModelRefusal } from './driver-model.ts';
import type { Figure } from './figure.ts';

/** From this variance inflation on, slopes change places by chance. */
export const VIF_UNSTABLE_ABOVE = 10;

/** Slope of one attribute: standard deviations of the outcome for one of the attribute, the others held. */
export interface SlopeFigure extends Figure {
  /** Column key of the attribute's satisfaction. */
  readonly key: string;
  /** Variance inflation factor. */
  readonly vif: number;
}

/** Standardised regression on all attributes, or why there is none. */
export interface RegressionImportance extends ModelBase {
  readonly rSquared?: number;
  readonly refused?: ModelRefusal;
  readonly intervalRefused?: JackknifeRefusal;
  /** Some attribute's VIF is above 10: relative weights say more. */
  readonly unstable: boolean;
  /** By column key; empty when refused. */
  readonly slopes: readonly SlopeFigure[];
}

/**
 * Standardised regression of an outcome on all satisfactions, with block-jackknife intervals.
 *
 * Base: records complete on the outcome and every satisfaction.
 *
 * @param slice not mutated
 * @param outcome column key
 * @example regressionImportance(slice, 'csat').slopes[0]?.vif // 1.9...
 */
export function regressionImportance(slice: Counted, outcome: string): RegressionImportance {
  const { base, set, refused, predictors } = driverModel(slice, outcome);
  if (!set) return { ...base, ...(refused && { refused }), unstable: false, slopes: [] };
  const result = regressionOf(plainSums(set.total));
  if (!result) return { ...base, refused: 'collinear', unstable: false, slopes: [] };
  const { rSquared, vif } = result;
  const spread = blockInfluences(set, regressionSlopes);
  const halves = typeof spread === 'string' ? undefined : halfWidths(spread);
  const { n, effectiveN } = base;
  const slopes = predictors.map((key, k): SlopeFigure => {
    const value = result.slopes[k];
    const limits = halves && { interval: interval('block-jackknife', value - halves[k], value + halves[k]) };
    return { key, value, ...(effectiveN === undefined ? { n } : { n, effectiveN }), ...limits, vif: vif[k] };
  });
  const unstable = vif.some((factor) => factor > VIF_UNSTABLE_ABOVE);
  return {
    ...base,
    rSquared,
    ...(typeof spread === 'string' && { intervalRefused: spread }),
    unstable,
    slopes,
  };
}

/**
 * The standardised slopes of the predictors.
 *
 * @param sums of the outcome and the predictors
 * @returns `undefined` where a column is constant or repeats others
 * @example regressionSlopes({ n: 3, sums: [6, 4], products: [14, 9, 6] }) // [0.866...]
 */
export function regressionSlopes(sums: CrossProducts): readonly number[] | undefined {
  return regressionOf(sums)?.slopes;
}

function regressionOf(sums: CrossProducts): StandardisedRegression | undefined {
  const correlations = modelCorrelations(sums);
  return correlations && standardisedRegression(correlations.predictors, correlations.withOutcome);
}
