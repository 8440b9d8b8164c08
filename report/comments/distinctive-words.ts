import { wordsOf } from './words.ts';

/** How many comments of a group use each word. */
export interface WordCounts {
  readonly comments: number;
  /** Comments with the word in them, by word. */
  readonly byWord: ReadonlyMap<string, number>;
}

/** A word that one group of comments uses more than another. */
export interface DistinctiveWord {
  readonly word: string;
  /** Comments of the group that use it. */
  readonly count: number;
  /** Share of the group's comments, 0–1. */
  readonly share: number;
  /** Share of the other group's comments, 0–1. */
  readonly otherShare: number;
  /** Log odds ratio in standard errors; positive. */
  readonly z: number;
}

/** The weight of the prior in words: what both groups have in common counts as this many words seen before. */
const PRIOR_WORDS = 1_000;
/** A word is named from this many comments on: below, one writer can make it. */
const COMMENTS_MIN = 3;
/** Standard errors from which a word sets a group apart. */
const Z_MIN = 1.959963984540054;

/**
 * Counts in how many comments each word stands; a word said twice in one comment counts once.
 *
 * @example countWords(['good', 'good, good']).byWord.get('good') // 2
 */
export function countWords(comments: Iterable<string>): WordCounts {
  const byWord = new Map<string, number>();
  let total = 0;
  for (const comment of comments) {
    total++;
    for (const word of wordsOf(comment)) byWord.set(word, (byWord.get(word) ?? 0) + 1);
  }
  return { comments: total, byWord };
}

/**
 * Words that set one group of comments apart from another: log odds ratios with an informative Dirichlet prior.
 *
 * The prior is the words of both groups together, as heavy as 1,000 words, so that a rare word needs more evidence.
 *
 * @param group whose words are wanted
 * @param other what it is compared with
 * @returns the largest z first, only words of at least 3 comments with z of at least 1.96; empty when either group is
 * @see Monroe, Colaresi, Quinn (2008), Political Analysis 16(4), equations 15, 20 and 22
 * @example distinctiveWords(countWords(detractors), countWords(promoters))[0]?.word
 */
export function distinctiveWords(group: WordCounts, other: WordCounts): readonly DistinctiveWord[] {
  const words = total(group);
  const otherWords = total(other);
  if (words === 0 || otherWords === 0) return [];
  const found: DistinctiveWord[] = [];
  for (const [word, count] of group.byWord) {
    const otherCount = other.byWord.get(word) ?? 0;
    const prior = (PRIOR_WORDS * (count + otherCount)) / (words + otherWords);
    const logOdds =
      Math.log((count + prior) / (words + PRIOR_WORDS - count - prior)) -
      Math.log((otherCount + prior) / (otherWords + PRIOR_WORDS - otherCount - prior));
    const z = logOdds / Math.sqrt(1 / (count + prior) + 1 / (otherCount + prior));
    if (count >= COMMENTS_MIN && z >= Z_MIN) {
      found.push({
        ...{ word, count, z },
        share: count / group.comments,
        otherShare: otherCount / other.comments,
      });
    }
  }
  return found.sort((a, b) => b.z - a.z || (a.word < b.word ? -1 : 1));
}

function total({ byWord }: WordCounts): number {
  return [...byWord.values()].reduce((sum, count) => sum + count, 0);
}
