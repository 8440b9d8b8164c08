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

/** Tags of readers of traditional characters. */
const TRADITIONAL = /^(?!.*-hans).*-(hant|tw|hk|mo)\b/;

/**
 * The one of `available` that serves a reader of `locale` best; undefined when none shares its language.
 *
 * @example matchLocale('zh-Hant-HK', ['en', 'zh-CN', 'zh-TW']) // 'zh-TW'
 * @example matchLocale('fr', ['en']) // undefined
 */
export function matchLocale(locale: string, available: readonly string[]): string | undefined {
  const [wanted, ...tags] = [locale, ...available].map((tag) => tag.toLowerCase());
  const best = (fits: (tag: string) => boolean) => available[tags.findIndex(fits)];
  const kin = (tag: string) => tag.split('-')[0] === wanted.split('-')[0];
  const alike = (tag: string) => kin(tag) && TRADITIONAL.test(tag) === TRADITIONAL.test(wanted);
  return (
    best((tag) => tag === wanted) ??
    best((tag) => alike(tag) && !tag.includes('-')) ??
    best(alike) ??
    best(kin)
  );
}
