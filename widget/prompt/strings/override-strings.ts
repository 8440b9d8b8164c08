import type { Strings } from './strings.ts';
export function overrideStrings(
  strings: Strings,
  words: Readonly<Record<string, string>>,
  locale: string,
): { strings: Strings; unknown: readonly string[] } {
  return { strings: { ...strings, ...words, locale }, unknown: [] };
}
