import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { Flow } from './survey-session.ts';

/** A questionnaire, and the way through it. */
export interface Loaded {
  readonly questionnaire: Questionnaire;
  readonly flow: Flow;
}

const BUILT_IN: Readonly<Record<string, () => Promise<Questionnaire>>> = {
  nps: async () => (await import('../../shared/questionnaire/builtin/nps.ts')).nps,
  csat: async () => (await import('../../shared/questionnaire/builtin/csat.ts')).csat,
};

/** Those that are built in do not branch yet. */
const straight: Flow = ({ questions }) => questions;

/**
 * The questionnaire that a tag names. Only one from outside is parsed and can branch, so only then are the parser and
 * the conditions loaded.
 *
 * @param raw the JSON of one from outside
 * @throws Error that says what to repair
 */
export async function loadQuestionnaire(survey: string, raw: unknown): Promise<Loaded> {
  if (raw !== undefined) return (await import('./from-outside.ts')).fromOutside(raw);
  if (Object.hasOwn(BUILT_IN, survey)) return { questionnaire: await BUILT_IN[survey](), flow: straight };
  throw new Error(`no such survey; built in are ${Object.keys(BUILT_IN).join(', ')}`);
}
