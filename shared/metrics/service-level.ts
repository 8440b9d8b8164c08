import type { Counted } from '../summary/marginal.ts';
import type { FiguresOptions } from './figures-options.ts';
import { topShare, type TopShareFigure } from './top-share.ts';

/** Column key of the built-in questionnaire's question. */
export const SERVICE_LEVEL_KEY = 'level';
/** Levels, from criminal to unbelievable. @see Kaufman (2012), Uplifting Service */
export const SERVICE_LEVELS = 6;
/** The lowest level beyond expectation: desired. */
export const BEYOND_EXPECTATION_FROM = 4;

/**
 * The six levels of service: how often each was named, and the share of those beyond expectation.
 *
 * @param slice not mutated
 * @returns Wilson interval; `undefined` without a question of six levels, and below two answers
 * @example serviceLevel(slice)?.counts // [0, 3, 12, 20, 9, 1]
 * @see Kaufman (2012), Uplifting Service
 */
export function serviceLevel(slice: Counted, options: FiguresOptions = {}): TopShareFigure | undefined {
  const key = options.serviceLevel ?? SERVICE_LEVEL_KEY;
  const column = slice.columns.find((candidate) => candidate.key === key && candidate.role === 'rating');
  if (column?.min !== 1 || column.max !== SERVICE_LEVELS) return undefined;
  return topShare(slice, column, options.satisfiedFrom?.get(key) ?? BEYOND_EXPECTATION_FROM);
}
