import type { Counted } from '../summary/marginal.ts';
import { tallyOf } from '../summary/tally.ts';
import { attributeScores, type AttributeScore } from './attribute-scores.ts';
import { shareOf } from './share-figure.ts';

/**
 * The share of those asked who picked each attribute as important, 0...1, with its Wilson interval.
 *
 * @returns by column key; attributes below two records are left out
 * @example pickShares(slice)[0]?.value // 0.42
 */
export function pickShares(slice: Counted): AttributeScore[] {
  return attributeScores(slice, 'pick').flatMap((score) =>
    [shareOf(tallyOf(slice, score.key), (level) => score.min + level > 0)]
      .filter((share) => share !== undefined)
      .map(({ interval }) => ({ ...score, interval })),
  );
}
