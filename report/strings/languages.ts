import { matchLocale } from '../../shared/questionnaire/localize.ts';
import { LANGUAGES, type Language } from '../parts/page-header.ts';
import { en, type Strings } from './en.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** The words of the page by language. */
export const STRINGS: Readonly<Record<Language, Strings>> = {
  en: en as Strings, // its locale widens to string
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

/**
 * The page's language for a reader; English for those who want none of its languages.
 *
 * @param languages as the browser has them, the dearest first
 * @example preferredLanguage(['fr', 'zh-HK', 'en']) // 'zh-TW'
 */
export function preferredLanguage(languages: readonly string[]): Language {
  const locales = LANGUAGES.map(({ locale }) => locale);
  for (const wanted of languages) {
    const found = matchLocale(wanted, locales);
    const language = locales.find((locale) => locale === found);
    if (language) return language;
  }
  return 'en';
}
