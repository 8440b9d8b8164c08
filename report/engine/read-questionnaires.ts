import { parseQuestionnaire } from '../../shared/questionnaire/parse-questionnaire.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

/** What a JSON file holds, as far as questionnaires go. */
export interface QuestionnaireFile {
  readonly questionnaires: readonly Questionnaire[];
  /** One line an issue: where, and what to do. */
  readonly issues: readonly string[];
}

/**
 * The questionnaires of a JSON file: one, a list, or `{ "questionnaires": [ … ] }`.
 *
 * @param input parsed JSON
 * @returns undefined when it holds something else
 * @example readQuestionnaires({ questionnaires: [] }) // { questionnaires: [], issues: [] }
 */
export function readQuestionnaires(input: unknown): QuestionnaireFile | undefined {
  const list = listOf(input);
  if (list === undefined) return undefined;
  const questionnaires: Questionnaire[] = [];
  const issues: string[] = [];
  list.forEach((item, index) => {
    const parsed = parseQuestionnaire(item);
    if (parsed.ok) questionnaires.push(parsed.value);
    else {
      const prefix = list.length > 1 ? `[${index}].` : '';
      issues.push(...parsed.issues.map(({ path, message }) => `${prefix}${path}: ${message}`));
    }
  });
  return { questionnaires, issues };
}

function listOf(input: unknown): readonly unknown[] | undefined {
  if (Array.isArray(input)) return input as readonly unknown[]; // isArray gives any[]
  if (typeof input !== 'object' || input === null) return undefined;
  if ('questionnaires' in input && Array.isArray(input.questionnaires))
    return input.questionnaires as readonly unknown[]; // isArray gives any[]
  return 'questions' in input ? [input] : undefined;
}
