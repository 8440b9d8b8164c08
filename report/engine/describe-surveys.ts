import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { Questionnaire, Text } from '../../shared/questionnaire/questionnaire.ts';
import type { Summary } from '../../shared/summary/summary.ts';
import { BUILT_IN_QUESTIONNAIRES } from './built-in-questionnaires.ts';
import { mappingLabels, questionnaireLabels } from './labels.ts';
import type { SurveyFound } from './messages.ts';

/**
 * Names of what was asked. What is built in names nothing in other surveys: their `service.speed` is another thing than ours.
 */
export function labelsOf(
  { slices }: Summary,
  questionnaires: readonly Questionnaire[],
  mappings: readonly Mapping[],
): ReadonlyMap<string, Text> {
  const answered = new Set(slices.map(({ survey }) => survey));
  const asked = questionnaires.filter(
    (candidate) => answered.has(candidate.id) || !BUILT_IN_QUESTIONNAIRES.includes(candidate),
  );
  return new Map([
    ...questionnaireLabels(asked),
    ...mappings.flatMap((mapping) => [...mappingLabels(mapping)]),
  ]);
}

/** The surveys that were answered, the largest first, each with its versions. */
export function surveysOf(
  { slices }: Summary,
  questionnaires: readonly Questionnaire[],
  mappings: readonly Mapping[],
): SurveyFound[] {
  const found = new Map<string, Map<string, number>>();
  for (const { survey, surveyVersion = '', all } of slices) {
    const versions = found.get(survey) ?? new Map<string, number>();
    versions.set(surveyVersion, (versions.get(surveyVersion) ?? 0) + all.records);
    found.set(survey, versions);
  }
  const surveys = [...found].map(([survey, versions]): SurveyFound => {
    const title =
      mappings.find((candidate) => candidate.survey === survey)?.title ??
      questionnaires.find((candidate) => candidate.id === survey)?.title;
    const byRecords = [...versions].sort((a, b) => b[1] - a[1]);
    return {
      survey,
      ...(title === undefined ? {} : { title }),
      records: byRecords.reduce((sum, [, records]) => sum + records, 0),
      versions: byRecords.map(([version, records]) => ({ version, records })),
    };
  });
  return surveys.sort((a, b) => b.records - a.records);
}
