import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { isBuiltIn, readSource } from '../survey-source.ts';

const BUILT_IN: Readonly<Record<string, (() => Promise<Questionnaire>) | undefined>> = {
  nps: async () => (await import('../../shared/questionnaire/builtin/nps.ts')).nps,
  csat: async () => (await import('../../shared/questionnaire/builtin/csat.ts')).csat,
};

/**
 * The questionnaire that a tag names. Only one from outside is parsed, so only then is the parser loaded.
 *
 * @param raw its JSON, where the loader has read it already
 * @throws Error that says what to repair; every issue has its path and remedy
 */
export async function loadQuestionnaire(survey: string, raw?: unknown): Promise<Questionnaire> {
  if (raw === undefined && isBuiltIn(survey)) {
    const load = Object.hasOwn(BUILT_IN, survey) ? BUILT_IN[survey] : undefined;
    if (load !== undefined) return load();
    throw new Error(
      `there is no built-in survey of that name; known are ${Object.keys(BUILT_IN).join(', ')}.`,
    );
  }
  const [{ parseQuestionnaire }, input] = await Promise.all([
    import('../../shared/questionnaire/parse-questionnaire.ts'),
    raw === undefined ? readSource(survey) : Promise.resolve(raw),
  ]);
  const parsed = parseQuestionnaire(input);
  if (parsed.ok) return parsed.value;
  throw new Error(
    parsed.issues
      .map(({ path, message }) => `\n  ${path === '' ? 'questionnaire' : path}: ${message}`)
      .join(''),
  );
}
