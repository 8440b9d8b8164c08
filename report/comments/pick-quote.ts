import type { DistinctiveWord } from './distinctive-words.ts';
import { wordsOf } from './words.ts';

/** A quote that can be read at a glance, in UTF-16 code units. */
const LENGTH = { min: 8, max: 160 } as const;

/**
 * The comment that says most of what sets its group apart: the one with the greatest sum of z, of equals the shorter.
 *
 * @param words that set the group apart
 * @returns undefined when no comment of fit length has any of them
 * @example pickQuote(['Waited for weeks'], [{ word: 'weeks', count: 3, share: 0.1, otherShare: 0, z: 4 }])
 */
export function pickQuote<C extends { readonly text: string }>(
  comments: Iterable<C>,
  words: readonly DistinctiveWord[],
): C | undefined {
  const weights = new Map(words.map(({ word, z }) => [word, z]));
  let best: C | undefined;
  let most = 0;
  for (const comment of comments) {
    const { length } = comment.text;
    if (length < LENGTH.min || length > LENGTH.max) continue;
    const weight = wordsOf(comment.text).reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
    if (weight > most || (weight === most && best && length < best.text.length)) {
      best = comment;
      most = weight;
    }
  }
  return best;
}
