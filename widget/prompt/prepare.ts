import type { SurveySettings } from '../survey-settings.ts';
import type { Loaded } from './load-questionnaire.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';
import { loadStrings } from './strings/load-strings.ts';
import type { Strings } from './strings/strings.ts';

/** The module of matrix questions. */
export type BatteryModule = typeof import('./questions/battery.ts');
/** The module of what comes after a first NPS question. */
export type LaterModule = typeof import('./later.ts');
/** The module that keeps and sends. */
export type OutboxModule = typeof import('../outbox/main.ts');

/** All that a prompt needs before it may be seen. */
export interface Prepared extends Loaded {
  readonly strings: Strings;
  readonly battery: BatteryModule | undefined;
  readonly later: LaterModule | undefined;
  readonly outbox: OutboxModule;
}

/**
 * Loads what one survey needs, or says on the console, once, why it cannot be shown.
 *
 * @param raw the questionnaire's JSON, where it is not built in
 */
export async function prepare(
  { survey, locale }: Pick<SurveySettings, 'survey' | 'locale'>,
  raw: unknown,
): Promise<Prepared | undefined> {
  try {
    const [modules, strings, outbox] = await Promise.all([
      loadQuestionnaire(survey, raw).then(withModules),
      // The language of the page, else the visitor's.
      loadStrings(locale ?? (document.documentElement.lang || navigator.language)),
      import('../outbox/main.ts'),
    ]);
    return { ...modules, strings, outbox };
  } catch (error) {
    console.error(
      `fourfold: survey "${survey}" is not shown: ${error instanceof Error ? error.message : ''}`,
    );
    return undefined;
  }
}

async function withModules(loaded: Loaded) {
  const { questions } = loaded.questionnaire;
  const [battery, later] = await Promise.all([
    questions.some(({ kind }) => kind === 'battery') ? import('./questions/battery.ts') : undefined,
    questions[0].kind === 'nps' ? undefined : import('./later.ts'),
  ]);
  return { ...loaded, battery, later };
}
