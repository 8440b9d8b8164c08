import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { SurveySettings } from '../survey-settings.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';
import { loadStrings } from './strings/load-strings.ts';
import type { Strings } from './strings/strings.ts';

/** The module of matrix questions. */
export type BatteryModule = typeof import('./questions/battery.ts');
/** The module that keeps and sends. */
export type OutboxModule = typeof import('../outbox/main.ts');

/** All that a prompt needs before it may be seen. Nothing is loaded later, when the network may be gone. */
export interface Prepared {
  readonly questionnaire: Questionnaire;
  readonly strings: Strings;
  readonly battery: BatteryModule | undefined;
  readonly outbox: OutboxModule;
}

/**
 * Loads what one survey needs, or says on the console, once, why it cannot be shown.
 *
 * @param raw the questionnaire's JSON, where it has been read already
 */
export async function prepare(
  { survey, locale }: Pick<SurveySettings, 'survey' | 'locale'>,
  raw?: unknown,
): Promise<Prepared | undefined> {
  try {
    const [{ questionnaire, battery }, strings, outbox] = await Promise.all([
      loadQuestionnaire(survey, raw).then(withBattery),
      loadStrings(locale ?? pageLocale()),
      import('../outbox/main.ts'),
    ]);
    return { questionnaire, battery, strings, outbox };
  } catch (error) {
    console.error(
      `fourfold: survey "${survey}" is not shown: ${error instanceof Error ? error.message : ''}`,
    );
    return undefined;
  }
}

/** The language of the page, else the visitor's. */
export function pageLocale(): string {
  return document.documentElement.lang || navigator.language;
}

async function withBattery(questionnaire: Questionnaire) {
  const needed = questionnaire.questions.some(({ kind }) => kind === 'battery');
  return { questionnaire, battery: needed ? await import('./questions/battery.ts') : undefined };
}
