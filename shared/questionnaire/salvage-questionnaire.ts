import type { Issue, Parsed } from '../parsed.ts';
import { parseQuestionnaire } from './parse-questionnaire.ts';
import type { Questionnaire } from './questionnaire.ts';

/** What is left of a questionnaire without its faulty questions, and every issue that was found on the way. */
export interface Salvaged {
  readonly issues: readonly Issue[];
  /** Undefined when nothing can be asked. */
  readonly questionnaire: Questionnaire | undefined;
  /** Where in the input each question stands that is left. */
  readonly places: readonly number[];
}

/**
 * A questionnaire from outside data without the questions that are at fault: one mistake must not silence a survey. A
 * question whose condition named one of them goes with it. A mistake outside the questions leaves nothing.
 *
 * @param input parsed JSON
 * @returns paths are those of the input
 * @example
 * const questions = [{ id: 'nps', kind: 'nps' }, { id: 'b', kind: 'stars' }];
 * salvageQuestionnaire({ id: 'a', version: 1, questions }).questionnaire?.questions.length // 1
 */
export function salvageQuestionnaire(input: unknown): Salvaged {
  const issues: Issue[] = [];
  const questions = questionsOf(input);
  let places = questions.map((_, index) => index);
  let parsed: Parsed<Questionnaire> = parseQuestionnaire(input);
  while (!parsed.ok) {
    const faulty = new Set(parsed.issues.map(({ path }) => questionAt(path)));
    const known = places;
    issues.push(...parsed.issues.map((issue) => ({ ...issue, path: originalPath(issue.path, known) })));
    if (faulty.has(undefined) || faulty.size === known.length)
      return { issues, questionnaire: undefined, places: [] };
    places = known.filter((_, index) => !faulty.has(index));
    const kept = { ...(input as object), questions: places.map((place) => questions[place]) }; // it has questions
    parsed = parseQuestionnaire(kept, leftOut(questions, places));
  }
  return { issues, questionnaire: parsed.value, places };
}

function questionsOf(input: unknown): readonly unknown[] {
  const questions = fieldOf(input, 'questions');
  return Array.isArray(questions) ? questions : [];
}

/** Ids that no question has any more. */
function leftOut(questions: readonly unknown[], places: readonly number[]): ReadonlySet<string> {
  const ids = questions.map((question) => String(fieldOf(question, 'id')));
  const kept = new Set(places.map((place) => ids[place]));
  return new Set(ids.filter((id) => !kept.has(id)));
}

function fieldOf(input: unknown, name: string): unknown {
  return typeof input === 'object' && input !== null ? Reflect.get(input, name) : undefined;
}

/** Index of the question that a path lies in. */
function questionAt(path: string): number | undefined {
  const found = /^questions\[(\d+)\]/.exec(path);
  return found ? Number(found[1]) : undefined;
}

/**
 * The path in the input of what has a path in the salvaged questionnaire.
 *
 * @param places of {@link Salvaged}
 * @example originalPath('questions[1].label', [0, 2]) // 'questions[2].label'
 */
export function originalPath(path: string, places: readonly number[]): string {
  return path.replace(/^questions\[(\d+)\]/, (_, index: string) => `questions[${places[Number(index)]}]`);
}
