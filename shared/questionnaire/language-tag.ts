import * as v from 'valibot';

/** A BCP 47 tag, as `Intl` knows them. */
export const languageTag = v.pipe(
  v.string('expected a language tag such as "en" or "zh-CN"'),
  v.check(isLanguageTag, 'expected a language tag such as "en" or "zh-CN"'),
);

/** Whether plural rules and number forms can be had for it. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // RangeError
  }
}
