import type { Counted } from '../summary/marginal.ts';
import { tallyOf } from '../summary/tally.ts';
import { columnOf } from './column-of.ts';
import type { FiguresOptions } from './figures-options.ts';
import { meanOfValues, type MeanFigure } from './mean-figure.ts';

/** Share of customers that stay a year, by answer 1...5 to CSAT: a rule of thumb of practice, not measured here. */
export const RETENTION_BANDS: readonly (readonly [low: number, high: number])[] = [
  [0, 0.05],
  [0.15, 0.2],
  [0.6, 0.65],
  [0.8, 0.85],
  [0.92, 0.97],
];

/** The share of customers expected to stay a year, by a rule of thumb. */
export interface RetentionBand {
  readonly n: number;
  /** Both ends with their sampling errors. */
  readonly low: MeanFigure;
  readonly high: MeanFigure;
}

/**
 * The retention reading of the CSAT answers.
 *
 * @param slice not mutated
 * @returns `undefined` on other scales than five points, and below two answers
 * @example retention(slice)?.low.value // 0.79...
 */
export function retention(slice: Counted, options: FiguresOptions = {}): RetentionBand | undefined {
  const column = columnOf(slice, 'csat', options.csat?.key);
  const bands = options.retention ?? RETENTION_BANDS;
  if (!column || column.max - column.min + 1 !== bands.length) return undefined;
  const tally = tallyOf(slice, column.key);
  const [low, high] = [0, 1].map((end) =>
    meanOfValues(
      bands.map((band) => band[end]),
      tally,
    ),
  );
  return low && high && { n: low.n, low, high };
}
