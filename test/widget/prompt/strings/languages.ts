import { loadStrings } from '../../../../widget/prompt/strings/load-strings.ts';
import type { Strings } from '../../../../widget/prompt/strings/strings.ts';

const TAGS = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'pt-BR', 'ar', 'he'];

/** Every built-in language by its tag, as a whole. */
export const LANGUAGES: Readonly<Record<string, Strings>> = Object.fromEntries(
  await Promise.all(TAGS.map(async (tag) => [tag, await loadStrings(tag)] as const)),
);

/** All texts of a language by their names, such as `endings.sent.title`. */
export function textsOf(part: object, prefix = ''): ReadonlyMap<string, string> {
  const named = Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[prefix + key, value]];
    if (typeof value === 'object' && value !== null) return [...textsOf(value, `${prefix}${key}.`)];
    return [];
  });
  return new Map(named);
}
