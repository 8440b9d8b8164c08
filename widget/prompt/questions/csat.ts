import type { TemplateResult } from 'lit';
import type { CsatQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { CSAT_SCALE, scalePoints } from '../../../shared/questionnaire/scale.ts';
import type { QuestionView } from './rating-scale.ts';
import { scale } from './rating-scale.ts';

/** 1 to 5, each point with its word. */
export function csatScale(view: QuestionView<CsatQuestion>): TemplateResult {
  return scale(view, scalePoints(CSAT_SCALE), 'words', view.strings.csat);
}
