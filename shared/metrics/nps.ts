import { npsAdjustedWald, npsWald } from '../statistics/nps-interval.ts';
import { interval, Z, type Interval } from '../statistics/interval.ts';
import { weightedMoments } from '../statistics/weighted-sample.ts';
import type { Counted } from '../summary/marginal.ts';
import type { ScaleDefinition } from '../summary/summary.ts';
import { tallyOf, type Tally } from '../summary/tally.ts';
import { columnOf } from './column-of.ts';
import { FIGURE_N_MIN, type Figure } from './figure.ts';

/** The lowest answer of a promoter, on 0...10 and on 1...10. @see Reichheld (2003), Harvard Business Review 81(12) */
export const NPS_PROMOTER_MIN = 9;

/** The highest answer of a detractor. @see Reichheld (2003), Harvard Business Review 81(12) */
export const NPS_DETRACTOR_MAX = 6;

/** A Net Promoter Score in points, −100...100. */
export interface NpsFigure extends Figure {
  readonly key: string;
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
  /** The classical interval, not clipped; for comparison with other tools. */
  readonly wald: Interval;
  /** `1–10` is to be printed beside the figure: the usual scale starts at 0. */
  readonly scale: '0–10' | '1–10';
}

/** Which question, and what the reader confirmed about it. */
export interface NpsOptions {
  /** Column key; absent: the first column whose role is `nps`. */
  readonly key?: string;
  /** The reader confirmed that a question on 1...10 counts as NPS. */
  readonly oneToTen?: boolean;
}

/**
 * Net Promoter Score: share of promoters minus share of detractors.
 *
 * Base: answered questions only; a skipped one is not in n.
 * Unit: points, -100...100, unrounded.
 *
 * @param slice not mutated
 * @returns value, counts, n and 95 % adjusted Wald interval; `undefined` below two answers, without the question,
 *   on another scale than 0...10, and on 1...10 unless confirmed
 * @example nps(slice)?.value // 25, for the answers 10, 9, 8, 6
 * @see Reichheld (2003), Harvard Business Review 81(12)
 */
export function nps(slice: Counted, options: NpsOptions = {}): NpsFigure | undefined {
  const column = npsColumn(slice, options);
  const score = column && npsOf(column.min, tallyOf(slice, column.key));
  if (!score) return undefined;
  return { key: column.key, ...score, scale: column.min === 0 ? '0–10' : '1–10' };
}

/** What a tally of answers gives. */
export type NpsScore = Omit<NpsFigure, 'key' | 'scale'> & { readonly interval: Interval };

/**
 * Net Promoter Score of answers by point.
 *
 * Under weights, the interval is the score ± z times its linearised standard error.
 *
 * @param min the point of the first count
 * @returns `undefined` below two answers
 * @example npsOf(0, tally)?.promoters // 1
 */
export function npsOf(min: number, tally: Tally): NpsScore | undefined {
  const classOf = (level: number) => npsClass(min + level);
  const sum = (of: readonly number[], wanted: number) =>
    of.reduce((total, value, level) => (classOf(level) === wanted ? total + value : total), 0);
  const [detractors, passives, promoters] = [-1, 0, 1].map((wanted) => sum(tally.counts, wanted));
  const n = detractors + passives + promoters;
  const counts = { detractors, passives, promoters };
  if (!tally.weighted) {
    if (n < FIGURE_N_MIN) return undefined;
    const value = (100 * (promoters - detractors)) / n;
    return {
      value,
      n,
      interval: npsAdjustedWald(promoters, detractors, n),
      ...counts,
      wald: npsWald(promoters, detractors, n),
    };
  }
  const [down, middle, up] = [-1, 0, 1].map((wanted) => ({
    weights: sum(tally.weights, wanted),
    squares: sum(tally.squares, wanted),
    counts: sum(tally.counts, wanted),
  }));
  const sample = weightedMoments([-100, 0, 100], {
    counts: [down.counts, middle.counts, up.counts],
    weights: [down.weights, middle.weights, up.weights],
    squares: [down.squares, middle.squares, up.squares],
  });
  if (!sample) return undefined;
  const { mean, se, effectiveN } = sample;
  const [low, high] = [mean - Z * se, mean + Z * se];
  const clipped = interval('linearised', Math.max(-100, low), Math.min(100, high));
  return {
    value: mean,
    n,
    effectiveN,
    interval: clipped,
    ...counts,
    wald: interval('linearised', low, high),
  };
}

/**
 * −1 for a detractor, 0 for a passive, 1 for a promoter.
 *
 * @example npsClass(8) // 0
 */
export function npsClass(answer: number): -1 | 0 | 1 {
  if (answer >= NPS_PROMOTER_MIN) return 1;
  return answer <= NPS_DETRACTOR_MAX ? -1 : 0;
}

/**
 * The question that NPS is made of: on 0...10, or on 1...10 when the reader confirmed that.
 *
 * @example npsColumn(slice)?.key // 'nps'
 */
export function npsColumn(
  slice: Counted,
  { key, oneToTen = false }: NpsOptions = {},
): ScaleDefinition | undefined {
  const column = columnOf(slice, 'nps', key);
  if (column?.max !== 10) return undefined;
  return column.min === 0 || (column.min === 1 && oneToTen) ? column : undefined;
}
