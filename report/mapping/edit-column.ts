import { MAPPED_POINTS_MAX } from '../../shared/mapping/mapping-schema.ts';
import type { MappedColumn, Mapping } from '../../shared/mapping/mapping.ts';
import type { Scale } from '../../shared/questionnaire/scale.ts';
import type { CodeState } from './column-counts.ts';
import { isScore, type ScoreColumn } from './score-column.ts';
import { shownName } from './shown-name.ts';

/**
 * A scale as its owner writes it.
 *
 * @returns undefined when it is none: not two whole numbers, the lower one first, or too many points
 * @example parseScale('1–5') // { min: 1, max: 5 }
 * @example parseScale('-2 to 2') // { min: -2, max: 2 }
 * @example parseScale('5') // undefined
 */
export function parseScale(text: string): Scale | undefined {
  const match = /^\s*([-−]?\d{1,4})\s*(?:[-–—~～至到]|\.\.|to)\s*([-−]?\d{1,4})\s*$/u.exec(text);
  if (!match) return undefined;
  const [min, max] = [match[1], match[2]].map((number) => Number(number.replace('−', '-')));
  return min < max && max - min < MAPPED_POINTS_MAX ? { min, max } : undefined;
}

/**
 * The mapping with one column changed.
 *
 * @param change given the column as it is; not called when the mapping does not name it
 * @example withColumn(mapping, 'nps', (column) => ({ ...column, partOfId: true }))
 */
export function withColumn(
  mapping: Mapping,
  name: string,
  change: (column: MappedColumn) => MappedColumn,
): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column) => (column.column === name ? change(column) : column)),
  };
}

/**
 * The mapping with another name for a column in the report. Two columns of unlike roles and one name rate one
 * attribute: so importance is tied to satisfaction.
 *
 * @param text '' gives back the name made of the column's
 * @example withName(mapping, 'q7_food', 'Restaurants', 'en')
 */
export function withName(mapping: Mapping, name: string, text: string, locale: string): Mapping {
  const plain = text.trim();
  const own = mapping.columns.find(({ column }) => column === name);
  if (!own) return mapping;
  const twin = plain === '' || !('attribute' in own) ? undefined : twinOf(mapping, own, plain, locale);
  if (twin) return withColumn(mapping, name, () => ({ ...own, ...twin }));
  return {
    ...mapping,
    columns: mapping.columns.map((column) => (isSame(column, own) ? named(column, plain) : column)),
  };
}

/** What a column of another role, with this name, is called. */
function twinOf(
  { columns }: Mapping,
  own: MappedColumn & { attribute: string },
  plain: string,
  locale: string,
) {
  const twin = columns.find(
    (column) =>
      'attribute' in column &&
      column.role !== own.role &&
      column.attribute !== own.attribute &&
      shownName(column, locale) === plain,
  );
  if (!twin || !('attribute' in twin)) return undefined;
  const isTaken = columns.some(
    (column) => column.role === own.role && 'attribute' in column && column.attribute === twin.attribute,
  );
  if (isTaken) return undefined;
  const { attribute, question, label } = twin;
  return { attribute, ...(question !== undefined && { question }), ...(label !== undefined && { label }) };
}

/** Columns of one attribute have one name. */
function isSame(column: MappedColumn, own: MappedColumn): boolean {
  if ('attribute' in column && 'attribute' in own)
    return column.attribute === own.attribute && column.question === own.question;
  return column.column === own.column;
}

function named(column: MappedColumn, label: string): MappedColumn {
  if (!isScore(column) && column.role !== 'segment') return column;
  if (label !== '') return { ...column, label };
  const rest = { ...column };
  delete rest.label;
  return rest;
}

/**
 * A column in which a code is read as something else.
 *
 * @example withCode({ column: 'a', role: 'nps', scale: { min: 0, max: 10 } }, '99', 'missing').missing // ['99']
 */
export function withCode(column: ScoreColumn, code: string, state: CodeState): ScoreColumn {
  const { missing = [], notApplicable = [], ...rest } = column;
  const without = (list: readonly string[]): readonly string[] => list.filter((other) => other !== code);
  const absent = [...without(missing), ...(state === 'missing' ? [code] : [])];
  const outside = [...without(notApplicable), ...(state === 'not-applicable' ? [code] : [])];
  return {
    ...rest,
    ...(absent.length > 0 && { missing: absent }),
    ...(outside.length > 0 && { notApplicable: outside }),
  };
}

/**
 * A column on another scale; codes and words that now are points, or no longer are, lose what was said of them.
 *
 * @example withScale({ column: 'a', role: 'nps', scale: { min: 0, max: 9 }, missing: ['10'] }, { min: 0, max: 10 }).missing // undefined
 */
export function withScale(column: ScoreColumn, scale: Scale): ScoreColumn {
  const { missing = [], notApplicable = [], values = [], ...rest } = column;
  const isBeside = (code: string): boolean => !(Number(code) >= scale.min && Number(code) <= scale.max);
  const absent = missing.filter(isBeside);
  const outside = notApplicable.filter(isBeside);
  const words = values.filter(({ point }) => point >= scale.min && point <= scale.max);
  return {
    ...{ ...rest, scale },
    ...(absent.length > 0 && { missing: absent }),
    ...(outside.length > 0 && { notApplicable: outside }),
    ...(words.length > 0 && { values: words }),
  };
}

/**
 * The mapping with every scale of satisfaction read in one direction; NPS is never turned.
 *
 * @example withDirection({ format: 'fourfold-map', version: 1, survey: 'a', columns: [] }, true).columns // []
 */
export function withDirection(mapping: Mapping, reversed: boolean): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column) => (isTurnable(column) ? turned(column, reversed) : column)),
  };
}

/**
 * Whether the lowest point of a column's scale may be the best.
 *
 * @example isTurnable({ column: 'nps', role: 'nps', scale: { min: 0, max: 10 } }) // false
 */
export function isTurnable(column: MappedColumn): column is ScoreColumn {
  return isScore(column) && column.role !== 'nps';
}

/**
 * A column whose lowest point is the best, or no longer.
 *
 * @example turned({ column: 'a', role: 'csat', scale: { min: 1, max: 5 } }, true).reversed // true
 */
export function turned(column: ScoreColumn, reversed: boolean): ScoreColumn {
  const rest = { ...column };
  delete rest.reversed;
  return reversed ? { ...rest, reversed } : rest;
}
