import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';

/**
 * The questionnaire that a record answers: of its survey and version, else the survey's newest.
 *
 * @param version as a record has it
 * @example askedQuestionnaire([], 'nps', '1') // undefined
 */
export function askedQuestionnaire(
  questionnaires: readonly Questionnaire[],
  survey: string,
  version: string,
): Questionnaire | undefined {
  const ofSurvey = questionnaires.filter(({ id }) => id === survey);
  return (
    ofSurvey.find((candidate) => String(candidate.version) === version) ??
    [...ofSurvey].sort((a, b) => b.version - a.version)[0]
  );
}
