import type { AnswerValue } from '../../shared/answers/answer-record.ts';
import type { Question } from '../../shared/questionnaire/questionnaire.ts';
import type { Scale } from '../../shared/questionnaire/scale.ts';
import { CES_SCALE, CSAT_SCALE, NPS_SCALE, onScale, RATING_SCALE } from '../../shared/questionnaire/scale.ts';
import type { FourfoldSurvey } from './fourfold-survey.ts';

/** Answers the first question of a prompt as the link says that led here, where that is an answer. */
export function giveFirstAnswer(element: FourfoldSurvey, text: string): void {
  const [question] = element.run.session.questionnaire.questions;
  const value = valueFor(question, text);
  if (value !== undefined) element.give(question.id, value);
}

/**
 * The answer to a question that a link can give: a point of its scale, or the id of an option.
 *
 * @returns undefined where it is none
 * @example valueFor({ id: 'nps', kind: 'nps' }, '9') // 9
 * @example valueFor({ id: 'nps', kind: 'nps' }, '11') // undefined
 */
export function valueFor(question: Question, text: string): AnswerValue | undefined {
  if (question.kind === 'choice') {
    const known = question.options.some(({ id }) => id === text);
    return known ? (question.many ? [text] : text) : undefined;
  }
  const scale = scaleOf(question);
  if (!scale || !/^\d+$/.test(text)) return undefined;
  const point = Number(text);
  return onScale(scale, point) ? point : undefined;
}

function scaleOf(question: Question): Scale | undefined {
  switch (question.kind) {
    case 'nps':
      return NPS_SCALE;
    case 'csat':
      return CSAT_SCALE;
    case 'ces':
      return CES_SCALE;
    case 'rating':
      return question.scale ?? RATING_SCALE;
    default:
      return undefined;
  }
}
