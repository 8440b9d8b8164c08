import type { Issue, Parsed } from '../parsed.ts';
import { addAnswers, addTables, NO_HEALTH, type SumContext } from './add-tables.ts';
import { byCodePoint } from './by-code-point.ts';
import type { ScoreRules } from './score-rules.ts';
import {
  FIELD_VALUES_MAX,
  type Counts,
  type Day,
  type Field,
  type FieldValue,
  type Period,
} from './summary.ts';
import type { ScaleDefinition, Tables } from './summary.ts';

/**
 * Adds the counts of two slices; columns that one of them lacks count as not shown there.
 *
 * @param rules those of both
 * @throws RangeError when a slice lacks a table that its columns call for
 * @example addSlices(slice, slice) // every count doubled
 */
export function addSlices(a: Counts, b: Counts, rules: ScoreRules = {}): Parsed<Counts> {
  const columns = new Map(a.columns.map((column) => [column.key, column]));
  const issues = [...weighingDiffers(a, b), ...orderDiffers(a.periods, b.periods)];
  for (const column of b.columns) {
    const other = columns.get(column.key);
    if (other && !sameScale(other, column)) issues.push(differs(other, column));
    columns.set(column.key, other ? joined(other, column) : column);
  }
  if (issues.length > 0) return { ok: false, issues };
  const all = [...columns.values()].sort((x, y) => byCodePoint(x.key, y.key));
  const context = { columns: all, rules, deep: a.deep && b.deep };
  return {
    ok: true,
    value: {
      columns: all,
      all: addTables({ ...context, deep: true }, a, b),
      deep: context.deep,
      fields: union(a.fields, b.fields, ({ field }) => field).map((both) => addFields(context, both, a, b)),
      days: addDays(all, [a.days, a.columns], [b.days, b.columns]),
      months: context.deep ? addPeriods(context, [a.months, a], [b.months, b]) : [],
      periods: addPeriods(context, [a.periods, a], [b.periods, b]),
      weightless: a.weightless + b.weightless,
    },
  };
}

type Of<T> = readonly [part: T, slice: Counts];

/** What one or both have under one key. */
interface Joined<T> {
  readonly some: T;
  readonly x: T | undefined;
  readonly y: T | undefined;
}

/** Pairs what both have under one key, in order of the key. */
function union<T>(a: readonly T[], b: readonly T[], keyOf: (part: T) => string): Joined<T>[] {
  const all = new Map<string, Joined<T>>();
  for (const part of a) all.set(keyOf(part), { some: part, x: part, y: undefined });
  for (const part of b) all.set(keyOf(part), { some: part, x: all.get(keyOf(part))?.x, y: part });
  return [...all].sort(([k], [l]) => byCodePoint(k, l)).map(([, both]) => both);
}

function addFields(context: SumContext, { some, x, y }: Joined<Field>, a: Counts, b: Counts): Field {
  const { field } = some;
  const [left, right] = [x, y].map((part) => part?.values ?? []);
  const values = union(left, right, ({ value }) => value);
  const tooMany = values.length > FIELD_VALUES_MAX || [x, y].some((part) => part?.tooMany);
  if (tooMany) return { field, values: [], tooMany };
  return { field, values: values.map((both) => addValues(context, both, a, b)), tooMany };
}

function addValues(
  context: SumContext,
  { some, x, y }: Joined<FieldValue>,
  a: Counts,
  b: Counts,
): FieldValue {
  const [left, right] = [x, y].map((part) => part?.days ?? []);
  return {
    value: some.value,
    tables: addParts(context, [x?.tables, a], [y?.tables, b]),
    days: context.deep ? addDays(context.columns, [left, a.columns], [right, b.columns]) : [],
  };
}

/** What only one of the two has still takes on the columns of the sum. */
function addParts(
  context: SumContext,
  [x, a]: Of<Tables | undefined>,
  [y, b]: Of<Tables | undefined>,
): Tables {
  const part = (tables: Tables | undefined, slice: Counts) =>
    tables ? { columns: slice.columns, all: tables } : { columns: [], all: nothing(slice) };
  return addTables(context, part(x, a), part(y, b));
}

/**
 * Nothing counted, in a slice whose records are weighed or not.
 *
 * @example nothing(slice).records // 0
 */
export function nothing({ all: { weight } }: Counts): Tables {
  return {
    records: 0,
    ...(weight && { weight: { sum: 0, squares: 0 } }),
    histograms: {},
    hashed: true,
    ...{ cross: [], complete: [], samples: [] },
    response: { settled: { unknown: 0, shown: 0, dismissed: 0, partial: 0, completed: 0 }, open: [] },
    health: NO_HEALTH,
  };
}

function addPeriods(
  context: SumContext,
  [x, a]: Of<readonly Period[]>,
  [y, b]: Of<readonly Period[]>,
): Period[] {
  return union(x, y, ({ label }) => label)
    .map(({ some: { label, order }, x: p, y: q }) => ({
      ...{ label, order },
      tables: addParts(context, [p?.tables, a], [q?.tables, b]),
    }))
    .sort(byOrder);
}

/**
 * Orders periods by their place in time, then by label; for `sort`.
 *
 * @example [{ label: 'b', order: 1 }, { label: 'a', order: 1 }].sort(byOrder)[0].label // 'a'
 */
export function byOrder(a: Pick<Period, 'label' | 'order'>, b: Pick<Period, 'label' | 'order'>): number {
  return a.order - b.order || byCodePoint(a.label, b.label);
}

type OfColumns = readonly [days: readonly Day[], columns: readonly ScaleDefinition[]];

function addDays(columns: readonly ScaleDefinition[], [x, ofX]: OfColumns, [y, ofY]: OfColumns): Day[] {
  return union(x, y, ({ day }) => day).map(({ some, x: p, y: q }) => {
    if (!p || !q) return some;
    const shown = columns.filter(({ key }) =>
      [p, q].some(({ histograms }) => Object.hasOwn(histograms, key)),
    );
    return { day: p.day, ...addAnswers(shown, { columns: ofX, all: p }, { columns: ofY, all: q }) };
  });
}

function sameScale(a: ScaleDefinition, b: ScaleDefinition): boolean {
  return (['role', 'question', 'attribute', 'min', 'max'] as const).every((part) => a[part] === b[part]);
}

/** Of two labels the first by code point, so that the order of merging does not show. */
function joined(a: ScaleDefinition, b: ScaleDefinition): ScaleDefinition {
  const [label] = [a.label, b.label].filter((text) => text !== undefined).sort(byCodePoint);
  const { key, role, question, attribute, min, max } = a;
  return {
    ...{ key, role, question },
    ...(attribute !== undefined && { attribute }),
    ...(label !== undefined && { label }),
    ...{ min, max },
    ...((a.reversed ?? b.reversed) && { reversed: true as const }),
  };
}

function differs(a: ScaleDefinition, b: ScaleDefinition): Issue {
  const scale = ({ role, min, max }: ScaleDefinition) => `${role} ${min}...${max}`;
  const message = `addSlices: expected ${a.key} on one scale, got ${scale(a)} and ${scale(b)}; map one of them anew`;
  return { path: a.key, code: 'scale-differs', message };
}

function weighingDiffers(a: Counts, b: Counts): Issue[] {
  if ((a.all.weight === undefined) === (b.all.weight === undefined)) return [];
  const message =
    'addSlices: expected both with weights or both without; map the weight column of the other too';
  return [{ path: 'weight', code: 'weights-differ', message }];
}

function orderDiffers(a: readonly Period[], b: readonly Period[]): Issue[] {
  return union(a, b, ({ label }) => label).flatMap(({ x: p, y: q }) => {
    if (!p || !q || p.order === q.order) return [];
    const message = `addSlices: expected ${p.label} at one place in time, got ${p.order} and ${q.order}; map one of them anew`;
    return [{ path: p.label, code: 'order-differs', message }];
  });
}
