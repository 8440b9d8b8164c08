import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import { RATING_SCALE } from '../../../shared/questionnaire/scale.ts';
import type { CardView } from '../card.ts';
import type { QuestionParts } from '../kind-module.ts';
import { html } from 'lit/html.js';
import { choiceParts } from './choice.ts';
import { contactParts } from './contact.ts';
import { ratingFace } from './rating-face.ts';
import { ratingScale } from './rating-scale.ts';

export { moreStyles as styles } from './more.styles.ts';

/** The kinds of question that few surveys ask. */
export function parts(view: CardView, question: Question): QuestionParts | undefined {
  switch (question.kind) {
    case 'choice':
      return choiceParts(view, question);
    case 'contact':
      return contactParts(view, question);
    case 'note':
      return { body: html``, touched: true };
    case 'rating': {
      const { id, scale = RATING_SCALE, anchors, look } = question;
      if (look !== 'stars' && look !== 'faces') return undefined;
      return {
        body: ratingScale(view, id, scale, { look, anchors, face: ratingFace(view, question, look) }),
      };
    }
    default:
      return undefined;
  }
}
