import type { Counted } from '../summary/marginal.ts';
import type { FiguresOptions } from './figures-options.ts';
import { satisfiedFrom } from './satisfied-from.ts';
import { topShare, type TopShareFigure } from './top-share.ts';

/**
 * Every other question on a scale: its mean, and the share of its highest points.
 *
 * @param slice not mutated
 * @returns by column key; questions below two answers are left out
 * @example ratings(slice, {})[0]?.mean.value // 3.4
 */
export function ratings(slice: Counted, options: FiguresOptions): TopShareFigure[] {
  return slice.columns
    .filter(({ role }) => role === 'rating' || role === 'outcome')
    .flatMap((column) => {
      const from = options.satisfiedFrom?.get(column.key) ?? satisfiedFrom(column);
      return topShare(slice, column, from) ?? [];
    });
}
