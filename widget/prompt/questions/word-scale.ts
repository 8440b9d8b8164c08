import { html } from 'lit/html.js';
import type { Scale } from '../../../shared/questionnaire/scale.ts';
import type { WholeView } from '../card.ts';
import { fill } from '../card.ts';
import type { QuestionParts } from '../kind-module.ts';
import { ratingScale } from './rating-scale.ts';

/** Width that a word may take below its number, at the usual size, in px; a longer one makes the scale a list. */
const LONGEST_PX = 74;
/** About what a character takes at 13 px: full width, and the average of a Latin word. */
const WIDE_PX = 13;
const NARROW_PX = 6.1;
/** A row of words has room for so many points, in a card of this width. */
const ROW_POINTS = 5;
const ROW_PX = 420;

/** A scale whose points each have a word: in a row where all fit, else as a list. */
export function wordScale(
  view: WholeView,
  id: string,
  scale: Scale,
  words: readonly string[],
): QuestionParts {
  const narrow = view.width > 0 && view.width < ROW_PX;
  const list = narrow || words.length > ROW_POINTS || words.some((text) => longestWordPx(text) > LONGEST_PX);
  const face = (point: number, index: number) =>
    html`${fill('{n}', view.strings, point)} <span class="word">${words[index]}</span>`;
  return {
    layout: 'roomy',
    body: ratingScale(view, id, scale, { look: list ? 'list' : 'words', face }),
  };
}

/** About how wide the longest part is that no line break can divide. */
function longestWordPx(text: string): number {
  const width = (word: string) =>
    Array.from(word).reduce((sum, letter) => sum + (letter > '\u2e80' ? WIDE_PX : NARROW_PX), 0);
  return Math.max(...text.split(/[\s-]/).map(width));
}
