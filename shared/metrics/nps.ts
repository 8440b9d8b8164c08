import { npsAdjustedWald, npsWald } from '../statistics/nps-interval.ts';
import type { Interval } from '../statistics/interval.ts';
import type { Counted } from '../summary/marginal.ts';
import type { ScaleDefinition } from '../summary/summary.ts';
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
  if (!column) return undefined;
  let [detractors, passives, promoters] = [0, 0, 0];
  slice.all.histograms[column.key].counts.forEach((count, k) => {
    const answer = column.min + k;
    if (answer >= NPS_PROMOTER_MIN) promoters += count;
    else if (answer <= NPS_DETRACTOR_MAX) detractors += count;
    else passives += count;
  });
  const n = detractors + passives + promoters;
  if (n < FIGURE_N_MIN) return undefined;
  return {
    key: column.key,
    value: (100 * (promoters - detractors)) / n,
    n,
    interval: npsAdjustedWald(promoters, detractors, n),
    detractors,
    passives,
    promoters,
    wald: npsWald(promoters, detractors, n),
    scale: column.min === 0 ? '0–10' : '1–10',
  };
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
