import { addTables } from '../../shared/summary/add-tables.ts';
import {
  points,
  type CompleteCases,
  type CrossTable,
  type Day,
  type SampleCount,
  type ScaleDefinition,
  type ScaleRole,
  type Tables,
} from '../../shared/summary/summary.ts';
import type { ScoreRules } from '../../shared/summary/score-rules.ts';
import { driverSet, firstPlan, tablePlan, type TablePlan } from '../../shared/summary/table-plan.ts';
import * as code from './columns.ts';
import { answersByKey, keysOf, tablesByKey } from './count-by-key.ts';
import { completeCases, crossTable, pairOf, type Levels, type Pair } from './count-tables.ts';
import { healthCounts } from './health-counts.ts';
import { pick, spans, type SliceRows } from './slice-rows.ts';

const DAY_MS = 86_400_000;

/** Columns whose days are told by segment. */
const BY_DAY_AND_SEGMENT: readonly ScaleRole[] = ['nps', 'csat', 'loyalty-class', 'delivered-value'];

/** Which tables of some rows are counted: all of them, those of the first figures, or histograms and what is as cheap. */
export type Depth = 'all' | 'first' | 'first-with-sets' | 'histograms';

/** What is made of rows to count them takes memory: so many are counted at a time. */
const ROWS_AT_ONCE = 1 << 18;

/**
 * Every table of some rows, in one go.
 *
 * @param at places of the rows that count
 */
export function countRows(
  rows: SliceRows,
  rules: Required<ScoreRules>,
  at: Uint32Array,
  atOnce = ROWS_AT_ONCE,
): Tables {
  const starts = Array.from({ length: Math.max(1, Math.ceil(at.length / atOnce)) }, (_, k) => k * atOnce);
  return starts
    .map((from) => ended(countingRows(pick(rows, at.subarray(from, from + atOnce)), rules, 'all', atOnce)))
    .reduce((sum, next) => added(rows, rules, 'all', sum, next));
}

/** Tables of all rows, with a pause after each. */
export function* countingRows(
  rows: SliceRows,
  rules: Required<ScoreRules>,
  depth: Depth,
  atOnce = ROWS_AT_ONCE,
): Generator<undefined, Tables> {
  // The first figures need so few tables that they are counted whole.
  const parts = depth === 'all' || depth === 'histograms' ? spans(rows, atOnce) : [rows];
  let sum: Tables | undefined;
  for (const part of parts) {
    const next = yield* countingPart(part, rules, depth);
    sum = sum ? added(rows, rules, depth, sum, next) : next;
  }
  if (!sum) throw new RangeError('countingRows: expected one part at least');
  return sum;
}

function added(
  { scales }: SliceRows,
  rules: Required<ScoreRules>,
  depth: Depth,
  sum: Tables,
  next: Tables,
): Tables {
  const columns = scales.map(({ column }) => column);
  const context = { columns, rules, deep: depth === 'all' };
  return addTables(context, { columns, all: sum }, { columns, all: next });
}

function* countingPart(
  rows: SliceRows,
  rules: Required<ScoreRules>,
  depth: Depth,
): Generator<undefined, Tables> {
  const { scales, blocks, weights } = rows;
  const plan = planOf(
    scales.map(({ column }) => column),
    rules,
    depth,
  );
  const needed = new Set([...plan.cross.flat(), ...plan.complete.flatMap(({ keys }) => keys)]);
  const levels = new Map(
    scales.flatMap(({ column, cells }) =>
      needed.has(column.key) ? [[column.key, levelsOf(column, cells)] as const] : [],
    ),
  );
  const cross: CrossTable[] = [];
  let pair: Pair | undefined;
  for (const keys of plan.cross) {
    const columns = allOf(levels, keys);
    const [a, b] = columns;
    // Tables that begin with the same two columns follow each other.
    if (columns.length > 2 && (pair?.of[0] !== a || pair.of[1] !== b)) pair = pairOf(a, b);
    cross.push({ keys, ...crossTable(columns, weights, pair) });
    yield;
  }
  const complete: CompleteCases[] = [];
  for (const { name, keys } of plan.complete) {
    const blocked = name.startsWith(driverSet('')) ? blocks : undefined;
    complete.push({ name, keys, ...completeCases(allOf(levels, keys), blocked, weights) });
    yield;
  }
  // All rows have one key.
  const [counted] = tablesByKey(rows, { codes: new Uint8Array(rows.count), size: 1 });
  return {
    ...counted,
    ...{ cross, complete },
    ...(depth === 'all' && { health: healthCounts(rows, rules.speederMs), samples: samplesOf(rows) }),
  };
}

/** Runs what pauses to its end. */
export function ended<T>(steps: Generator<undefined, T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

function planOf(columns: readonly ScaleDefinition[], rules: Required<ScoreRules>, depth: Depth): TablePlan {
  if (depth === 'all') return tablePlan(columns, rules);
  if (depth === 'histograms') return { cross: [], complete: [] };
  const { cross, complete } = firstPlan(columns, rules);
  return { cross, complete: depth === 'first' ? [] : complete };
}

/** Answers by day (UTC) of the rows that tell it. */
export function countDays(rows: SliceRows): Day[] {
  const { count, shownAt } = rows;
  // Days before 1970 are negative; no prompt was shown before 1900.
  const dayOf = (time: number): number =>
    time === code.TIME_ABSENT ? 0 : Math.max(0, Math.floor(time / DAY_MS) + EPOCH_DAYS);
  let newest = 0;
  for (const time of shownAt) newest = Math.max(newest, dayOf(time));
  const { keys, found } = keysOf(count, newest + 1, (row) => dayOf(shownAt[row]));
  return answersByKey(rows, keys)
    .slice(1)
    .map((answers, k) => ({
      day: new Date((found[k + 1] - EPOCH_DAYS) * DAY_MS).toISOString().slice(0, 10),
      ...answers,
      histograms: Object.fromEntries(
        Object.entries(answers.histograms).filter(([, { notShown }]) => notShown < answers.records),
      ),
    }));
}

/** Added to days since 1970 so that a century before still counts from 1. */
const EPOCH_DAYS = 36_525;

/** The same of the columns that are told by day within a segment. */
export function countSegmentDays(rows: SliceRows, at: Uint32Array): Day[] {
  const scales = rows.scales.filter(({ column }) => BY_DAY_AND_SEGMENT.includes(column.role));
  return countDays(pick({ ...rows, scales }, at));
}

function levelsOf(scale: ScaleDefinition, cells: Uint8Array): Levels {
  const missing = points(scale);
  const levels = new Uint8Array(cells.length);
  for (let i = 0; i < levels.length; i++) levels[i] = cells[i] < missing ? cells[i] : missing;
  return { min: scale.min, missing, cells: levels };
}

function allOf(levels: ReadonlyMap<string, Levels>, keys: readonly string[]): Levels[] {
  return keys.flatMap((key) => levels.get(key) ?? []);
}

function samplesOf({ count, sample }: SliceRows): SampleCount[] {
  if (!sample) return count > 0 ? [{ records: count }] : [];
  const counts = new Map<number, number>();
  for (const share of sample) counts.set(share, (counts.get(share) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([share, records]) => (share === code.SAMPLE_ABSENT ? { records } : { sample: share, records }));
}
