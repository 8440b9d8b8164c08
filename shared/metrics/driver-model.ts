import { correlationMatrix, type CrossProducts } from '../statistics/correlation-matrix.ts';
import { answersTo, type Counted } from '../summary/marginal.ts';
import type { CompleteCases } from '../summary/summary.ts';
import { driverSet } from '../summary/table-plan.ts';
import { WEIGHT_UNITS } from '../summary/weight-units.ts';
import { plainSums } from './block-jackknife.ts';

/** Complete records needed, whatever the number of predictors. */
export const WEIGHTS_N_MIN = 30;

/** Complete records needed for each predictor and the outcome. */
export const WEIGHTS_N_PER_COLUMN = 5;

/** An attribute answered by fewer of the outcome's records than this is named: it costs most of the rows. */
export const RARELY_ANSWERED_BELOW = 0.1;

/** What a model of an outcome by all satisfactions stands on. */
export interface ModelBase {
  /** Records that answered the outcome and every attribute. */
  readonly n: number;
  /** Kish's effective n of these; only of weighted records. */
  readonly effectiveN?: number;
  /** `n` as a share of the records that answered the outcome; to be marked under 0.5. Absent: nobody did. */
  readonly kept?: number;
  /** Column keys of attributes that under 10 % of the outcome's records answered. */
  readonly rarelyAnswered: readonly string[];
}

/** Why there is no such model. */
export type ModelRefusal = 'too-few-complete' | 'constant-answers' | 'collinear';

/** The records of a model, where there are enough. */
export interface DriverModel {
  readonly base: ModelBase;
  readonly refused?: ModelRefusal;
  /** Column keys of the satisfactions. */
  readonly predictors: readonly string[];
  readonly set?: CompleteCases;
}

/**
 * The complete records of an outcome and every satisfaction.
 *
 * @param outcome column key
 * @example driverModel(slice, 'csat').base.n // 494
 */
export function driverModel(slice: Counted, outcome: string): DriverModel {
  const set = slice.all.complete?.find(({ name }) => name === driverSet(outcome));
  if (!set) return { base: { n: 0, rarelyAnswered: [] }, refused: 'too-few-complete', predictors: [] };
  const { n, weights, squares } = set.total;
  const answered = answersTo(slice, outcome);
  const predictors = set.keys.slice(1);
  const effectiveN = weights && squares && n > 0 ? kish(Number(weights.n), Number(squares.n)) : undefined;
  const base = {
    n,
    ...(effectiveN !== undefined && { effectiveN }),
    ...(answered > 0 && { kept: n / answered }),
    rarelyAnswered: predictors.filter((key) => answersTo(slice, key) < RARELY_ANSWERED_BELOW * answered),
  };
  if ((effectiveN ?? n) < Math.max(WEIGHTS_N_MIN, WEIGHTS_N_PER_COLUMN * set.keys.length))
    return { base, refused: 'too-few-complete', predictors };
  if (!correlationMatrix(plainSums(set.total))) return { base, refused: 'constant-answers', predictors };
  return { base, predictors, set };
}

/** In units the two differ by the units squared. */
function kish(weights: number, squares: number): number {
  return (weights / WEIGHT_UNITS) ** 2 / (squares / WEIGHT_UNITS ** 2);
}

/** Correlations of a model. */
export interface ModelCorrelations {
  /** Of the predictors with each other, row by row. */
  readonly predictors: readonly number[];
  /** Of each predictor with the outcome. */
  readonly withOutcome: readonly number[];
}

/**
 * The correlations of a set whose first column is the outcome.
 *
 * @returns `undefined` where a column is constant
 * @example modelCorrelations({ n: 3, sums: [6, 4], products: [14, 9, 6] })?.withOutcome // [0.866...]
 */
export function modelCorrelations(sums: CrossProducts): ModelCorrelations | undefined {
  const p = sums.sums.length;
  const matrix = correlationMatrix(sums);
  if (!matrix) return undefined;
  const rows = Array.from({ length: p - 1 }, (_, k) => k + 1);
  return {
    withOutcome: rows.map((i) => matrix[i]),
    predictors: rows.flatMap((i) => rows.map((j) => matrix[i * p + j])),
  };
}
