import { nps } from '../../shared/questionnaire/builtin/nps.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { KindModule } from './kind-module.ts';
import type { LaterModule } from './prepare.ts';
import type { Strings } from './strings/strings.ts';
import type { Blanks, Flow, Session } from './survey-session.ts';

/** A questionnaire, and what it needs beyond one NPS question. */
export interface Loaded {
  readonly questionnaire: Questionnaire;
  readonly flow: Flow;
  /** The prompt's words for a reader of a language, where the questionnaire has a say in them. */
  readonly words?: (locale: string) => Promise<Strings>;
  /** What was shuffled for this respondent. */
  readonly order?: Session['order'];
  readonly blanks?: Blanks;
  /** Of the kinds that it asks, beyond those of `later`. */
  readonly modules?: readonly KindModule[];
  later?: LaterModule;
}

/**
 * The questionnaire that a tag names. The commonest is at hand at once; the way to all others is loaded with them.
 *
 * @param raw the JSON of one from outside
 * @throws Error that says what to repair
 */
export async function loadQuestionnaire(survey: string, raw: unknown): Promise<Loaded> {
  if (raw !== undefined || survey !== 'nps')
    return (await import('./other-questionnaires.ts')).load(survey, raw);
  return { questionnaire: nps, flow: ({ questions }) => questions };
}
