import { matchLocale } from '../../../shared/questionnaire/localize.ts';
import { first as english } from './en-first.ts';
import type { FirstStrings } from './strings.ts';

const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly first: FirstStrings }>>> = {
  en: () => Promise.resolve({ first: english }),
  'zh-CN': () => import('./zh-CN-first.ts'),
  'zh-TW': () => import('./zh-TW-first.ts'),
  ja: () => import('./ja-first.ts'),
  ko: () => import('./ko-first.ts'),
  de: () => import('./de-first.ts'),
  fr: () => import('./fr-first.ts'),
  es: () => import('./es-first.ts'),
  'pt-BR': () => import('./pt-BR-first.ts'),
  ar: () => import('./ar-first.ts'),
  he: () => import('./he-first.ts'),
  // Its old tag, which Java and Android still write.
  iw: () => import('./he-first.ts'),
};

/** What an NPS question says, in the language that serves a reader of `locale` best; English where there is none. */
export async function loadFirstStrings(locale: string): Promise<FirstStrings> {
  return (await LANGUAGES[matchLocale(locale, Object.keys(LANGUAGES)) ?? 'en']()).first;
}
