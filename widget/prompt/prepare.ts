import type { SurveySettings } from '../survey-settings.ts';
import type { Loaded } from './load-questionnaire.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';
import type { Placement } from './placement.ts';
import { tryNatives } from './sound-natives.ts';
import { loadFirstStrings } from './strings/load-first-strings.ts';
import type { FirstStrings } from './strings/strings.ts';

/** The module of what comes after a first NPS question. */
export type LaterModule = typeof import('./later.ts');
/** The module that keeps and sends. */
export type OutboxModule = typeof import('../outbox/main.ts');

const loadLater = () => import('./later.ts');

/** All that a prompt needs before it may be seen. */
export interface Prepared extends Loaded {
  /** All of them where `later` is. */
  strings: FirstStrings;
  readonly outbox: OutboxModule;
  /** Where it stands; undefined for the usual corner. */
  readonly placed: Placement | undefined;
}

/**
 * Loads what one survey needs, or says on the console, once, why it cannot be shown.
 *
 * @param raw the questionnaire's JSON, where it is not built in
 */
export async function prepare(
  { survey, locale, placement }: Pick<SurveySettings, 'survey' | 'locale' | 'placement'>,
  raw: unknown,
  outbox: OutboxModule,
): Promise<Prepared | undefined> {
  try {
    tryNatives();
    const wanted = localeOf(locale);
    const [loaded, early, placed] = await Promise.all([
      loadQuestionnaire(survey, raw),
      raw === undefined && survey === 'nps' ? loadFirstStrings(wanted) : undefined,
      placement && placement !== 'popover'
        ? import('./placement.ts').then((module) => module.placed(placement))
        : undefined,
    ]);
    return {
      ...loaded,
      outbox,
      placed,
      strings: early ?? (await (loaded.words ?? loadFirstStrings)(wanted)),
    };
  } catch (error) {
    console.error(
      `fourfold: survey "${survey}" is not shown: ${error instanceof Error ? error.message : ''}`,
    );
    return undefined;
  }
}

/**
 * Loads what comes after a first NPS question, with all that its language says there.
 *
 * @throws TypeError when the network has gone
 */
export async function complete(prepared: Prepared): Promise<void> {
  const later: LaterModule = await loadLater();
  const strings = await later.loadStrings(prepared.strings.locale);
  if (!prepared.later) Object.assign(prepared, { later, strings });
}

/** The language that is asked for, else the page's, else the visitor's. */
export function localeOf(locale: string | undefined): string {
  return locale ?? (document.documentElement.lang || navigator.language);
}
