import type { Issue } from '../../shared/parsed.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { originalPath, salvageQuestionnaire } from '../../shared/questionnaire/salvage-questionnaire.ts';
import { missingTexts } from '../../shared/questionnaire/texts.ts';
import { ownWords } from './own-words.ts';
import type { Strings } from './strings/strings.ts';

/** A questionnaire that an owner wrote. */
export interface Outside {
  /** Without the questions that have a mistake. */
  readonly questionnaire: Questionnaire;
  /**
   * The prompt's words with those that the owner wrote in their place. Tells the console, in one message, what is wrong
   * in the questionnaire and what is not said in that language.
   *
   * @param language that is asked for
   * @param written whether the questionnaire is written in that language; else its texts name none
   */
  readonly words: (strings: Strings, language: string, written: boolean) => Strings;
}

/** What the console has been told; a language can be changed to and fro, and a survey shown twice. */
const told = new Set<string>();

/**
 * Reads a questionnaire from outside.
 *
 * @param survey what its tag calls it
 * @throws Error that names every issue with its path and remedy, one a line, when nothing can be asked
 */
export function fromOutside(survey: string, raw: unknown): Outside {
  const { questionnaire, issues, places } = salvageQuestionnaire(raw);
  if (!questionnaire) throw new Error(lines(issues));
  return {
    questionnaire,
    words(strings, language, written) {
      const own = ownWords(questionnaire, strings, language, written);
      const missing = missingTexts(questionnaire, language).map((issue) => ({
        ...issue,
        path: originalPath(issue.path, places),
      }));
      tell(survey, [...issues, ...missing, ...own.issues]);
      return own.strings;
    },
  };
}

function tell(survey: string, issues: readonly Issue[]): void {
  const key = ({ path, message }: Issue) => `${survey} ${path} ${message}`;
  const news = issues.filter((issue) => !told.has(key(issue)));
  for (const issue of news) told.add(key(issue));
  if (news.length > 0)
    console.warn(
      `fourfold: survey "${survey}" is shown without what is wrong or missing in it:${lines(news)}`,
    );
}

function lines(issues: readonly Issue[]): string {
  return issues.map(({ path, message }) => `\n  ${path || 'questionnaire'}: ${message}`).join('');
}
