import { DEFAULT_BATTERY, type Mapping } from '../../shared/mapping/mapping.ts';
import { CONTEXT_PREFIX } from '../../shared/answers/answer-table.ts';
import type { Questionnaire, Text } from '../../shared/questionnaire/questionnaire.ts';

/**
 * What readers see in place of ids: by question id, and by `question.attribute` for what a battery rates, and by
 * `context.field`. Where two questionnaires name the same thing the first one's name stands.
 *
 * @example questionnaireLabels([shop]).get('service.parking') // { en: 'Parking', 'zh-CN': '停车' }
 */
export function questionnaireLabels(questionnaires: readonly Questionnaire[]): Map<string, Text> {
  const labels = new Map<string, Text>();
  const put = (id: string, label: Text | undefined): void => {
    if (label !== undefined && !labels.has(id)) labels.set(id, label);
  };
  for (const { questions, context = {} } of questionnaires) {
    for (const [field, label] of Object.entries(context)) put(`${CONTEXT_PREFIX}${field}`, label);
    for (const question of questions) {
      put(question.id, question.label);
      if (question.kind !== 'battery') continue;
      for (const { id, label } of question.attributes) put(`${question.id}.${id}`, label);
    }
  }
  return labels;
}

/** Before the id of a keyword list, among labels. */
export const THEME_PREFIX = 'keywords.';

/**
 * What a mapping calls things: by question id, by `question.attribute` for what is rated, by `context.field`, and its
 * keyword lists.
 *
 * @example mappingLabels({ format: 'fourfold-map', version: 1, survey: 'a', columns: [] }).size // 0
 */
export function mappingLabels({ columns, keywords = [] }: Mapping): Map<string, Text> {
  const themes = keywords.flatMap(({ id, label }): [string, Text][] =>
    label === undefined ? [] : [[`${THEME_PREFIX}${id}`, label]],
  );
  return new Map([
    ...themes,
    ...columns.flatMap((column): [string, Text][] => {
      if (!('label' in column) || column.label === undefined) return [];
      if ('attribute' in column)
        return [[`${column.question ?? DEFAULT_BATTERY}.${column.attribute}`, column.label]];
      if (column.role === 'segment')
        return [[`${CONTEXT_PREFIX}${column.field ?? column.column}`, column.label]];
      return [['question' in column ? (column.question ?? column.column) : column.column, column.label]];
    }),
  ]);
}

/**
 * A name made of an id: words apart, the first letter large.
 *
 * @example humanised('long-term_parkingShuttle') // 'Long term parking shuttle'
 */
export function humanised(id: string): string {
  const words = id
    .replace(
      /([\p{Ll}\d])(\p{Lu})/gu,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    )
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
