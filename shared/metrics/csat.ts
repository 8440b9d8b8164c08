import type { Counted } from '../summary/marginal.ts';
import { tallyOf } from '../summary/tally.ts';
import { columnOf } from './column-of.ts';
import type { Figure } from './figure.ts';
import { meanFigure, type MeanFigure } from './mean-figure.ts';
import { satisfiedFrom } from './satisfied-from.ts';
import { shareOf } from './share-figure.ts';

/** The share of the satisfied, 0...1, with the mean and the distribution behind it. */
export interface CsatFigure extends Figure {
  readonly key: string;
  readonly min: number;
  readonly max: number;
  /** The lowest point that counts as satisfied; always to be printed. */
  readonly satisfiedFrom: number;
  readonly satisfied: number;
  /** Answers by point, from `min`. */
  readonly counts: readonly number[];
  readonly mean: MeanFigure;
}

/** Which question, and who counts as satisfied. */
export interface CsatOptions {
  /** Column key; absent: the first column whose role is `csat`. */
  readonly key?: string;
  /** The lowest point that counts as satisfied; absent: by the scale. */
  readonly satisfiedFrom?: number;
}

/**
 * Customer satisfaction: the share of answers on the highest points.
 *
 * Base: answered questions only. Unit: share, 0...1, unrounded; the mean in points of the scale.
 *
 * @param slice not mutated
 * @returns Wilson interval for the share, Student t for the mean; `undefined` below two answers
 * @example csat(slice)?.value // 0.5, for the answers 5, 4, 3, 1 on 1...5
 */
export function csat(slice: Counted, options: CsatOptions = {}): CsatFigure | undefined {
  const column = columnOf(slice, 'csat', options.key);
  if (!column) return undefined;
  const { key, min, max } = column;
  const tally = tallyOf(slice, key);
  const from = options.satisfiedFrom ?? satisfiedFrom(column);
  const mean = meanFigure(min, tally);
  const share = shareOf(tally, (level) => min + level >= from);
  if (!mean || !share) return undefined;
  const { count, ...figure } = share;
  return { key, ...figure, min, max, satisfiedFrom: from, satisfied: count, counts: tally.counts, mean };
}
