import type { Issue } from '../../shared/parsed.ts';
import { matchLocale } from '../../shared/questionnaire/localize.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { isWordShown } from './is-word-shown.ts';
import { overrideStrings } from './strings/override-strings.ts';
import type { Strings } from './strings/strings.ts';

/**
 * The prompt's words with those that the owner wrote in their place, and what the owner should know of them.
 *
 * @param strings the built-in words; of another language where `language` is not built in
 * @param language that is asked for
 * @param written whether the questionnaire is written in that language; else its texts name none
 */
export function ownWords(
  questionnaire: Questionnaire,
  strings: Strings,
  language: string,
  written: boolean,
): { readonly strings: Strings; readonly issues: readonly Issue[] } {
  const { strings: own = {} } = questionnaire;
  const key = matchLocale(language, Object.keys(own));
  if (key === undefined && !written) return { strings, issues: [] };
  const words = key === undefined ? {} : own[key];
  const overridden = overrideStrings(strings, words, written ? language : (key ?? language));
  const path = `strings.${key ?? language}`;
  const isForeign = matchLocale(language, [strings.locale]) === undefined;
  const missing = overridden.missing.filter((name) => isWordShown(questionnaire, name));
  const which = key === undefined ? "the prompt's own words are" : `${missing.join(', ')}:`;
  const untranslated = {
    path,
    code: 'language',
    message: `${which} shown in "${strings.locale}"; write them in "${language}" here`,
  };
  return {
    strings: overridden.strings,
    issues: [
      ...(isForeign && missing.length > 0 ? [untranslated] : []),
      ...overridden.unknown.map((name) => ({
        path: `${path}.${name}`,
        code: 'unknown',
        message: 'the prompt has no such words; correct the name or remove it',
      })),
    ],
  };
}
