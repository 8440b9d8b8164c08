import { CONTEXT_PREFIX, FIXED_COLUMNS } from '../../shared/answers/answer-table.ts';
import { ASPECTS, type Question, type Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { BATTERY_SCALE, CSAT_SCALE, NPS_SCALE } from '../../shared/questionnaire/scale.ts';
import type { ScaleDefinition } from '../../shared/summary/summary.ts';

/** What the answers in a column are. */
export type ColumnRole =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'context'; readonly field: string }
  | { readonly kind: 'scale'; readonly definition: ScaleDefinition }
  | { readonly kind: 'comment' }
  | { readonly kind: 'unknown' };

const FIXED: ReadonlySet<string> = new Set(FIXED_COLUMNS);

/**
 * What a column of an export holds: by its name where the name says it, else by the questionnaire, else by the names
 * of the built-in questions.
 *
 * @param column its name
 * @param questionnaire of the row's survey and version; undefined when none is at hand
 * @example columnRole('context.tier', undefined) // { kind: 'context', field: 'tier' }
 * @example columnRole('why', undefined) // { kind: 'unknown' }
 */
export function columnRole(column: string, questionnaire: Questionnaire | undefined): ColumnRole {
  if (FIXED.has(column)) return { kind: 'fixed' };
  if (column.startsWith(CONTEXT_PREFIX))
    return { kind: 'context', field: column.slice(CONTEXT_PREFIX.length) };
  const [id, aspect, attribute, ...rest] = column.split('.');
  const question = questionnaire?.questions.find((candidate) => candidate.id === id);
  if (attribute !== undefined && rest.length === 0)
    return batteryRole(column, id, aspect, attribute, question);
  if (aspect !== undefined) return { kind: 'unknown' };
  return questionRole(id, question?.kind ?? id);
}

function batteryRole(
  key: string,
  question: string,
  aspect: string,
  attribute: string,
  asked: Question | undefined,
): ColumnRole {
  const role = ASPECTS.find((known) => known === aspect);
  const belongs =
    asked === undefined ||
    (asked.kind === 'battery' &&
      asked.ask.some((known) => known === role) &&
      asked.attributes.some((known) => known.id === attribute));
  if (role === undefined || !belongs || question === '' || attribute === '') return { kind: 'unknown' };
  return { kind: 'scale', definition: { key, role, question, attribute, ...BATTERY_SCALE } };
}

function questionRole(question: string, kind: string): ColumnRole {
  const definition = { key: question, question };
  switch (kind) {
    case 'nps':
      return { kind: 'scale', definition: { ...definition, role: 'nps', ...NPS_SCALE } };
    case 'csat':
      return { kind: 'scale', definition: { ...definition, role: 'csat', ...CSAT_SCALE } };
    case 'text':
      return { kind: 'comment' };
    default:
      return { kind: 'unknown' };
  }
}
