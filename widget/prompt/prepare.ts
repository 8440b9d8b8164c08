import type { SurveySettings } from '../survey-settings.ts';
import type { Loaded } from './load-questionnaire.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';
import { loadStrings } from './strings/load-strings.ts';
import type { Strings } from './strings/strings.ts';

/** The module of what comes after a first NPS question. */
export type LaterModule = typeof import('./later.ts');
/** The module that keeps and sends. */
export type OutboxModule = typeof import('../outbox/main.ts');

/** All that a prompt needs before it may be seen. */
export interface Prepared extends Loaded {
  strings: Strings;
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
    const [loaded, outbox, early] = await Promise.all([
      loadQuestionnaire(survey, raw),
      import('../outbox/main.ts'),
      raw === undefined && survey === 'nps' ? loadStrings(localeOf(locale)) : undefined,
    ]);
    return { ...loaded, outbox, strings: early ?? (await wordsFor(loaded, locale)) };
  } catch (error) {
    console.error(
      `fourfold: survey "${survey}" is not shown: ${error instanceof Error ? error.message : ''}`,
    );
    return undefined;
  }
}

/** The prompt's words in the language that is asked for, else in the page's, else in the visitor's. */
export function wordsFor({ words = loadStrings }: Loaded, locale?: string): Promise<Strings> {
  return words(localeOf(locale));
}

function localeOf(locale: string | undefined): string {
  return locale ?? (document.documentElement.lang || navigator.language);
}
