import { parseQuestionnaire } from '../../shared/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

/**
 * A questionnaire that an owner wrote.
 *
 * @throws Error that names every issue with its path and remedy, one a line
 */
export function fromOutside(raw: unknown): Questionnaire {
  const parsed = parseQuestionnaire(raw);
  if (parsed.ok) return parsed.value;
  throw new Error(
    parsed.issues.map(({ path, message }) => `\n  ${path || 'questionnaire'}: ${message}`).join(''),
  );
}
