import type { Counted } from '../summary/marginal.ts';
import { columnOf } from './column-of.ts';
import { satisfiedFrom } from './satisfied-from.ts';
import { topShare, type TopShareFigure } from './top-share.ts';

/** The share of the satisfied, 0...1, with the mean and the distribution behind it. */
export interface CsatFigure extends Omit<TopShareFigure, 'from' | 'count'> {
  /** The lowest point that counts as satisfied; always to be printed. */
  readonly satisfiedFrom: number;
  readonly satisfied: number;
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
  const share = column && topShare(slice, column, options.satisfiedFrom ?? satisfiedFrom(column));
  if (!share) return undefined;
  const { from, count, ...figure } = share;
  return { ...figure, satisfiedFrom: from, satisfied: count };
}
