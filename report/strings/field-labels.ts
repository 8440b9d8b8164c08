import type { ByLanguage } from './panels/by-language.ts';

/** Names of the context fields that every source may have, where the owner gives none. */
export const FIELD_LABELS: ReadonlyMap<string, Readonly<Record<keyof ByLanguage<string>, string>>> = new Map([
  ['context.touchpoint', { en: 'Touchpoint', 'zh-CN': '触点', 'zh-TW': '觸點' }],
  ['context.audience', { en: 'Audience', 'zh-CN': '受访对象', 'zh-TW': '受訪對象' }],
]);
