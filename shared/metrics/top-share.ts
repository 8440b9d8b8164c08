import type { Counted } from '../summary/marginal.ts';
import type { ScaleDefinition } from '../summary/summary.ts';
import { tallyOf } from '../summary/tally.ts';
import type { Figure } from './figure.ts';
import { meanFigure, type MeanFigure } from './mean-figure.ts';
import { shareOf } from './share-figure.ts';

/** The share of answers on the highest points, 0...1, with the mean and the distribution behind it. */
export interface TopShareFigure extends Figure {
  readonly key: string;
  readonly label?: string;
  readonly min: number;
  readonly max: number;
  /** The lowest point that counts; always to be printed. */
  readonly from: number;
  /** Answers that count. */
  readonly count: number;
  /** Answers by point, from `min`. */
  readonly counts: readonly number[];
  readonly mean: MeanFigure;
}

/**
 * The share of a column's answers from a point on.
 *
 * Base: answered questions only.
 *
 * @param slice not mutated
 * @param from lowest point that counts
 * @returns Wilson interval for the share, Student t for the mean; `undefined` below two answers
 * @example topShare(slice, csat, 4)?.value // 0.5, for the answers 5, 4, 3, 1 on 1...5
 */
export function topShare(slice: Counted, column: ScaleDefinition, from: number): TopShareFigure | undefined {
  const { key, label, min, max } = column;
  const tally = tallyOf(slice, key);
  const mean = meanFigure(min, tally);
  const share = shareOf(tally, (level) => min + level >= from);
  if (!mean || !share) return undefined;
  return {
    key,
    ...(label === undefined ? {} : { label }),
    ...share,
    min,
    max,
    from,
    counts: tally.counts,
    mean,
  };
}
