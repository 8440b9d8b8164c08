import type { Counted } from '../summary/marginal.ts';
import { columnOf } from './column-of.ts';
import type { FiguresOptions } from './figures-options.ts';
import { easyPoint } from './measure.ts';
import { topShare, type TopShareFigure } from './top-share.ts';

/**
 * Customer effort: the share of those who found it easy, 5 to 7 of 7, and the mean; high is easy.
 *
 * Base: answered questions only. Unit: share, 0...1, unrounded; the mean in points of the scale.
 *
 * @param slice not mutated
 * @returns Wilson interval for the share, Student t for the mean; `undefined` below two answers
 * @example ces(slice)?.mean.value // 5.2
 * @see Dixon, Freeman & Toman (2010), Harvard Business Review 88(7), in the later wording on 1...7
 */
export function ces(slice: Counted, options: FiguresOptions = {}): TopShareFigure | undefined {
  const column = columnOf(slice, 'ces');
  return column && topShare(slice, column, easyPoint(column, options));
}
