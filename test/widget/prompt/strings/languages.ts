import { strings as ar } from '../../../../widget/prompt/strings/ar.ts';
import { strings as de } from '../../../../widget/prompt/strings/de.ts';
import { strings as en } from '../../../../widget/prompt/strings/en.ts';
import { strings as es } from '../../../../widget/prompt/strings/es.ts';
import { strings as fr } from '../../../../widget/prompt/strings/fr.ts';
import { strings as he } from '../../../../widget/prompt/strings/he.ts';
import { strings as ja } from '../../../../widget/prompt/strings/ja.ts';
import { strings as ko } from '../../../../widget/prompt/strings/ko.ts';
import { strings as pt } from '../../../../widget/prompt/strings/pt-BR.ts';
import type { Strings } from '../../../../widget/prompt/strings/strings.ts';
import { strings as zhCN } from '../../../../widget/prompt/strings/zh-CN.ts';
import { strings as zhTW } from '../../../../widget/prompt/strings/zh-TW.ts';

/** Every built-in language by its tag. */
export const LANGUAGES: Readonly<Record<string, Strings>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  ja,
  ko,
  de,
  fr,
  es,
  'pt-BR': pt,
  ar,
  he,
};

/** All texts of a language by their names, such as `endings.sent.title`. */
export function textsOf(part: object, prefix = ''): ReadonlyMap<string, string> {
  const named = Object.entries(part).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[prefix + key, value]];
    if (typeof value === 'object' && value !== null) return [...textsOf(value, `${prefix}${key}.`)];
    return [];
  });
  return new Map(named);
}
