import type { Strings } from './strings.ts';

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const satisfies Intl.LDMLPluralRule[];

/** What is not to be written, or not by the same rule as the texts. */
const NO_TEXTS = ['locale', 'dir', 'phrases', 'left'] as const satisfies (keyof Strings)[];

/** Scripts written from right to left. */
const RTL_SCRIPTS = /^(Adlm|Arab|Aran|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;

/**
 * The prompt's words with an owner's in their place. A plural category of `left` that the owner did not write takes
 * what they wrote for `other`, so that two wordings never mix.
 *
 * @param base the built-in words that stay where the owner wrote none; not mutated
 * @param words by name, such as `next`, `csat.0`, `left.one` or `endings.sent.title`
 * @param locale the language of the words
 * @returns the words, the names that stand for none, and those that the owner did not write
 * @throws RangeError when `locale` is not a BCP 47 tag
 * @example overrideStrings(en, { next: 'Volgende' }, 'nl').strings.next // 'Volgende'
 */
export function overrideStrings(
  base: Strings,
  words: Readonly<Record<string, string>>,
  locale: string,
): {
  readonly strings: Strings;
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
} {
  const known = new Set<string>(PLURALS.map((category) => `left.${category}`));
  const missing: string[] = [];
  const put = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') {
      known.add(name);
      if (value && words[name] === undefined) missing.push(name);
      return words[name] ?? value;
    }
    if (Array.isArray(value)) return value.map((item, i) => put(item, `${name}.${i}`));
    return putAll(value as object, `${name}.`); // strings hold texts, lists and objects
  };
  const putAll = (part: object, prefix: string): object =>
    Object.fromEntries(Object.entries(part).map(([key, value]) => [key, put(value, prefix + key)]));

  const apart: readonly string[] = NO_TEXTS;
  const texts = Object.fromEntries(Object.entries(base).filter(([name]) => !apart.includes(name)));
  const { phrases, left } = base;
  const { language, script = '' } = new Intl.Locale(locale).maximize();
  const strings = {
    ...(putAll(texts, '') as Omit<Strings, (typeof NO_TEXTS)[number]>), // the same names, texts in the same places
    locale,
    ...(RTL_SCRIPTS.test(script) && { dir: 'rtl' as const }),
    ...(phrases && language === new Intl.Locale(base.locale).language && { phrases }),
    left: Object.fromEntries(
      PLURALS.flatMap((category) => {
        const text = words[`left.${category}`] ?? words['left.other'] ?? left[category];
        return text === undefined ? [] : [[category, text]];
      }),
    ),
  };
  if (words['left.other'] === undefined) missing.push('left.other'); // the others take its words
  return { strings, missing, unknown: Object.keys(words).filter((name) => !known.has(name)) };
}
