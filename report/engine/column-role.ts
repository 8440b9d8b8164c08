import { CONTEXT_PREFIX, FIXED_COLUMNS } from '../../shared/answers/answer-table.ts';
import {
  ASPECTS,
  OTHER,
  type Question,
  type Questionnaire,
} from '../../shared/questionnaire/questionnaire.ts';
import {
  BATTERY_SCALE,
  CES_SCALE,
  CSAT_SCALE,
  NPS_SCALE,
  RATING_SCALE,
  type Scale,
} from '../../shared/questionnaire/scale.ts';
import type { ScaleDefinition, ScaleRole } from '../../shared/summary/summary.ts';

/** What the answers in a column are. */
export type ColumnRole =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'context'; readonly field: string }
  | { readonly kind: 'scale'; readonly definition: ScaleDefinition }
  /** A respondent's own words: the answer to a text question, or "other" of a choice. */
  | { readonly kind: 'comment' }
  /** Ids of options. */
  | { readonly kind: 'choice' }
  /** How to reach the respondent. */
  | { readonly kind: 'contact' }
  | { readonly kind: 'unknown' };

/** Parts of a contact that have a column each. */
const CONTACT_FIELDS: readonly string[] = ['name', 'reach', 'consent'];
/** Kinds that a question's id tells where no questionnaire does: those whose scale is always the same, and comments. */
const KINDS_BY_ID: readonly string[] = ['nps', 'csat', 'ces', 'text'] satisfies Question['kind'][];

const FIXED: ReadonlySet<string> = new Set(FIXED_COLUMNS);

/**
 * What a column of an export holds: by its name where the name says it, else by the questionnaire, else by the names
 * of the kinds of question.
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
  if (rest.length > 0) return { kind: 'unknown' };
  if (attribute !== undefined) return batteryRole(column, id, aspect, attribute, question);
  return aspect === undefined ? questionRole(id, question) : fieldRole(aspect, question);
}

/** What stands below a question, one step down. */
function fieldRole(field: string, asked: Question | undefined): ColumnRole {
  const fits = (kind: Question['kind']) => asked === undefined || asked.kind === kind;
  if (field === OTHER && fits('choice')) return { kind: 'comment' };
  return { kind: CONTACT_FIELDS.includes(field) && fits('contact') ? 'contact' : 'unknown' };
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

function questionRole(id: string, asked: Question | undefined): ColumnRole {
  const scale = (role: ScaleRole, { min, max }: Scale): ColumnRole => ({
    kind: 'scale',
    definition: { key: id, question: id, role, min, max },
  });
  switch (asked?.kind ?? KINDS_BY_ID.find((kind) => kind === id)) {
    case 'nps':
      return scale('nps', NPS_SCALE);
    case 'csat':
      return scale('csat', CSAT_SCALE);
    case 'ces':
      return scale('ces', CES_SCALE);
    case 'rating':
      return scale('rating', (asked?.kind === 'rating' ? asked.scale : undefined) ?? RATING_SCALE);
    case 'choice':
      return { kind: 'choice' };
    case 'text':
      return { kind: 'comment' };
    // A battery and a contact have columns below their own, a note has none.
    default:
      return { kind: 'unknown' };
  }
}
