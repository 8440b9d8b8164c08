import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

const BUILT_IN: Readonly<Record<string, () => Promise<Questionnaire>>> = {
  nps: async () => (await import('../../shared/questionnaire/builtin/nps.ts')).nps,
  csat: async () => (await import('../../shared/questionnaire/builtin/csat.ts')).csat,
};

/**
 * The questionnaire that a tag names. Only one from outside is parsed, so only then is the parser loaded.
 *
 * @param raw the JSON of one from outside
 * @throws Error that says what to repair
 */
export async function loadQuestionnaire(survey: string, raw: unknown): Promise<Questionnaire> {
  if (raw !== undefined) return (await import('./from-outside.ts')).fromOutside(raw);
  if (Object.hasOwn(BUILT_IN, survey)) return BUILT_IN[survey]();
  throw new Error(`no such survey; built in are ${Object.keys(BUILT_IN).join(', ')}`);
}
