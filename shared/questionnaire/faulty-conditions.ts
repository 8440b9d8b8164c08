import type { Issue } from '../parsed.ts';
import type { Leaf } from './impossible-value.ts';
import { impossibleValue } from './impossible-value.ts';
import type { Condition, Question, Questionnaire } from './questionnaire.ts';

/**
 * Conditions on questions that are not asked before, or on answers that nobody can give.
 *
 * @param leftOut ids of questions that were taken out for a fault of their own
 * @example
 * const questions = [{ id: 'why', kind: 'text', showIf: { question: 'nps', atMost: 6 } }] as const;
 * faultyConditions({ id: 'a', version: 1, questions }, new Set())[0]?.code // 'missing'
 */
export function faultyConditions({ questions }: Questionnaire, leftOut: ReadonlySet<string>): Issue[] {
  return questions.flatMap((question, index) => {
    if (question.showIf === undefined) return [];
    const earlier = questions.slice(0, index);
    const later = questions.slice(index);
    return leaves(question.showIf, `questions[${index}].showIf`).flatMap(({ path, leaf }) => {
      const target = earlier.find((candidate) => hasPath(candidate, leaf.question));
      return target ? impossibleValue(leaf, target, path) : [misplaced(leaf.question, path, later, leftOut)];
    });
  });
}

function misplaced(
  target: string,
  place: string,
  later: readonly Question[],
  leftOut: ReadonlySet<string>,
): Issue {
  const path = `${place}.question`;
  if (later.some((candidate) => hasPath(candidate, target))) {
    const message = `"${target}" is not asked before this question; move it further up or change the condition`;
    return { path, code: 'later', message };
  }
  if (leftOut.has(target.split('.')[0])) {
    const message = `"${target}" is at fault itself and left out, so this question is too; correct that one`;
    return { path, code: 'left-out', message };
  }
  return { path, code: 'missing', message: `there is no question "${target}"; correct the name` };
}

function leaves(condition: Condition, path: string): { path: string; leaf: Leaf }[] {
  if ('all' in condition) return condition.all.flatMap((part, i) => leaves(part, `${path}.all[${i}]`));
  if ('any' in condition) return condition.any.flatMap((part, i) => leaves(part, `${path}.any[${i}]`));
  if ('not' in condition) return leaves(condition.not, `${path}.not`);
  return [{ path, leaf: condition }];
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
