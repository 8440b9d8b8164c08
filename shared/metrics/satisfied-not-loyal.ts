import { marginal, type Counted } from '../summary/marginal.ts';
import { columnOf } from './column-of.ts';
import type { CsatOptions } from './csat.ts';
import { FIGURE_N_MIN, type Figure } from './figure.ts';
import { npsColumn, NPS_PROMOTER_MIN, type NpsOptions } from './nps.ts';
import { satisfiedFrom } from './satisfied-from.ts';
import { shareFigure } from './share-figure.ts';

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
  const table = marginal(slice, [csat.key, nps.key]);
  if (!table) return undefined;
  const from = options.csat?.satisfiedFrom ?? satisfiedFrom(csat);
  const width = nps.max - nps.min + 2;
  let [n, satisfied, count] = [0, 0, 0];
  table.forEach((records, index) => {
    const answer = csat.min + Math.floor(index / width);
    const recommend = nps.min + (index % width);
    if (answer > csat.max || recommend > nps.max) return;
    n += records;
    if (answer >= from) satisfied += records;
    if (answer >= from && recommend < NPS_PROMOTER_MIN) count += records;
  });
  if (n < FIGURE_N_MIN) return undefined;
  const ofSatisfied = satisfied < FIGURE_N_MIN ? {} : { ofSatisfied: shareFigure(count, satisfied) };
  return {
    ...shareFigure(count, n),
    count,
    satisfiedFrom: from,
    notLoyalUpTo: NPS_PROMOTER_MIN - 1,
    ...ofSatisfied,
  };
}
