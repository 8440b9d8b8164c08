import type { MappedColumn, Mapping, TableForm, TimeColumn } from '../../shared/mapping/mapping.ts';
import { NPS_SCALE } from '../../shared/questionnaire/scale.ts';
import { namedRole } from '../engine/guess/column-names.ts';
import type { ColumnProfile } from '../engine/guess/profile-column.ts';
import { mappedTime } from '../engine/mapped-time.ts';
import { columnCounts } from './column-counts.ts';
import { roleOf } from './choose-role.ts';
import { isScore, type ScoreColumn } from './score-column.ts';
import { shownName } from './shown-name.ts';

/** What cannot stand, or should be looked at, in one column of a mapping. */
export type Finding =
  /** Errors: nothing is drawn before they are mended. */
  | { readonly kind: 'twice'; readonly role: MappedColumn['role']; readonly other: string }
  | { readonly kind: 'same-name'; readonly other: string }
  | { readonly kind: 'not-numeric'; readonly cells: number }
  | { readonly kind: 'too-many-values' }
  | { readonly kind: 'no-answers' }
  | { readonly kind: 'nps-scale' }
  | { readonly kind: 'no-times' }
  /** Doubts. */
  | { readonly kind: 'mostly-missing'; readonly share: number }
  | { readonly kind: 'rejected'; readonly cells: number }
  | { readonly kind: 'some-not-numeric'; readonly cells: number }
  | { readonly kind: 'some-no-times'; readonly cells: number }
  | { readonly kind: 'day-or-month' }
  | { readonly kind: 'one-to-ten' }
  | { readonly kind: 'one-to-eleven' }
  | { readonly kind: 'unknown' };

/** Kinds that keep the report from being drawn. */
const ERRORS: ReadonlySet<Finding['kind']> = new Set([
  ...(['twice', 'same-name', 'not-numeric', 'too-many-values'] as const),
  ...(['no-answers', 'nps-scale', 'no-times'] as const),
]);

/**
 * Whether a finding keeps the report from being drawn.
 *
 * @example isError({ kind: 'nps-scale' }) // true
 */
export function isError({ kind }: Finding): boolean {
  return ERRORS.has(kind);
}

/** Roles that one column has at most; of several overall questions one is the outcome. */
const ONCE: readonly MappedColumn['role'][] = [
  ...(['nps', 'csat', 'ces', 'weight', 'time', 'duration', 'touchpoint', 'audience', 'version'] as const),
  ...(['attribute', 'mean-importance', 'mean-satisfaction', 'answers'] as const),
];
const NUMERIC: readonly MappedColumn['role'][] = [
  ...(['weight', 'duration', 'answers', 'mean-importance', 'mean-satisfaction'] as const),
];
/** Rows of this share set missing are worth a look. */
const MOSTLY = 0.5;

/** What the owner of a table has looked at. */
export interface JudgeOptions {
  /** Columns whose role the owner has chosen, so that leaving them out is no oversight. */
  readonly chosen?: ReadonlySet<string>;
  readonly locale?: string;
}

/**
 * What is wrong or doubtful in a mapping, by column; the graver first.
 *
 * @param columns of the table, each name once
 * @example judgeMapping(mapping, columns).get('weight') // [{ kind: 'not-numeric', cells: 12 }]
 */
export function judgeMapping(
  mapping: Mapping,
  columns: readonly ColumnProfile[],
  { chosen = new Set(), locale = 'en' }: JudgeOptions = {},
): ReadonlyMap<string, readonly Finding[]> {
  return new Map(
    columns.flatMap((profile): [string, readonly Finding[]][] => {
      const { name } = profile;
      const mapped = mapping.columns.find(({ column }) => column === name);
      const found: Finding[] = mapped
        ? [...among(mapped, mapping, locale), ...ofColumn(mapped, profile, mapping)]
        : [];
      if (roleOf(mapping, name) === 'ignore' && profile.filled > 0 && !chosen.has(name))
        found.push({ kind: 'unknown' });
      return found.length > 0 ? [[name, found]] : [];
    }),
  );
}

/** What it has in common with other columns. */
function among(mapped: MappedColumn, { columns }: Mapping, locale: string): Finding[] {
  const { role, column } = mapped;
  const found: Finding[] = [];
  const twice = columns.find((other) => other.column !== column && other.role === role);
  if (twice && ONCE.includes(role)) found.push({ kind: 'twice', role, other: twice.column });
  if ('attribute' in mapped) {
    const name = shownName(mapped, locale);
    const same = columns.find(
      (other) => other.column !== column && other.role === role && shownName(other, locale) === name,
    );
    if (same) found.push({ kind: 'same-name', other: same.column });
  }
  return found;
}

function ofColumn(
  mapped: MappedColumn,
  profile: ColumnProfile,
  { table = {}, npsOneToTen }: Mapping,
): Finding[] {
  if (isScore(mapped)) return ofScore(mapped, profile, table, npsOneToTen === true);
  const { filled, numbers } = profile;
  if (NUMERIC.includes(mapped.role)) {
    if (numbers === filled && filled > 0) return [];
    const cells = filled - numbers;
    return [numbers > cells ? { kind: 'some-not-numeric', cells } : { kind: 'not-numeric', cells }];
  }
  return mapped.role === 'time' ? ofTime(mapped, profile) : [];
}

function ofScore(mapped: ScoreColumn, profile: ColumnProfile, form: TableForm, oneToTen: boolean): Finding[] {
  const counts = columnCounts(mapped, profile, form);
  if (!counts) return [{ kind: 'too-many-values' }];
  const found: Finding[] = [];
  const { min, max } = mapped.scale;
  if (mapped.role === 'nps') {
    if (max !== NPS_SCALE.max || min < 0 || min > 1) found.push({ kind: 'nps-scale' });
    else if (min === 1 && !oneToTen) found.push({ kind: 'one-to-ten' });
  }
  if (mapped.role === 'rating' && min === 1 && max === 11 && namedRole(mapped.column) === 'nps')
    found.push({ kind: 'one-to-eleven' });
  if (counts.answers === 0) return [...found, { kind: 'no-answers' }];
  const absent = counts.codes.reduce((sum, { state, rows }) => sum + (state === 'rejected' ? 0 : rows), 0);
  const share = absent / (profile.filled + profile.empty);
  if (share >= MOSTLY) found.push({ kind: 'mostly-missing', share });
  if (counts.rejected > 0) found.push({ kind: 'rejected', cells: counts.rejected });
  return found;
}

function ofTime({ form }: TimeColumn, { values, filled, name }: ColumnProfile): Finding[] {
  if (form === 'label') {
    // Thirty numbers without a year are days of a month rather than periods.
    return namedRole(name) === 'period' || !values || values.size <= PERIODS_MAX
      ? []
      : [{ kind: 'no-times' }];
  }
  if (!values) return [];
  let cells = 0;
  let told = false;
  for (const [text, rows] of values) {
    if (mappedTime(text, form) === undefined) cells += rows;
    else told ||= text.split(/[-/. T]/, 2).some((part) => Number(part) > 12);
  }
  if (cells === filled) return [{ kind: 'no-times' }];
  const found: Finding[] = cells > 0 ? [{ kind: 'some-no-times', cells }] : [];
  if (!told && (form === 'day-first' || form === 'month-first')) found.push({ kind: 'day-or-month' });
  return found;
}

/** A column of names of periods has at most so many. */
const PERIODS_MAX = 400;
