import * as v from 'valibot';
import type { Issue, Parsed } from '../parsed.ts';
import { schemaIssues } from '../schema-issues.ts';
import {
  DEFAULT_BATTERY,
  OUTCOME_ROLES,
  type MappedColumn,
  type Mapping,
  type OutcomeColumn,
  type ScaleReading,
} from './mapping.ts';
import { mappingSchema } from './mapping-schema.ts';

/** Roles that one column of a table has at most. */
const ONCE: readonly MappedColumn['role'][] = [
  ...(['weight', 'time', 'duration', 'touchpoint', 'audience', 'version', 'attribute'] as const),
  ...(['mean-importance', 'mean-satisfaction', 'answers'] as const),
];

/**
 * A mapping from outside data, or every issue in it with its path and remedy.
 *
 * @param input parsed JSON
 * @example parseMapping({ format: 'fourfold-map', version: 1, survey: 'a', columns: [] }).ok // true
 * @example parseMapping({ format: 'fourfold-map', version: 2, survey: 'a', columns: [] }).ok // false
 */
export function parseMapping(input: unknown): Parsed<Mapping> {
  const parsed = v.safeParse(mappingSchema, input);
  if (!parsed.success) return { ok: false, issues: schemaIssues(parsed.issues) };
  const mapping: Mapping & { $schema?: string } = { ...parsed.output };
  delete mapping.$schema;
  const issues = [
    ...mapping.columns.flatMap((column, index) => scaleIssues(column, `columns[${index}]`)),
    ...sameKey(mapping.columns),
    ...moreThanOnce(mapping.columns),
    ...pickIssues(mapping),
  ];
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: mapping };
}

/**
 * The key under which a column's answers are counted; undefined for a column that holds none.
 *
 * @example columnKey({ column: 'q7_art', role: 'satisfaction', attribute: 'art', scale: { min: 1, max: 5 } }) // 'service.satisfaction.art'
 */
export function columnKey(column: MappedColumn): string | undefined {
  if ('attribute' in column)
    return `${column.question ?? DEFAULT_BATTERY}.${column.role}.${column.attribute}`;
  return isOutcome(column) ? (column.question ?? column.column) : undefined;
}

function isOutcome(column: MappedColumn): column is OutcomeColumn {
  return OUTCOME_ROLES.some((role) => role === column.role);
}

function scaleIssues(column: MappedColumn, path: string): Issue[] {
  if (!('scale' in column) || !('role' in column)) return [];
  const { scale, missing = [], notApplicable = [], values = [] }: ScaleReading = column;
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const code of [...missing, ...notApplicable, ...values.map(({ text }) => text)]) {
    if (seen.has(code)) {
      const message = `"${code}" is given two meanings; keep one of them`;
      issues.push({ path, code: 'ambiguous', message });
    }
    seen.add(code);
  }
  values.forEach(({ point }, at) => {
    if (point >= scale.min && point <= scale.max) return;
    const message = `expected a point from ${scale.min} to ${scale.max}, got ${point}`;
    issues.push({ path: `${path}.values[${at}].point`, code: 'off-scale', message });
  });
  return issues;
}

function sameKey(columns: readonly MappedColumn[]): Issue[] {
  const keys = columns.map((column) => columnKey(column));
  return columns.flatMap(({ column }, index): Issue[] => {
    const path = `columns[${index}]`;
    const named = columns.findIndex((other) => other.column === column);
    if (named < index) {
      const message = `"${column}" has a role in columns[${named}] already; remove one of the two`;
      return [{ path: `${path}.column`, code: 'duplicate', message }];
    }
    const first = keys[index] === undefined ? index : keys.indexOf(keys[index]);
    if (first === index) return [];
    const message = `columns[${first}] holds the same thing; give one of them another attribute, question or role`;
    return [{ path, code: 'duplicate', message }];
  });
}

function moreThanOnce(columns: readonly MappedColumn[]): Issue[] {
  return columns.flatMap(({ role }, index): Issue[] => {
    const first = columns.findIndex((other) => other.role === role);
    if (first === index || !ONCE.includes(role)) return [];
    const message = `columns[${first}] is "${role}" already; a table has one at most`;
    return [{ path: `columns[${index}].role`, code: 'duplicate', message }];
  });
}

/** Each attribute is picked in one set of columns, and these have no other role. */
function pickIssues({ columns, picks = [] }: Mapping): Issue[] {
  const issues: Issue[] = [];
  const taken = new Set<string>();
  picks.forEach(({ columns: names, options, none = [], question = DEFAULT_BATTERY }, index) => {
    const path = `picks[${index}]`;
    for (const name of names) {
      if (!columns.some(({ column }) => column === name)) continue;
      const message = `"${name}" has a role in "columns" as well; remove it there`;
      issues.push({ path: `${path}.columns`, code: 'duplicate', message });
    }
    const codes = [...options.map(({ code }) => code), ...none];
    const twice = codes.find((code, at) => codes.indexOf(code) < at);
    if (twice !== undefined)
      issues.push({ path, code: 'ambiguous', message: `"${twice}" is given two meanings; keep one of them` });
    for (const attribute of new Set(options.map((option) => option.attribute))) {
      const key = `${question}.${attribute}`;
      if (taken.has(key)) {
        const message = `"${attribute}" is picked in other columns already; name all of them in one place`;
        issues.push({ path, code: 'duplicate', message });
      }
      taken.add(key);
    }
  });
  return issues;
}
