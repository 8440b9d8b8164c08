import type { Counted } from '../summary/marginal.ts';
import { tallyOf } from '../summary/tally.ts';
import { columnOf } from './column-of.ts';
import { shareOf, type ShareFigure } from './share-figure.ts';

/** How customers who told all their intents divide. */
export interface LoyaltyClasses {
  readonly n: number;
  readonly loyal: ShareFigure;
  readonly ordinary: ShareFigure;
  readonly drifting: ShareFigure;
}

/**
 * Loyal, ordinary and drifting customers, by what they mean to do; the summary holds the rule.
 *
 * Base: records that told every intent.
 *
 * @param slice not mutated
 * @returns Wilson intervals; `undefined` below two records
 * @example loyaltyClasses(slice)?.loyal.value // 0.31
 */
export function loyaltyClasses(slice: Counted): LoyaltyClasses | undefined {
  const column = columnOf(slice, 'loyalty-class');
  if (!column) return undefined;
  const tally = tallyOf(slice, column.key);
  const [drifting, ordinary, loyal] = [0, 1, 2].map((wanted) => shareOf(tally, (level) => level === wanted));
  if (!drifting || !ordinary || !loyal) return undefined;
  return { n: loyal.n, loyal, ordinary, drifting };
}
