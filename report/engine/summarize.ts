import { byCodePoint } from '../../shared/summary/by-code-point.ts';
import { bySliceKey, EMPTY_SUMMARY } from '../../shared/summary/merge.ts';
import { OPEN_WINDOW_MS, settle } from '../../shared/summary/response-counts.ts';
import { points, type OpenRecords, type ResponseCounts } from '../../shared/summary/summary.ts';
import type { Histogram, ScaleDefinition, Slice, Summary, Tables } from '../../shared/summary/summary.ts';
import { tablePlan } from '../../shared/summary/table-plan.ts';
import * as code from './columns.ts';
import { completeCases, crossTable, type Levels } from './count-tables.ts';
import { BLOCK_ABSENT } from './id-blocks.ts';
import type { Columns, DictionaryColumn, ScaleColumn } from './columns.ts';

/** What `summarize` counts, and how much of it. */
export interface SummarizeOptions {
  /** Which rows count: 1 keeps a row, 0 leaves it out. Absent: all rows. */
  readonly rows?: Uint8Array;
  /** Each row's id block from `idBlocks`. Absent, or without a row's: relative weights get no interval. */
  readonly blocks?: Uint8Array | undefined;
}

/**
 * Counts answers into a summary: one pass a table over the rows of each survey, version and audience.
 *
 * @param columns not mutated
 * @throws RangeError when a survey version has answers to one column on two scales
 * @example summarize(builder.build()).slices[0]?.all.histograms['nps']
 */
export function summarize(columns: Columns, options: SummarizeOptions = {}): Summary {
  const slices = rowsBySlice(columns, options.rows).map((rows) => sliceOf(columns, rows, options.blocks));
  return { ...EMPTY_SUMMARY, slices: slices.sort(bySliceKey) };
}

function rowsBySlice({ rows, survey, surveyVersion, audience }: Columns, mask?: Uint8Array): Uint32Array[] {
  const versions = surveyVersion.values.length;
  const audiences = audience.values.length;
  const keyOf = (row: number) =>
    (survey.codes[row] * versions + surveyVersion.codes[row]) * audiences + audience.codes[row];
  const sizes = new Map<number, number>();
  for (let row = 0; row < rows; row++)
    if (!mask || mask[row] === 1) sizes.set(keyOf(row), (sizes.get(keyOf(row)) ?? 0) + 1);
  const slices = new Map([...sizes].map(([key, size]) => [key, { rows: new Uint32Array(size), filled: 0 }]));
  for (let row = 0; row < rows; row++) {
    const slice = !mask || mask[row] === 1 ? slices.get(keyOf(row)) : undefined;
    if (slice) slice.rows[slice.filled++] = row;
  }
  return [...slices.values()].map((slice) => slice.rows);
}

function sliceOf(columns: Columns, rows: Uint32Array, blocks: Uint8Array | undefined): Slice {
  const first = rows[0];
  const known = blocks && gather(blocks, rows);
  const version = textAt(columns.surveyVersion, first);
  const audience = textAt(columns.audience, first);
  const scales = columns.scales
    .map((column) => ({ column, cells: gather(column.cells, rows) }))
    .filter(({ cells }) => cells.some((cell) => cell !== code.CELL_NOT_SHOWN))
    .sort((a, b) => byCodePoint(a.column.key, b.column.key));
  scales.forEach(({ column }, k) => {
    if (scales[k + 1]?.column.key === column.key)
      throw new RangeError(`summarize: expected ${column.key} on one scale in a survey version, got two`);
  });
  return {
    survey: textAt(columns.survey, first) ?? '',
    ...(version === undefined ? {} : { surveyVersion: version }),
    ...(audience === undefined ? {} : { audience }),
    columns: scales.map(({ column }) => definitionOf(column)),
    all: tablesOf(columns, scales, rows, known?.includes(BLOCK_ABSENT) ? undefined : known),
  };
}

function tablesOf(
  columns: Columns,
  scales: readonly { column: ScaleColumn; cells: Uint8Array }[],
  rows: Uint32Array,
  blocks: Uint8Array | undefined,
): Tables {
  const plan = tablePlan(scales.map(({ column }) => column));
  const levels = new Map(scales.map(({ column, cells }) => [column.key, levelsOf(column, cells)]));
  const { oldest, newest } = timesOf(columns.shownAt, rows);
  return {
    records: rows.length,
    ...(oldest === undefined || newest === undefined ? {} : { oldest, newest }),
    hashed: blocks !== undefined,
    histograms: Object.fromEntries(scales.map(({ column, cells }) => [column.key, histogram(column, cells)])),
    cross: plan.cross.map((keys) => ({ keys, counts: crossTable(keys.map((key) => find(levels, key))) })),
    complete: plan.complete.map((keys) => ({
      outcome: keys[0],
      keys,
      ...completeCases(
        keys.map((key) => find(levels, key)),
        blocks,
      ),
    })),
    response: responseOf(columns, rows, newest),
  };
}

function histogram(scale: ScaleDefinition, cells: Uint8Array): Histogram {
  const byCode = new Float64Array(256);
  for (let i = 0; i < cells.length; i++) byCode[cells[i]] += 1;
  return {
    counts: Array.from(byCode.subarray(0, points(scale))),
    skipped: byCode[code.CELL_SKIPPED],
    notApplicable: byCode[code.CELL_NOT_APPLICABLE],
    notShown: byCode[code.CELL_NOT_SHOWN],
    rejected: byCode[code.CELL_REJECTED],
  };
}

function levelsOf(scale: ScaleDefinition, cells: Uint8Array): Levels {
  const missing = points(scale);
  return { min: scale.min, missing, cells: cells.map((cell) => (cell < missing ? cell : missing)) };
}

function timesOf(shownAt: Float64Array, rows: Uint32Array): { oldest?: number; newest?: number } {
  let oldest = Infinity;
  let newest = code.TIME_ABSENT;
  for (let i = 0; i < rows.length; i++) {
    const time = shownAt[rows[i]];
    if (time === code.TIME_ABSENT) continue;
    oldest = Math.min(oldest, time);
    newest = Math.max(newest, time);
  }
  return newest === code.TIME_ABSENT ? {} : { oldest, newest };
}

function responseOf(
  { status, shownAt }: Columns,
  rows: Uint32Array,
  newest: number | undefined,
): ResponseCounts {
  const settled = { unknown: 0, shown: 0, dismissed: 0, partial: 0, completed: 0 };
  const open: OpenRecords[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const name = code.STATUSES[status[row]];
    const time = shownAt[row];
    if ((name === 'shown' || name === 'partial') && newest !== undefined && newest - time <= OPEN_WINDOW_MS)
      open.push({ shownAt: time, status: name, count: 1 });
    else settled[name]++;
  }
  return settle({ settled, open }, newest);
}

function definitionOf({ key, role, question, attribute, label, min, max }: ScaleColumn): ScaleDefinition {
  return {
    key,
    role,
    question,
    ...(attribute === undefined ? {} : { attribute }),
    ...(label === undefined ? {} : { label }),
    min,
    max,
  };
}

function textAt({ values, codes }: DictionaryColumn, row: number): string | undefined {
  const value = codes[row];
  return value === code.CODE_ABSENT ? undefined : values[value];
}

function gather(from: Uint8Array, rows: Uint32Array): Uint8Array {
  const to = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]];
  return to;
}

function find(levels: ReadonlyMap<string, Levels>, key: string): Levels {
  const found = levels.get(key);
  if (!found) throw new RangeError(`summarize: expected a column of the slice, got ${key}`);
  return found;
}
