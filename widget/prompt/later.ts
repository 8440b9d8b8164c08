import type { Question } from '../../shared/questionnaire/questionnaire.ts';
import { CES_SCALE, CSAT_SCALE, RATING_SCALE } from '../../shared/questionnaire/scale.ts';
import { localize } from '../../shared/questionnaire/localize.ts';
import type { WholeView } from './card.ts';
import type { QuestionParts } from './kind-module.ts';
import { ratingScale } from './questions/rating-scale.ts';
import { scaleRows } from './questions/scale-rows.ts';
import { textParts } from './questions/text.ts';
import { wordScale } from './questions/word-scale.ts';

// What a visitor who only sees an NPS question does not need yet; loaded once the prompt stands.
export { hint, progress } from './card-frame.ts';
export { attach, speak, updated } from './element-life.ts';
export { back, forth } from './element-steps.ts';
export { lastWords } from './last-words.ts';
export { loadStrings } from './strings/load-strings.ts';
export { laterStyles as styles } from './later.styles.ts';

/** The kinds of question that seldom come first. */
export function parts(view: WholeView, question: Question): QuestionParts | undefined {
  const { strings } = view;
  switch (question.kind) {
    case 'csat':
      return wordScale(view, question.id, CSAT_SCALE, strings.csat);
    case 'ces': {
      const { id, anchors = strings.ces } = question;
      return { body: ratingScale(view, id, CES_SCALE, { look: scaleRows(view, CES_SCALE), anchors }) };
    }
    case 'rating': {
      const { id, scale = RATING_SCALE, anchors, words, look = 'numbers' } = question;
      if (words)
        return wordScale(
          view,
          id,
          scale,
          words.map((word) => localize(word, strings.locale)),
        );
      return look === 'numbers'
        ? { body: ratingScale(view, id, scale, { look: scaleRows(view, scale), anchors }) }
        : undefined;
    }
    case 'text':
      return textParts(view, question);
    default:
      return undefined;
  }
}
