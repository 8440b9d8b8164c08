import { html, nothing } from 'lit/html.js';
import { localize } from '../../../shared/questionnaire/localize.ts';
import type { NoteQuestion, Question } from '../../../shared/questionnaire/questionnaire.ts';
import { RATING_SCALE } from '../../../shared/questionnaire/scale.ts';
import type { WholeView } from '../card.ts';
import { heading, phrased } from '../card.ts';
import type { QuestionParts } from '../kind-module.ts';
import { choiceParts } from './choice.ts';
import { contactParts } from './contact.ts';
import { ratingFace } from './rating-face.ts';
import { ratingScale } from './rating-scale.ts';
import { scaleRows } from './scale-rows.ts';

export { moreStyles as styles } from './more.styles.ts';

/** The kinds of question that few surveys ask. */
export function parts(view: WholeView, question: Question): QuestionParts | undefined {
  switch (question.kind) {
    case 'choice':
      return choiceParts(view, question);
    case 'contact':
      return contactParts(view, question);
    case 'note':
      return noteParts(view, question);
    case 'rating': {
      const { id, scale = RATING_SCALE, anchors, look } = question;
      if (look !== 'stars' && look !== 'faces') return undefined;
      return {
        body: ratingScale(view, id, scale, {
          look: `${look} ${scaleRows(view, scale)}`,
          anchors,
          face: ratingFace(view, question, look),
        }),
      };
    }
    default:
      return undefined;
  }
}

/** The text below the heading stands in the part that scrolls, for it may be long. */
function noteParts({ strings }: WholeView, { label, hint }: NoteQuestion): QuestionParts {
  const text = hint && phrased(localize(hint, strings.locale), strings);
  return {
    touched: true,
    done: strings.done,
    head: heading(localize(label, strings.locale), strings),
    body: html`${text ? html`<p class="hint" part="hint">${text}</p>` : nothing}`,
  };
}
