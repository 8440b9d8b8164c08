import type { CrossProducts } from '../statistics/correlation-matrix.ts';
import { interval } from '../statistics/interval.ts';
import { relativeWeights, type RelativeWeights } from '../statistics/relative-weights.ts';
import type { Counted } from '../summary/marginal.ts';
import { blockInfluences, halfWidths, plainSums, type JackknifeRefusal } from './block-jackknife.ts';
import { driverModel, modelCorrelations, type ModelBase, type ModelRefusal } from './driver-model.ts';
import type { Figure } from './figure.ts';

/** Relative weight of one attribute: its share of the explained variance, 0...1. */
export interface RelativeWeightFigure extends Figure {
  /** Column key of the attribute's satisfaction. */
  readonly key: string;
  /** Its part of R², 0...1. */
  readonly raw: number;
  /** Sign of r over the same records: the weight itself carries none. */
  readonly sign: -1 | 0 | 1;
}

/** Relative weights of all attributes, or why there are none. */
export interface RelativeImportance extends ModelBase {
  readonly rSquared?: number;
  readonly refused?: ModelRefusal;
  /** Why the weights have no interval. */
  readonly intervalRefused?: JackknifeRefusal;
  /** By column key; empty when refused. */
  readonly weights: readonly RelativeWeightFigure[];
}

/**
 * Johnson's relative weights of all satisfactions for an outcome, with block-jackknife intervals.
 *
 * Base: records complete on the outcome and every satisfaction.
 *
 * @param slice not mutated
 * @param outcome column key
 * @param intervals false leaves out the jackknife, which takes longest
 * @example relativeImportance(slice, 'csat').weights[0]?.value // 0.10...
 */
export function relativeImportance(slice: Counted, outcome: string, intervals = true): RelativeImportance {
  const { base, set, refused, predictors } = driverModel(slice, outcome);
  if (!set) return { ...base, ...(refused && { refused }), weights: [] };
  const result = weightsOf(plainSums(set.total));
  if (!result) return { ...base, refused: 'collinear', weights: [] };
  const spread = intervals ? blockInfluences(set, weightShares) : undefined;
  const halves = typeof spread === 'object' ? halfWidths(spread) : undefined;
  const { n, effectiveN } = base;
  const weights = predictors.map((key, k): RelativeWeightFigure => {
    const value = result.shares[k];
    const limits = halves && { interval: interval('block-jackknife', value - halves[k], value + halves[k]) };
    const size = effectiveN === undefined ? { n } : { n, effectiveN };
    return { key, value, ...size, ...limits, raw: result.raw[k], sign: result.signs[k] };
  });
  const { rSquared } = result;
  return { ...base, rSquared, ...(typeof spread === 'string' && { intervalRefused: spread }), weights };
}

/**
 * Each predictor's share of the variance that all explain, 0...1.
 *
 * @param sums of the outcome and the predictors
 * @returns `undefined` where a column is constant or repeats others
 * @example weightShares({ n: 3, sums: [6, 4], products: [14, 9, 6] }) // [1]
 */
export function weightShares(sums: CrossProducts): readonly number[] | undefined {
  return weightsOf(sums)?.shares;
}

interface Weights extends RelativeWeights {
  readonly shares: readonly number[];
  readonly signs: readonly (-1 | 0 | 1)[];
}

function weightsOf(sums: CrossProducts): Weights | undefined {
  const correlations = modelCorrelations(sums);
  const weights = correlations && relativeWeights(correlations.predictors, correlations.withOutcome);
  if (!weights) return undefined;
  const { raw, rSquared } = weights;
  // Nothing explained: equal shares would be as true as any others, and 0/0 is no number.
  const shares = raw.map((weight) => (rSquared > 0 ? weight / rSquared : 0));
  return { ...weights, shares, signs: correlations.withOutcome.map(signOf) };
}

function signOf(r: number): -1 | 0 | 1 {
  if (r === 0) return 0;
  return r > 0 ? 1 : -1;
}
