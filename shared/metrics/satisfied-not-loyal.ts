import type { Counted } from '../summary/marginal.ts';
import { crossTally } from '../summary/tally.ts';
import { columnOf } from './column-of.ts';
import type { CsatOptions } from './csat.ts';
import type { Figure } from './figure.ts';
import { npsColumn, NPS_PROMOTER_MIN, type NpsOptions } from './nps.ts';
import { satisfiedFrom } from './satisfied-from.ts';
import { shareOf } from './share-figure.ts';

/** The share of all who answered both questions that are satisfied and would not promote, 0...1. */
export interface SatisfiedNotLoyalFigure extends Figure {
  readonly count: number;
  readonly satisfiedFrom: number;
  /** The highest answer to the NPS question that counts as not loyal. */
  readonly notLoyalUpTo: number;
  /** The same count as a share "of the satisfied"; absent below two of them. */
  readonly ofSatisfied?: Figure;
}

/**
 * Satisfied but not loyal: satisfied by the CSAT question, and no promoter by the NPS question.
 *
 * Base: records that answered both. Unit: share, 0...1, unrounded.
 *
 * @param slice not mutated
 * @returns Wilson interval; `undefined` below two records that answered both
 * @example satisfiedNotLoyal(slice)?.value // 0.31...
 */
export function satisfiedNotLoyal(
  slice: Counted,
  options: { readonly csat?: CsatOptions; readonly nps?: NpsOptions } = {},
): SatisfiedNotLoyalFigure | undefined {
  const csat = columnOf(slice, 'csat', options.csat?.key);
  const nps = npsColumn(slice, options.nps);
  if (!csat || !nps) return undefined;
  const tally = crossTally(slice, [csat.key, nps.key]);
  if (!tally) return undefined;
  const from = options.csat?.satisfiedFrom ?? satisfiedFrom(csat);
  const width = nps.max - nps.min + 2;
  const answer = (level: number) => csat.min + Math.floor(level / width);
  const recommend = (level: number) => nps.min + (level % width);
  const both = (level: number) => answer(level) <= csat.max && recommend(level) <= nps.max;
  const satisfied = (level: number) => both(level) && answer(level) >= from;
  const wavers = (level: number) => satisfied(level) && recommend(level) < NPS_PROMOTER_MIN;
  const share = shareOf(tally, wavers, both);
  if (!share) return undefined;
  const ofSatisfied = shareOf(tally, wavers, satisfied);
  return {
    ...share,
    satisfiedFrom: from,
    notLoyalUpTo: NPS_PROMOTER_MIN - 1,
    ...(ofSatisfied && { ofSatisfied }),
  };
}
