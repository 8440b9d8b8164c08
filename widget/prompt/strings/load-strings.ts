import { matchLocale } from '../../../shared/questionnaire/localize.ts';
import type { Strings } from './strings.ts';

const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly strings: Strings }>>> = {
  en: () => import('./en.ts'),
  'zh-CN': () => import('./zh-CN.ts'),
  'zh-TW': () => import('./zh-TW.ts'),
  ja: () => import('./ja.ts'),
  ko: () => import('./ko.ts'),
  de: () => import('./de.ts'),
  fr: () => import('./fr.ts'),
  es: () => import('./es.ts'),
  'pt-BR': () => import('./pt-BR.ts'),
  ar: () => import('./ar.ts'),
  he: () => import('./he.ts'),
  // Its old tag, which Java and Android still write.
  iw: () => import('./he.ts'),
};

/** The prompt's words in the language that serves a reader of `locale` best; English where there is none. */
export async function loadStrings(locale: string): Promise<Strings> {
  const language = matchLocale(locale, Object.keys(LANGUAGES)) ?? 'en';
  return (await LANGUAGES[language]()).strings;
}
