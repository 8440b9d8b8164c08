import * as v from 'valibot';
import type { Issue, Parsed } from '../parsed.ts';
import { schemaIssues } from '../schema-issues.ts';
import { questionnaireSchema } from './questionnaire-schema.ts';
import type { Condition, Question, Questionnaire } from './questionnaire.ts';
import { RATING_SCALE, scalePoints } from './scale.ts';

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
    ...misplacedConditions(parsed.output, leftOut),
    ...wrongWords(parsed.output),
    ...reversedDates(parsed.output),
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

function misplacedConditions({ questions }: Questionnaire, leftOut: ReadonlySet<string>): Issue[] {
  return questions.flatMap((question, index) => {
    if (question.showIf === undefined) return [];
    const earlier = questions.slice(0, index);
    return targets(question.showIf, `questions[${index}].showIf`).flatMap(({ path, target }): Issue[] => {
      if (earlier.some((candidate) => hasPath(candidate, target))) return [];
      const later = questions.slice(index).some((candidate) => hasPath(candidate, target));
      if (later) {
        const message = `"${target}" is not asked before this question; move it further up or change the condition`;
        return [{ path, code: 'later', message }];
      }
      if (leftOut.has(target.split('.')[0])) {
        const message = `"${target}" is at fault itself and left out, so this question is too; correct that one`;
        return [{ path, code: 'left-out', message }];
      }
      return [{ path, code: 'missing', message: `there is no question "${target}"; correct the name` }];
    });
  });
}

function targets(condition: Condition, path: string): { path: string; target: string }[] {
  if ('all' in condition) return condition.all.flatMap((part, i) => targets(part, `${path}.all[${i}]`));
  if ('any' in condition) return condition.any.flatMap((part, i) => targets(part, `${path}.any[${i}]`));
  if ('not' in condition) return targets(condition.not, `${path}.not`);
  return [{ path: `${path}.question`, target: condition.question }];
}

function hasPath(question: Question, target: string): boolean {
  const [id, aspect, attribute] = target.split('.');
  if (question.id !== id) return false;
  if (aspect === undefined) return true;
  return (
    question.kind === 'battery' &&
    question.ask.some((asked) => asked === aspect) &&
    question.attributes.some((candidate) => candidate.id === attribute)
  );
}

/** A rating in words needs one for each point, and no other look has them. */
function wrongWords({ questions }: Questionnaire): Issue[] {
  return questions.flatMap((question, index) => {
    if (question.kind !== 'rating') return [];
    const { look, words, scale = RATING_SCALE } = question;
    const points = scalePoints(scale).length;
    const needed = look === 'words' ? points : 0;
    if ((words?.length ?? 0) === needed) return [];
    const message =
      needed === 0
        ? 'only a rating with "look": "words" has words; add that, or write "anchors" instead'
        : `expected ${points} words, one for each point, got ${words?.length ?? 0}`;
    return [{ path: `questions[${index}].words`, code: 'words', message }];
  });
}

function reversedDates({ when }: Questionnaire): Issue[] {
  if (when?.from === undefined || when.until === undefined || when.from <= when.until) return [];
  return [
    { path: 'when.until', code: 'reversed', message: `"${when.until}" is before "from"; swap the two days` },
  ];
}
