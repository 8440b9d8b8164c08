import { exact, type Exact } from '../../shared/summary/exact.ts';
import { marginalOf } from '../../shared/summary/marginal.ts';
import { settle } from '../../shared/summary/response-counts.ts';
import {
  points,
  type Answers,
  type CrossTable,
  type HealthCounts,
  type Histogram,
  type OpenRecords,
  type SampleCount,
  type ScaleDefinition,
  type Tables,
} from '../../shared/summary/summary.ts';
import type { TablePlan } from '../../shared/summary/table-plan.ts';
import { CELL_NOT_APPLICABLE, CELL_REJECTED, CELL_SKIPPED, STATUSES } from '../engine/columns.ts';
import { parseShare } from '../engine/parse-head-cells.ts';
import { completeOfRows } from './complete-of-rows.ts';
import type { CountRow, RowPart } from './count-row.ts';
import { STRAIGHT, TIMED } from './level-statement.ts';
import type { ResultPlan } from './result-plan.ts';
import type { RowGroup } from './row-groups.ts';
import { LIMB_DIGITS, WEIGHT_LIMBS } from './sql-tables.ts';

/** What the rows of a slice are read by. */
export interface RowsContext {
  readonly result: ResultPlan;
  /** Columns that the slice was shown, by key. */
  readonly columns: readonly ScaleDefinition[];
  readonly plan: TablePlan;
  /** Keys of each named set as the statements summed them. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
}

function rowsOf(group: RowGroup, part: RowPart): readonly CountRow[] {
  return group.parts.get(part) ?? [];
}

/** Sums of weights and of their squares, from their limbs. */
function weighedOf(sums: readonly bigint[]): { weights: Exact; squares: Exact } {
  const joined = (limbs: readonly bigint[]) =>
    exact(limbs.reduce((total, limb, k) => total + limb * 10n ** BigInt(LIMB_DIGITS * k), 0n));
  return {
    weights: joined(sums.slice(0, WEIGHT_LIMBS.length)),
    squares: joined(sums.slice(WEIGHT_LIMBS.length)),
  };
}

/** Numbers of the columns, from 1, that rows of a part speak of. */
export function itemsOf(group: RowGroup, part: RowPart): Set<number> {
  return new Set(rowsOf(group, part).map(({ item }) => Number(item)));
}

/** Histograms of the columns over one group of rows. */
export function answersOfRows(
  group: RowGroup,
  columns: readonly ScaleDefinition[],
  { columns: all, weighted }: ResultPlan,
): Answers {
  const records = rowsOf(group, 'records');
  const count = records.reduce((total, { n }) => total + n, 0);
  const [first] = records;
  const weight = weighted && first ? weighedOf(first.sums) : undefined;
  const byItem = new Map<string, CountRow[]>();
  for (const row of rowsOf(group, 'histogram')) byItem.set(row.item, [...(byItem.get(row.item) ?? []), row]);
  return {
    records: count,
    ...(weight && { weight: { sum: weight.weights, squares: weight.squares } }),
    histograms: Object.fromEntries(
      columns.map((column) => [
        column.key,
        histogramOf(column, byItem.get(String(all.indexOf(column) + 1)) ?? [], count, weighted),
      ]),
    ),
  };
}

function histogramOf(
  column: ScaleDefinition,
  rows: readonly CountRow[],
  records: number,
  weighted: boolean,
): Histogram {
  const at = new Map(rows.map((row) => [row.level, row]));
  const count = (level: number) => at.get(level)?.n ?? 0;
  const levels = Array.from({ length: points(column) }, (_, level) => level);
  const sums = levels.map((level) => weighedOf(at.get(level)?.sums ?? []));
  return {
    counts: levels.map(count),
    ...(weighted && {
      weights: sums.map(({ weights }) => weights),
      squares: sums.map(({ squares }) => squares),
    }),
    skipped: count(CELL_SKIPPED),
    notApplicable: count(CELL_NOT_APPLICABLE),
    // Rows tell of columns that were shown.
    notShown: records - rows.reduce((total, { n }) => total + n, 0),
    rejected: count(CELL_REJECTED),
  };
}

/** Every table over one group of rows. */
export function tablesOfRows(group: RowGroup, context: RowsContext): Tables {
  const { result, columns, plan, sets } = context;
  const answers = answersOfRows(group, columns, result);
  const [time] = rowsOf(group, 'time');
  const [oldest, newest] = time?.sums.map(Number) ?? [];
  const counted = countedTables(group, result);
  const all = { ...answers, cross: counted };
  return {
    ...answers,
    ...(oldest === undefined || newest === undefined ? {} : { oldest, newest }),
    hashed: result.hasIds,
    cross: plan.cross.map((keys) => crossOf(keys, all, result)),
    complete: plan.complete.map((set) =>
      completeOfRows(rowsOf(group, 'complete'), set, sets.get(set.name) ?? [], result),
    ),
    response: responseOf(group, newest),
    health: healthOf(group),
    samples: samplesOf(group, result),
  };
}

function countedTables(group: RowGroup, { columns, weighted }: ResultPlan): CrossTable[] {
  const byItem = new Map<string, CountRow[]>();
  for (const row of rowsOf(group, 'cross')) {
    const rows = byItem.get(row.item);
    if (rows) rows.push(row);
    else byItem.set(row.item, [row]);
  }
  return [...byItem].map(([item, rows]) => {
    const scales = item.split(' ').map((at) => columns[Number(at) - 1]);
    const size = scales.reduce((product, scale) => product * (points(scale) + 1), 1);
    const counts = new Array<number>(size).fill(0);
    const weights = new Array<Exact>(size).fill(0);
    const squares = new Array<Exact>(size).fill(0);
    for (const { level, n, sums } of rows) {
      counts[level] = n;
      if (weighted) ({ weights: weights[level], squares: squares[level] } = weighedOf(sums));
    }
    return { keys: scales.map(({ key }) => key), counts, ...(weighted && { weights, squares }) };
  });
}

/** A table that the slice needs, out of the smallest counted one which holds its columns. */
function crossOf(
  keys: readonly string[],
  all: Answers & { readonly cross: readonly CrossTable[] },
  { columns, weighted }: ResultPlan,
): CrossTable {
  const sums = (measured: 'counts' | 'weights' | 'squares') =>
    marginalOf({ columns, all }, keys, measured) ?? [];
  return {
    ...{ keys, counts: sums('counts').map(Number) },
    ...(weighted && { weights: sums('weights'), squares: sums('squares') }),
  };
}

function responseOf(group: RowGroup, newest: number | undefined): Tables['response'] {
  const settled = { unknown: 0, shown: 0, dismissed: 0, partial: 0, completed: 0 };
  for (const { level, n } of rowsOf(group, 'status')) settled[STATUSES[level] ?? 'unknown'] += n;
  const open = rowsOf(group, 'open').flatMap(({ item, level, n }): OpenRecords[] => {
    const status = STATUSES[Number(item)];
    if (status !== 'shown' && status !== 'partial') return [];
    settled[status] -= n;
    return [{ shownAt: level, status, count: n }];
  });
  return settle({ settled, open }, newest);
}

function healthOf(group: RowGroup): HealthCounts {
  const ratings: number[] = [];
  const counts = { judged: 0, straight: 0, allTop: 0, allBottom: 0, timed: 0, hasty: 0 };
  for (const { level, n } of rowsOf(group, 'health')) {
    const [rated, straight, timed] = [Math.floor(level / 100), Math.floor(level / 10) % 10, level % 10];
    while (ratings.length <= rated) ratings.push(0);
    ratings[rated] += n;
    if (straight !== STRAIGHT.notJudged) counts.judged += n;
    if (straight > STRAIGHT.mixed) counts.straight += n;
    if (straight === STRAIGHT.top) counts.allTop += n;
    if (straight === STRAIGHT.bottom) counts.allBottom += n;
    if (timed !== TIMED.untimed) counts.timed += n;
    if (timed === TIMED.hasty) counts.hasty += n;
  }
  return { ratings, ...counts };
}

function samplesOf(group: RowGroup, { own }: ResultPlan): SampleCount[] {
  const counts = new Map<number | undefined, number>();
  for (const { item, n } of rowsOf(group, 'sample')) {
    const share = own && item !== '' ? parseShare(item) : undefined;
    counts.set(share, (counts.get(share) ?? 0) + n);
  }
  return [...counts]
    .sort(([a = -1], [b = -1]) => a - b)
    .map(([sample, records]) => (sample === undefined ? { records } : { sample, records }));
}
