import type { Text } from './questionnaire.ts';

/**
 * The text in the language asked for, else in a wider one, else in the first language that the owner wrote.
 * `zh-HK` and other traditional regions fall back to `zh-TW` before `zh-CN`.
 *
 * @param text a string, or a map by language
 * @param locale BCP 47 tag
 * @example localize({ en: 'Parking', fr: 'Stationnement' }, 'fr-CA') // 'Stationnement'
 * @example localize({ en: 'Parking' }, 'de') // 'Parking'
 */
export function localize(text: Text, locale: string): string {
  if (typeof text === 'string') return text;
  const languages = Object.keys(text);
  const found = matchLocale(locale, languages) ?? languages[0];
  return found === undefined ? '' : text[found];
}

/**
 * The one of `available` that serves a reader of `locale` best; undefined when none shares its language.
 *
 * @example matchLocale('zh-Hant-HK', ['en', 'zh-CN', 'zh-TW']) // 'zh-TW'
 * @example matchLocale('fr', ['en']) // undefined
 */
export function matchLocale(locale: string, available: readonly string[]): string | undefined {
  const wanted = locale.toLowerCase();
  const exact = available.find((tag) => tag.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const language = wanted.split('-')[0];
  if (language === 'zh') {
    const script = /-(hant|tw|hk|mo)\b/.test(wanted) ? /-(hant|tw|hk|mo)\b/ : /^zh$|-(hans|cn|sg)\b/;
    const sameScript = available.find((tag) => /^zh\b/i.test(tag) && script.test(tag.toLowerCase()));
    if (sameScript !== undefined) return sameScript;
  }
  return available.find((tag) => tag.toLowerCase().split('-')[0] === language);
}
