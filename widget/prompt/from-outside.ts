import type { Issue } from '../../shared/parsed.ts';
import { matchLocale } from '../../shared/questionnaire/localize.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { salvageQuestionnaire } from '../../shared/questionnaire/salvage-questionnaire.ts';
import { missingTexts } from '../../shared/questionnaire/texts.ts';
import { overrideStrings } from './strings/override-strings.ts';
import type { Strings } from './strings/strings.ts';

/** What the console has been told of languages, which can be changed to and fro. */
const said = new Set<string>();

/**
 * A questionnaire that an owner wrote. Questions with a mistake are left out, and the console says once what to repair.
 *
 * @throws Error that names every issue with its path and remedy, one a line, when nothing can be asked
 */
export function fromOutside(survey: string, raw: unknown): Questionnaire {
  const { questionnaire, issues } = salvageQuestionnaire(raw);
  if (!questionnaire) throw new Error(lines(issues));
  if (issues.length > 0)
    console.warn(`fourfold: survey "${survey}" is shown without what is wrong in it:${lines(issues)}`);
  return questionnaire;
}

/**
 * The prompt's words with those that the owner wrote in their place; says once what is not said in that language.
 *
 * @param language that is asked for
 * @param written whether the questionnaire is written in that language; else its texts name none
 */
export function ownWords(
  questionnaire: Questionnaire,
  strings: Strings,
  language: string,
  written: boolean,
): Strings {
  const { strings: own = {} } = questionnaire;
  const key = matchLocale(language, Object.keys(own));
  if (key === undefined && !written) return strings;
  const overridden = overrideStrings(
    strings,
    key === undefined ? {} : own[key],
    written ? language : (key ?? language),
  );
  const isForeign = key === undefined && matchLocale(language, [strings.locale]) === undefined;
  const issues = [
    ...(isForeign
      ? [
          {
            path: `strings.${language}`,
            code: 'language',
            message: `the prompt's own words are shown in "${strings.locale}"; write them in "${language}" here`,
          },
        ]
      : []),
    ...missingTexts(questionnaire, language),
    ...overridden.unknown.map((name) => ({
      path: `strings.${key ?? language}.${name}`,
      code: 'unknown',
      message: 'the prompt has no such words; correct the name or remove it',
    })),
  ];
  const message = `fourfold: survey "${questionnaire.id}" in "${language}":${lines(issues)}`;
  if (issues.length > 0 && !said.has(message)) console.warn(message);
  said.add(message);
  return overridden.strings;
}

function lines(issues: readonly Issue[]): string {
  return issues.map(({ path, message }) => `\n  ${path || 'questionnaire'}: ${message}`).join('');
}
