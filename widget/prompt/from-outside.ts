import { askedQuestions } from '../../shared/questionnaire/flow.ts';
import { parseQuestionnaire } from '../../shared/questionnaire/parse-questionnaire.ts';
import type { Loaded } from './load-questionnaire.ts';

/**
 * A questionnaire that an owner wrote, and the way through its conditions.
 *
 * @throws Error that names every issue with its path and remedy, one a line
 */
export function fromOutside(raw: unknown): Loaded {
  const parsed = parseQuestionnaire(raw);
  if (parsed.ok) return { questionnaire: parsed.value, flow: askedQuestions };
  throw new Error(
    parsed.issues.map(({ path, message }) => `\n  ${path || 'questionnaire'}: ${message}`).join(''),
  );
}
