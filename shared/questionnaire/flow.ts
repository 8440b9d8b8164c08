import { OTHER } from './questionnaire.ts';
import type { Condition, Question, Questionnaire } from './questionnaire.ts';

/** Answers as the flow sees them: by question id; a battery's cells by aspect and attribute. */
export type PlainAnswers = Readonly<Record<string, unknown>>;

/**
 * The questions that are asked, given the answers so far: a question whose condition fails is passed over, and its
 * answer counts for nothing in later conditions.
 *
 * @example
 * const why = { id: 'why', kind: 'text', showIf: { question: 'nps', atMost: 6 } } as const;
 * const survey = { id: 's', version: 1, questions: [{ id: 'nps', kind: 'nps' }, why] } as const;
 * askedQuestions(survey, { nps: 9 }).map((question) => question.id) // ['nps']
 */
export function askedQuestions(questionnaire: Questionnaire, answers: PlainAnswers): readonly Question[] {
  const asked: Question[] = [];
  const counted: Record<string, unknown> = Object.create(null) as Record<string, unknown>; // no inherited names
  for (const question of questionnaire.questions) {
    if (question.showIf !== undefined && !holds(question.showIf, counted)) continue;
    asked.push(question);
    if (Object.hasOwn(answers, question.id)) counted[question.id] = answers[question.id];
  }
  return asked;
}

/**
 * Whether a condition holds for these answers.
 *
 * @example holds({ question: 'nps', atMost: 6 }, { nps: 6 }) // true
 * @example holds({ question: 'nps', atMost: 6 }, {}) // false
 * @example holds({ question: 'reason', equals: 'other' }, { reason: ['price', { other: 'Music' }] }) // true
 */
export function holds(condition: Condition, answers: PlainAnswers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const answer = answerAt(answers, condition.question);
  if ('answered' in condition) return (answer !== undefined) === condition.answered;
  if (answer === undefined) return false;
  if ('equals' in condition) return matches(answer, condition.equals);
  if ('in' in condition) return condition.in.some((value) => matches(answer, value));
  if (typeof answer !== 'number') return false;
  return 'atMost' in condition ? answer <= condition.atMost : answer >= condition.atLeast;
}

/**
 * The answer at a path: a question's id, or `battery.aspect.attribute`.
 *
 * @example answerAt({ service: { satisfaction: { parking: 3 } } }, 'service.satisfaction.parking') // 3
 */
export function answerAt(answers: PlainAnswers, path: string): unknown {
  let value: unknown = answers;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name]; // an object that owns this name, by the line above
  }
  return value;
}

function matches(answer: unknown, value: number | string): boolean {
  if (Array.isArray(answer)) return answer.some((item) => matches(item, value));
  return (
    answer === value || (value === OTHER && typeof answer === 'object' && answer !== null && OTHER in answer)
  );
}
