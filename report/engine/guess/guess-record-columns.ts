import type { MappedColumn, TimeForm } from '../../../shared/mapping/mapping.ts';
import { namedAspect, namedRole } from './column-names.ts';
import type { ColumnProfile } from './profile-column.ts';

/** Cells of one form, of all that are filled, that tell a column by its values. */
const MOSTLY = 0.9;
/** Texts longer than this on average are comments. */
const COMMENT_LETTERS = 25;
/** A segment has few values, each of them often. */
const SEGMENT_VALUES = 60;
const SEGMENT_SHARE = 0.2;

type Found = Exclude<MappedColumn, { readonly attribute: string }>;

/**
 * The columns that say something of the record: id, weight, time, segments, comments.
 *
 * @param columns each name once
 */
export function guessRecordColumns(columns: readonly ColumnProfile[]): MappedColumn[] {
  const found: Found[] = [];
  const has = (role: MappedColumn['role']): boolean => found.some((column) => column.role === role);
  for (const column of columns) {
    const role = recordColumn(column, has);
    if (role) found.push(role);
  }
  const ids = idColumns(columns, found);
  return [...found, ...ids];
}

function recordColumn(
  column: ColumnProfile,
  has: (role: MappedColumn['role']) => boolean,
): Found | undefined {
  const { name, filled, numbers } = column;
  if (filled === 0) return undefined;
  const named = namedRole(name);
  const isNumeric = numbers >= MOSTLY * filled;
  if (named === 'id') return undefined;
  if (isWeight(column, named === 'weight') && !has('weight')) return { column: name, role: 'weight' };
  const form = timeForm(column);
  if (form && !has('time')) return { column: name, role: 'time', form };
  if (named === 'period' && !has('time')) return { column: name, role: 'time', form: 'label' };
  if (named === 'duration' && isNumeric && !has('duration'))
    return { column: name, role: 'duration', unit: column.sum / numbers > 5000 ? 'ms' : 's' };
  if (isNumeric) return isNumberedSegment(column) ? { column: name, role: 'segment' } : undefined;
  return textColumn(column, named, has);
}

function textColumn(
  column: ColumnProfile,
  named: ReturnType<typeof namedRole>,
  has: (role: MappedColumn['role']) => boolean,
): Found | undefined {
  const { name, filled, letters } = column;
  if (named === 'touchpoint' && isSegment(column) && !has('touchpoint'))
    return { column: name, role: 'touchpoint' };
  if (named === 'audience' && !has('audience')) return { column: name, role: 'audience' };
  if (named === 'comment' || letters / filled > COMMENT_LETTERS) {
    return { column: name, role: isSegment(column) && named !== 'comment' ? 'segment' : 'comment' };
  }
  // Scales in words are looked at by those who guess scales.
  if (named === 'nps' || named === 'csat' || named === 'ces' || namedAspect(name)) return undefined;
  return isSegment(column) ? { column: name, role: 'segment' } : undefined;
}

/** Decimals of mean 1; by its name alone also where they are of another mean. */
function isWeight({ numbers, filled, fractions, sum, min, values }: ColumnProfile, named: boolean): boolean {
  if (numbers < MOSTLY * filled || min < 0) return false;
  if (named) return true;
  const mean = sum / numbers;
  const distinct = values?.size ?? Infinity;
  return fractions > MOSTLY * filled && distinct > 20 && mean > 0.95 && mean < 1.05;
}

function timeForm({ values, dates, filled, name }: ColumnProfile): TimeForm | undefined {
  if (dates < MOSTLY * filled) return undefined;
  const texts = [...(values?.keys() ?? [])];
  if (texts.length === 0) return namedRole(name) === 'time' ? 'iso' : undefined;
  if (texts.filter((text) => /^\d{4}/.test(text)).length >= MOSTLY * texts.length) return 'iso';
  const part = (at: number): number =>
    Math.max(...texts.map((text) => Number(text.split(/[-/. T]/)[at])).filter((number) => number <= 31));
  // Where no day is above 12 nothing tells; most of the world writes the day first.
  return part(1) > 12 && part(0) <= 12 ? 'month-first' : 'day-first';
}

/** Districts and the like, by their numbers; scores have such names too, and say what was asked. */
function isNumberedSegment(column: ColumnProfile): boolean {
  const { name, min, whole, filled } = column;
  const isAttribute = namedAspect(name) !== undefined || min < 0 || whole < filled;
  return namedRole(name) === 'segment' && !isAttribute && isSegment(column);
}

function isSegment({ values, filled }: ColumnProfile): boolean {
  return (
    values !== undefined &&
    values.size <= SEGMENT_VALUES &&
    values.size <= Math.max(2, SEGMENT_SHARE * filled)
  );
}

/** One column that tells records apart; a plain number does so within its period alone, or in its own wave's file. */
function idColumns(columns: readonly ColumnProfile[], found: Found[]): MappedColumn[] {
  const named = columns.filter(({ name, empty }) => namedRole(name) === 'id' && empty === 0);
  const period = found.findIndex((column) => column.role === 'time' && column.form === 'label');
  const id = named.find(({ unique }) => unique) ?? (period < 0 ? undefined : named[0]);
  if (!id) return [];
  if (period >= 0 && (!id.unique || id.whole === id.filled))
    found[period] = { ...found[period], partOfId: true };
  return [{ column: id.name, role: 'id' }];
}
