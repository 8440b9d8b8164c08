import type { Counted } from '../summary/marginal.ts';
import { tallyOf } from '../summary/tally.ts';
import type { FiguresOptions } from './figures-options.ts';
import { shareOf, type ShareFigure } from './share-figure.ts';
import { topShare, type TopShareFigure } from './top-share.ts';

/** Column key of the built-in questionnaire's question. */
export const SERVICE_LEVEL_KEY = 'level';
/** Levels, from criminal to unbelievable. @see Kaufman (2012), Uplifting Service */
export const SERVICE_LEVELS = 6;
/** The lowest level beyond expectation: desired. */
export const BEYOND_EXPECTATION_FROM = 4;

/** How many named one level of service, as a share of all who named one. */
export interface LevelShare extends ShareFigure {
  /** 1, criminal, to 6, unbelievable. */
  readonly level: number;
}

/** The share beyond expectation, and that of each level. */
export interface ServiceLevelFigure extends TopShareFigure {
  /** From the lowest level on; one that nobody named has a share of 0. */
  readonly levels: readonly LevelShare[];
}

/**
 * The six levels of service: how often each was named, and the share of those beyond expectation.
 *
 * @param slice not mutated
 * @returns Wilson intervals; `undefined` without a question of six levels, and below two answers
 * @example serviceLevel(slice)?.levels[3]?.value // 0.444..., for the counts 0, 3, 12, 20, 9 and 1
 * @see Kaufman (2012), Uplifting Service
 */
export function serviceLevel(slice: Counted, options: FiguresOptions = {}): ServiceLevelFigure | undefined {
  const key = options.serviceLevel ?? SERVICE_LEVEL_KEY;
  const column = slice.columns.find((candidate) => candidate.key === key && candidate.role === 'rating');
  if (column?.min !== 1 || column.max !== SERVICE_LEVELS) return undefined;
  const beyond = topShare(slice, column, options.satisfiedFrom?.get(key) ?? BEYOND_EXPECTATION_FROM);
  const tally = tallyOf(slice, key);
  if (!beyond) return undefined;
  const shares = tally.counts.map((_, k) => shareOf(tally, (level) => level === k));
  const levels = shares
    .filter((share) => share !== undefined)
    .map((share, k) => ({ level: column.min + k, ...share }));
  return { ...beyond, levels };
}
