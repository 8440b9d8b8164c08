import { join } from 'node:path';
import { BUILT_IN_NAMES } from '../../../shared/questionnaire/builtin/names.ts';
import type { Question, Questionnaire } from '../../../shared/questionnaire/questionnaire.ts';
import { RATING_SCALE } from '../../../shared/questionnaire/scale.ts';
import { ROOT } from './root.ts';
import { code, table } from './table.ts';

const modules = await Promise.all(
  BUILT_IN_NAMES.map(
    (name) => import(/* @vite-ignore */ join(ROOT, `shared/questionnaire/builtin/${name}.ts`)),
  ),
);

/** Every questionnaire that is built in. */
export const BUILT_INS: readonly Questionnaire[] = modules.map(
  (module) => Object.values(module as Record<string, Questionnaire>)[0], // each exports one
);

/** Every built-in questionnaire, and what it asks. */
export function questionnairesTable(): string {
  const rows = BUILT_INS.map(({ id, questions }) => [code(id), outline(questions)]);
  return table(['name', 'what it asks'], rows, 2);
}

/** Ids in order; the kind stands once for several questions of one kind. */
function outline(questions: readonly Question[]): string {
  const groups: { ids: string[]; kind: string }[] = [];
  for (const question of questions) {
    const kind = kindOf(question);
    const last = groups.at(-1);
    if (last?.kind === kind) last.ids.push(code(question.id));
    else groups.push({ ids: [code(question.id)], kind });
  }
  return groups
    .map(({ ids, kind }) => (ids[0] === code(kind) ? ids[0] : `${ids.join(', ')} (${kind})`))
    .join(', ');
}

function kindOf(question: Question): string {
  switch (question.kind) {
    case 'battery':
      return `battery: ${question.ask.join(' and ')} of ${question.attributes.length}`;
    case 'rating': {
      const { min, max } = question.scale ?? RATING_SCALE;
      return `rating, ${min} to ${max}`;
    }
    default:
      return question.kind;
  }
}
