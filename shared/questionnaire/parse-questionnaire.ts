import * as v from 'valibot';
import type { Issue, Parsed } from '../parsed.ts';
import { schemaIssues } from '../schema-issues.ts';
import { questionnaireSchema } from './questionnaire-schema.ts';
import { faultyConditions } from './faulty-conditions.ts';
import type { Questionnaire } from './questionnaire.ts';
import { strayWords } from './stray-words.ts';

/**
 * A questionnaire from outside data, or every issue in it with its path and remedy.
 *
 * @param input parsed JSON
 * @param leftOut ids of questions that were taken out of it for a fault of their own
 * @example parseQuestionnaire({ id: 'a', version: 1, questions: [{ id: 'nps', kind: 'nps' }] }).ok // true
 * @example parseQuestionnaire({ id: 'a', version: 1, questions: [] }).ok // false
 */
export function parseQuestionnaire(
  input: unknown,
  leftOut: ReadonlySet<string> = new Set(),
): Parsed<Questionnaire> {
  const parsed = v.safeParse(questionnaireSchema, input);
  if (!parsed.success) return { ok: false, issues: schemaIssues(parsed.issues) };
  const issues = [
    ...duplicateIds(parsed.output),
    ...faultyConditions(parsed.output, leftOut),
    ...strayWords(parsed.output),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: parsed.output };
}

function duplicateIds({ questions }: Questionnaire): Issue[] {
  const issues = repeated(questions, 'questions');
  questions.forEach((question, index) => {
    if (question.kind === 'battery')
      issues.push(...repeated(question.attributes, `questions[${index}].attributes`));
    if (question.kind === 'choice') issues.push(...repeated(question.options, `questions[${index}].options`));
  });
  return issues;
}

function repeated(items: readonly { readonly id: string }[], path: string): Issue[] {
  const seen = new Map<string, number>();
  return items.flatMap(({ id }, index) => {
    const first = seen.get(id);
    if (first === undefined) {
      seen.set(id, index);
      return [];
    }
    const message = `"${id}" is already the id of ${path}[${first}]; give each its own`;
    return [{ path: `${path}[${index}].id`, code: 'duplicate', message }];
  });
}
