import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import { NPS_SCALE } from '../../../shared/questionnaire/scale.ts';
import type { CardView } from '../card.ts';
import type { QuestionParts } from '../kind-module.ts';
import { ratingScale } from './rating-scale.ts';

/** 0 to 10 as one ruler, with words at both ends. */
export function npsParts(view: CardView, question: Question): QuestionParts | undefined {
  if (question.kind !== 'nps') return undefined;
  const { id, anchors = view.strings.nps } = question;
  return { body: ratingScale(view, id, NPS_SCALE, { look: 'long', anchors }) };
}
