import { MEAN_SCALES } from '../engine/guess/guess-means.ts';
import { ASPECTS } from '../../shared/questionnaire/questionnaire.ts';
import {
  OUTCOME_ROLES,
  type MappedColumn,
  type Mapping,
  type ScaleReading,
  type TimeForm,
} from '../../shared/mapping/mapping.ts';
import { attributeName } from '../engine/guess/column-names.ts';
import { guessScale } from '../engine/guess/guess-scale.ts';
import type { ColumnProfile } from '../engine/guess/profile-column.ts';
import { isScore } from './score-column.ts';

/** What a column may be chosen to be; `pick` names what a respondent finds most important. */
export type Role = MappedColumn['role'] | 'pick';

/** Roles in the groups in which they are offered. */
export const ROLE_GROUPS = {
  scores: ['satisfaction', 'importance', 'expectation', 'perception', 'standard', 'promise'],
  overall: ['nps', 'csat', 'ces', 'rating', 'outcome'],
  record: ['segment', 'time', 'weight', 'id', 'comment', 'duration', 'touchpoint', 'audience', 'version'],
  means: ['attribute', 'mean-satisfaction', 'mean-importance', 'answers'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/**
 * What a column is mapped to; `ignore` where the mapping does not name it.
 *
 * @example roleOf({ format: 'fourfold-map', version: 1, survey: 'a', columns: [] }, 'age') // 'ignore'
 */
export function roleOf({ columns, picks = [] }: Mapping, name: string): Role {
  const found = columns.find(({ column }) => column === name);
  if (found) return found.role;
  return picks.some((pick) => pick.columns.includes(name)) ? 'pick' : 'ignore';
}

/**
 * The mapping with another role for one column; what the new role shares with the old one stays.
 *
 * @param origin what the owner began with: a pick finds there what its codes stand for
 * @example roleOf(withRole(mapping, profile, 'weight', mapping), profile.name) // 'weight'
 */
export function withRole(mapping: Mapping, profile: ColumnProfile, role: Role, origin: Mapping): Mapping {
  const { name } = profile;
  const old = mapping.columns.find(({ column }) => column === name);
  const { picks: before = [], ...rest } = mapping;
  const picked = new Set(before.flatMap(({ columns }) => columns));
  if (role === 'pick') picked.add(name);
  else picked.delete(name);
  const picks = (origin.picks ?? [])
    .map((set) => ({ ...set, columns: set.columns.filter((column) => picked.has(column)) }))
    .filter(({ columns }) => columns.length > 0);
  const others = mapping.columns.filter(({ column }) => column !== name);
  const at = old ? mapping.columns.indexOf(old) : others.length;
  const chosen = role === 'pick' ? [] : [columnAs(role, profile, old, others)];
  const columns = [...others.slice(0, at), ...chosen, ...others.slice(at)];
  return { ...rest, columns, ...(picks.length > 0 && { picks }) };
}

function columnAs(
  role: MappedColumn['role'],
  profile: ColumnProfile,
  old: MappedColumn | undefined,
  others: readonly MappedColumn[],
): MappedColumn {
  const column = profile.name;
  const base = { column, ...(old?.partOfId === true && { partOfId: true }) };
  const label = old && 'label' in old && old.label !== undefined ? { label: old.label } : {};
  if (isOneOf(ASPECTS, role))
    return {
      ...base,
      role,
      attribute: attributeOf(column, role, old, others),
      ...readingOf(profile, old),
      ...label,
    };
  if (isOneOf(OUTCOME_ROLES, role)) return { ...base, role, ...readingOf(profile, old), ...label };
  switch (role) {
    case 'mean-importance':
    case 'mean-satisfaction':
      return { ...base, role, scale: meanScale(profile) };
    case 'time':
      return { ...base, role, form: likelyForm(profile) };
    case 'duration':
      return { ...base, role, unit: 's' };
    case 'segment':
      return { ...base, role, ...label };
    default:
      return { ...base, role };
  }
}

function isOneOf<T extends string>(list: readonly T[], role: string): role is T {
  return list.some((one) => one === role);
}

/** The attribute that it was; else a short name, unless another column of the role has it. */
function attributeOf(
  column: string,
  role: MappedColumn['role'],
  old: MappedColumn | undefined,
  others: readonly MappedColumn[],
): string {
  const wanted = old && 'attribute' in old ? old.attribute : attributeName(column);
  const isTaken = others.some(
    (other) => other.role === role && 'attribute' in other && other.attribute === wanted,
  );
  return isTaken ? column : wanted;
}

function readingOf(profile: ColumnProfile, old: MappedColumn | undefined): ScaleReading {
  if (old && isScore(old)) {
    const { scale, reversed, missing, notApplicable, values } = old;
    return {
      ...{ scale, ...(reversed !== undefined && { reversed }), ...(missing && { missing }) },
      ...(notApplicable && { notApplicable }),
      ...(values && { values }),
    };
  }
  const { scale, missing, notApplicable, values } = guessScale([profile]) ?? {
    ...{ scale: { min: 1, max: 5 }, missing: [], notApplicable: [], values: undefined },
  };
  return {
    ...{ scale, ...(missing.length > 0 && { missing }) },
    ...(notApplicable.length > 0 && { notApplicable }),
    ...(values && { values }),
  };
}

function meanScale({ min, max }: ColumnProfile) {
  return MEAN_SCALES.find((scale) => min >= scale.min && max <= scale.max) ?? { min: 1, max: 5 };
}

const SECONDS_FROM = 1e8;
const MILLISECONDS_FROM = 1e11;

/** How times are written, most likely; names of periods where they are no dates. */
function likelyForm({ dates, filled, numbers, min, values }: ColumnProfile): TimeForm {
  if (filled > 0 && numbers === filled && min >= SECONDS_FROM)
    return min >= MILLISECONDS_FROM ? 'epoch-ms' : 'epoch-s';
  if (dates < filled / 2) return 'label';
  const first = [...(values?.keys() ?? [])].at(0);
  return first === undefined || /^\d{4}/.test(first) ? 'iso' : 'day-first';
}
