import { unguardFormula } from '../../shared/answers/write-csv.ts';
import type { Issue, Parsed } from '../../shared/parsed.ts';
import { byOrder } from '../../shared/summary/add-slices.ts';
import { byCodePoint } from '../../shared/summary/by-code-point.ts';
import { bySliceKey, EMPTY_SUMMARY } from '../../shared/summary/merge.ts';
import { parseSummary } from '../../shared/summary/parse-summary.ts';
import { smallestOf } from '../../shared/summary/sketch.ts';
import {
  FIELD_VALUES_MAX,
  type Day,
  type Field,
  type Period,
  type ScaleDefinition,
  type Sketch,
  type Slice,
  type Summary,
} from '../../shared/summary/summary.ts';
import { tablePlan } from '../../shared/summary/table-plan.ts';
import { periodOrder } from '../engine/mapped-time.ts';
import { issue, type CountRow } from './count-row.ts';
import { findFaults } from './row-faults.ts';
import { groupRows, type RowGroup, type SliceGroup } from './row-groups.ts';
import type { ResultPlan } from './result-plan.ts';
import { answersOfRows, itemsOf, tablesOfRows, type RowsContext } from './tables-of-rows.ts';

const DAY_MS = 86_400_000;

/**
 * The summary that the rows of the statements' result add up to.
 *
 * @param rows all of them, in any order
 * @returns issues with place, code and remedy: rows of another plan, rows that are missing or there twice, ids in two
 *   different rows, surveys that the statements do not know, margins that do not add up
 */
export function summaryOfRows(rows: readonly CountRow[]): Parsed<Summary> {
  const found = findFaults(rows);
  if (!found.ok) return found;
  const result = found.value;
  const textOf = result.own ? unguardFormula : (text: string) => text;
  const slices = groupRows(rows, textOf).map((slice) => sliceOf(slice, result));
  const summary: Summary = {
    ...EMPTY_SUMMARY,
    ...(slices.length > 0 && { rules: result.rules }),
    slices: slices.sort(bySliceKey),
    sketches: sketchesOf(rows, textOf),
  };
  const checked = parseSummary(summary);
  if (checked.ok) return { ok: true, value: summary };
  return { ok: false, issues: checked.issues.map(asFault) };
}

/** Says of a count that does not add up in what rows it stands. */
function asFault({ path, code, message }: Issue): Issue {
  return issue(`rows for ${path}`, code, 'counts that add up', message);
}

function sliceOf(slice: SliceGroup, result: ResultPlan): Slice {
  const { survey, surveyVersion, audience, scopes } = slice;
  const [all = NOTHING] = scopes.get('all') ?? [];
  const shown = itemsOf(all, 'histogram');
  const columns = byKey(result.columns.filter((_, k) => shown.has(k + 1)));
  const sets = tablePlan(byKey(result.columns), result.rules).complete;
  const context: RowsContext = {
    ...{ result, columns, plan: tablePlan(columns, result.rules) },
    sets: new Map(sets.map(({ name, keys }) => [name, keys])),
  };
  const weightless = all.parts.get('weightless') ?? [];
  return {
    survey,
    ...(surveyVersion !== '' && { surveyVersion }),
    ...(audience !== '' && { audience }),
    columns,
    all: tablesOfRows(all, context),
    deep: true,
    fields: fieldsOf(scopes, context),
    days: daysOf(scopes.get('day') ?? [], context),
    months: (scopes.get('month') ?? []).map((group) => monthOf(group, context)).sort(byOrder),
    periods: (scopes.get('period') ?? [])
      .map((group): Period => {
        const { value: label } = group;
        return { label, order: periodOrder(label), tables: tablesOfRows(group, context) };
      })
      .sort(byOrder),
    weightless: weightless.reduce((total, { n }) => total + n, 0),
  };
}

/** The group of a slice of which only records without a weight are known. */
const NOTHING: RowGroup = { value: '', moment: 0, parts: new Map() };

function byKey(columns: readonly ScaleDefinition[]): ScaleDefinition[] {
  return [...columns].sort((a, b) => byCodePoint(a.key, b.key));
}

function fieldsOf(scopes: SliceGroup['scopes'], context: RowsContext): Field[] {
  return context.result.fields
    .map((field, k) => ({ field, scope: `f${k + 1}` }))
    .sort((a, b) => byCodePoint(a.field, b.field))
    .flatMap(({ field, scope }): Field[] => {
      const groups = scopes.get(scope) ?? [];
      const count = groups
        .flatMap(({ parts }) => parts.get('field') ?? [])
        .reduce((sum, { n }) => sum + n, 0);
      if (count === 0) return [];
      if (count > FIELD_VALUES_MAX) return [{ field, values: [], tooMany: true }];
      const days = scopes.get(`${scope}.day`) ?? [];
      const values = groups
        .filter(({ parts }) => parts.has('records'))
        .map((group) => ({
          value: group.value,
          tables: tablesOfRows(group, context),
          days: daysOf(
            days.filter(({ value }) => value === group.value),
            context,
          ),
        }));
      return [{ field, values: values.sort((a, b) => byCodePoint(a.value, b.value)), tooMany: false }];
    });
}

/** Columns that no record of the day was shown are left out. */
function daysOf(groups: readonly RowGroup[], { result, columns }: RowsContext): Day[] {
  return [...groups]
    .sort((a, b) => a.moment - b.moment)
    .map((group) => {
      const shown = itemsOf(group, 'histogram');
      const some = columns.filter((column) => shown.has(result.columns.indexOf(column) + 1));
      const day = new Date(group.moment * DAY_MS).toISOString().slice(0, 10);
      return { day, ...answersOfRows(group, some, result) };
    });
}

function monthOf(group: RowGroup, context: RowsContext): Period {
  const { moment } = group;
  const [year, month] = [Math.floor(moment / 12), (moment % 12) + 1];
  return {
    label: `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`,
    order: moment,
    tables: tablesOfRows(group, context),
  };
}

function sketchesOf(rows: readonly CountRow[], textOf: (text: string) => string): Sketch[] {
  const heads = new Map<string, number[]>();
  for (const { part, survey, item } of rows) {
    if (part !== 'sketch') continue;
    const name = textOf(survey);
    heads.set(name, [...(heads.get(name) ?? []), Number.parseInt(item, 16)]);
  }
  return [...heads]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([survey, values]) => ({ survey, smallest: smallestOf(values) }));
}
