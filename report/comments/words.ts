import { isStopWord, type CommentLanguage } from './stop-words.ts';

const HAN = /\p{Script=Han}/u;
const HAS_LETTER = /\p{L}/u;
/** One character alone rarely names a subject; with its negation it does (不好). */
const LETTERS_MIN = 2;
/**
 * What turns the word after it, and how it is written before that word: "not good" is another word than "good".
 * 不是很好 and 不太好 say 不好.
 */
const NEGATIONS: Readonly<Record<CommentLanguage, ReadonlyMap<string, string>>> = {
  en: new Map(
    ['not', 'no', 'never', 'without', "don't", "doesn't", "didn't", "isn't", "wasn't", "won't", "can't"].map(
      (word) => [word, `${word} `],
    ),
  ),
  zh: new Map([
    ...['不', '没', '沒', '没有', '沒有', '无', '無', '未', '别', '別', '不够', '不夠'].map(
      (word) => [word, word] as const,
    ),
    ...(['不是', '不太', '不怎么', '不怎麼'] as const).map((word) => [word, '不'] as const),
  ]),
};

const segmenters = new Map<CommentLanguage, Intl.Segmenter>();

/**
 * The language that a comment's words are cut by: Chinese where it has a Han character, else as English.
 *
 * @example commentLanguage('服务 OK') // 'zh'
 */
export function commentLanguage(comment: string): CommentLanguage {
  return HAN.test(comment) ? 'zh' : 'en';
}

/**
 * The words of a comment that may name a subject, each once, in order of appearance.
 *
 * Words are cut by `Intl.Segmenter`, in lower case and compatibility form (NFKC); numbers, stop words and single
 * characters are left out. A negation is joined to the word that it turns.
 *
 * @example wordsOf('The staff were not very helpful.') // ['staff', 'not helpful']
 */
export function wordsOf(comment: string): readonly string[] {
  const language = commentLanguage(comment);
  const words = new Set<string>();
  let negation = '';
  for (const word of segments(comment.normalize('NFKC').toLowerCase().replaceAll('’', "'"), language)) {
    const turns = NEGATIONS[language].get(word);
    if (turns !== undefined) negation = turns;
    // Grammar may stand between a negation and its word: "not a very good", 不是很好.
    else if (!isStopWord(word, language)) {
      if ((language === 'zh' ? negation + word : word).length >= LETTERS_MIN) words.add(negation + word);
      negation = '';
    }
  }
  return [...words];
}

/** Punctuation ends a negation's reach: it comes as an empty segment. */
function* segments(text: string, language: CommentLanguage): Generator<string> {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  for (const { segment } of segmenter.segment(text)) {
    // Firefox marks some real words as not word-like, so letters decide.
    if (HAS_LETTER.test(segment)) yield segment;
    else if (segment.trim() !== '') yield '';
  }
}
