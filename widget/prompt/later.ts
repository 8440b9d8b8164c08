import type { CsatQuestion, TextQuestion } from '../../shared/questionnaire/questionnaire.ts';
import { CSAT_SCALE, scalePoints } from '../../shared/questionnaire/scale.ts';
import type { CardView, QuestionParts } from './card.ts';
import { scale } from './questions/rating-scale.ts';
import { textField } from './questions/text.ts';

// What a visitor who only sees an NPS question does not need yet; loaded once the prompt stands.
export { lastWords } from './last-words.ts';
export { laterStyles } from './later.styles.ts';

/** The kinds of question that seldom come first. */
export function laterParts(view: CardView, question: CsatQuestion | TextQuestion): QuestionParts {
  const { id, kind } = question;
  if (kind === 'text') return { body: textField(view, question) };
  return { body: scale(view, id, scalePoints(CSAT_SCALE), 'words', view.strings.csat) };
}
