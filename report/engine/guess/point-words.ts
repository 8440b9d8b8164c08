import type { PointWord } from '../../../shared/mapping/mapping.ts';
import type { Scale } from '../../../shared/questionnaire/scale.ts';

/** Scales in words, the lowest point first; several ways of saying one point stand together. */
const SCALES: readonly (readonly (readonly string[])[])[] = [
  [
    ['very dissatisfied', 'very unsatisfied', 'completely dissatisfied', 'extremely dissatisfied'],
    ['dissatisfied', 'unsatisfied', 'somewhat dissatisfied', 'rather dissatisfied'],
    ['neutral', 'neither satisfied nor dissatisfied', 'neither', 'ok', 'okay'],
    ['satisfied', 'somewhat satisfied', 'rather satisfied'],
    ['very satisfied', 'completely satisfied', 'extremely satisfied'],
  ],
  [
    ['not at all important', 'very unimportant', 'not important at all'],
    ['slightly important', 'unimportant', 'not very important', 'not important'],
    ['moderately important', 'neutral', 'somewhat important'],
    ['important', 'quite important'],
    ['extremely important', 'very important'],
  ],
  [
    ['strongly disagree', 'completely disagree'],
    ['disagree', 'somewhat disagree'],
    ['neutral', 'neither agree nor disagree', 'undecided'],
    ['agree', 'somewhat agree'],
    ['strongly agree', 'completely agree'],
  ],
  [
    ['very poor', 'terrible'],
    ['poor', 'bad'],
    ['average', 'fair', 'ok'],
    ['good'],
    ['very good', 'excellent'],
  ],
  [
    ['非常不满意', '很不满意', '十分不满意', '非常不滿意'],
    ['不满意', '比较不满意', '不太满意', '不滿意'],
    ['一般', '中立', '普通'],
    ['满意', '比较满意', '較滿意', '滿意'],
    ['非常满意', '很满意', '十分满意', '非常滿意'],
  ],
  [
    ['非常不重要', '很不重要', '完全不重要'],
    ['不重要', '不太重要', '比较不重要'],
    ['一般', '中立', '普通'],
    ['重要', '比较重要'],
    ['非常重要', '很重要'],
  ],
  [
    ['非常不同意', '完全不同意', '很不同意'],
    ['不同意', '不太同意', '比较不同意'],
    ['一般', '中立', '不确定'],
    ['同意', '比较同意'],
    ['非常同意', '完全同意', '很同意'],
  ],
  [
    ['很差', '非常差'],
    ['差', '较差'],
    ['一般', '普通'],
    ['好', '较好'],
    ['很好', '非常好'],
  ],
  [['neutral or dissatisfied', 'dissatisfied', 'unsatisfied', 'not satisfied'], ['satisfied']],
  [['不满意'], ['满意']],
  [
    ['no', 'false', 'n'],
    ['yes', 'true', 'y'],
  ],
  [['否', '不是'], ['是']],
];

/** Words in place of points, and the scale that they make. */
export interface WordScale {
  readonly scale: Scale;
  readonly values: readonly PointWord[];
}

/**
 * The scale that a column's words make: two words count from 0, more from 1.
 *
 * @param words as they stand in the cells
 * @returns undefined when one of them is on no scale that is known
 * @example wordScale(['satisfied', 'neutral or dissatisfied'])?.scale // { min: 0, max: 1 }
 */
export function wordScale(words: Iterable<string>): WordScale | undefined {
  const given = [...words];
  if (given.length < 2) return undefined;
  // Two words are first looked for where there are but two: else "satisfied" would be the fourth of five.
  for (const points of [...SCALES].sort((a, b) => a.length - b.length)) {
    const places = given.map((word) => points.findIndex((ways) => ways.includes(word.trim().toLowerCase())));
    if (places.includes(-1) || (points.length === 2 && new Set(places).size < 2)) continue;
    const min = points.length === 2 ? 0 : 1;
    const values = given.map((text, at) => ({ text: text.trim(), point: places[at] + min }));
    values.sort((a, b) => a.point - b.point);
    return { scale: { min, max: min + points.length - 1 }, values };
  }
  return undefined;
}
