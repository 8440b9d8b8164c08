import { byOrder } from '../../shared/summary/add-slices.ts';
import { byCodePoint } from '../../shared/summary/by-code-point.ts';
import { completeRules } from '../../shared/summary/default-rules.ts';
import { bySliceKey, EMPTY_SUMMARY } from '../../shared/summary/merge.ts';
import type { ScoreRules } from '../../shared/summary/score-rules.ts';
import { smallestOf } from '../../shared/summary/sketch.ts';
import { FIELD_VALUES_MAX, type Field, type Period, type Sketch } from '../../shared/summary/summary.ts';
import type { ScaleDefinition, Slice, Summary } from '../../shared/summary/summary.ts';
import * as code from './columns.ts';
import type { Columns, DictionaryColumn, ScaleColumn } from './columns.ts';
import { keysOf, tablesByKey, type Keys } from './count-by-key.ts';
import { countDays, countingRows, countRows, countSegmentDays, ended, type Depth } from './count-rows.ts';
import { BLOCK_ABSENT, HEAD_ABSENT } from './id-blocks.ts';
import { limbsOf, unitsOf, type RowWeights } from './row-weights.ts';
import { scoreRows } from './score-rows.ts';
import { groups, rowsAt, rowsBySlice, type Places, type SliceRows } from './slice-rows.ts';

/** What `summarize` counts, and how much of it. */
export interface SummarizeOptions {
  /** Which rows count: 1 keeps a row, 0 leaves it out. Absent: all rows. */
  readonly rows?: Uint8Array;
  /** Each row's id block from `idBlocks`. Absent, or without a row's: relative weights get no interval. */
  readonly blocks?: Uint8Array | undefined;
  /** Each row's head from `idHeads`, for a summary file. Absent: no sketch, so overlaps are not noticed. */
  readonly heads?: Float64Array | undefined;
  /** Absent: those of the built-in questionnaires. */
  readonly rules?: ScoreRules | undefined;
  /** Count every table for each segment and month too, as a summary file holds them. Absent: histograms alone. */
  readonly deep?: boolean;
  /**
   * Only what the first figures of a page stand on: no segments, days or periods. With sets where importance is that
   * of a model of all attributes; histograms alone while reading goes on. Absent: everything.
   */
  readonly first?: Exclude<Depth, 'all'> | undefined;
  /** Digests of what was read, for a summary file. */
  readonly sources?: readonly string[];
  /** Rows that were read twice, counted by the reader. */
  readonly duplicates?: Summary['duplicates'];
  /** So many rows are counted at a time; the counts are the same, and so is the memory for any number of rows. */
  readonly rowsAtOnce?: number | undefined;
}

interface Counting {
  readonly columns: Columns;
  readonly rules: Required<ScoreRules>;
  readonly deep: boolean;
  readonly first: SummarizeOptions['first'];
  readonly blocks: Uint8Array | undefined;
  /** Weight of each row in units, and its limbs; absent: all alike. */
  readonly units: Float64Array | undefined;
  readonly weights: RowWeights | undefined;
  readonly rowsAtOnce: number | undefined;
}

/**
 * Counts answers into a summary: one pass a table over the rows of each survey, version and audience.
 *
 * @param columns not mutated
 * @throws RangeError when a survey version has answers to one column on two scales
 * @example summarize(builder.build()).slices[0]?.all.histograms['nps']
 */
export function summarize(columns: Columns, options: SummarizeOptions = {}): Summary {
  return ended(summarizing(columns, options));
}

/**
 * As {@link summarize}, with pauses: after each of the larger tables, so that whoever runs it may stop.
 *
 * @param columns not mutated
 */
export function* summarizing(
  columns: Columns,
  options: SummarizeOptions = {},
): Generator<undefined, Summary> {
  const { deep = false, first, blocks, heads, rowsAtOnce, sources = [] } = options;
  const rules = completeRules(options.rules ?? {});
  const units = unitsOf(columns, rules.weigh);
  const counting = {
    columns,
    rules,
    deep,
    first,
    blocks,
    units,
    weights: units && limbsOf(units),
    rowsAtOnce,
  };
  const slices: Slice[] = [];
  for (const rows of rowsBySlice(columns, options.rows)) slices.push(yield* slicing(counting, rows));
  return {
    ...EMPTY_SUMMARY,
    ...(slices.length > 0 && { rules }),
    slices: slices.sort(bySliceKey),
    sources: [...sources].sort(byCodePoint),
    sketches: heads ? sketchesOf(columns, heads, options.rows) : [],
    duplicates: options.duplicates ?? EMPTY_SUMMARY.duplicates,
  };
}

function* slicing(counting: Counting, at: Places): Generator<undefined, Slice> {
  const { columns, rules, deep, first, units, rowsAtOnce } = counting;
  const weighed = units ? places(columns, at).filter((row) => units[row] > 0) : at;
  const [anyRow] = at ?? [0];
  const version = textAt(columns.surveyVersion, anyRow);
  const audience = textAt(columns.audience, anyRow);
  const rows = sliceRows(counting, weighed);
  return {
    survey: textAt(columns.survey, anyRow) ?? '',
    ...(version === undefined ? {} : { surveyVersion: version }),
    ...(audience === undefined ? {} : { audience }),
    columns: rows.scales.map(({ column }) => definitionOf(column)),
    all: yield* countingRows(rows, rules, first ?? 'all', rowsAtOnce),
    deep,
    fields: first ? [] : yield* fieldsOf(counting, rows, weighed),
    days: first ? [] : countDays(rows),
    months: deep ? monthsOf(counting, rows) : [],
    periods: first ? [] : periodsOf(counting, rows, weighed),
    weightless: (at?.length ?? columns.rows) - rows.count,
  };
}

function places({ rows }: Columns, at: Places): Uint32Array {
  return at ?? Uint32Array.from({ length: rows }, (_, row) => row);
}

function sliceRows({ columns, rules, blocks, weights }: Counting, at: Places): SliceRows {
  const known =
    blocks && (at ? at.every((row) => blocks[row] !== BLOCK_ABSENT) : !blocks.includes(BLOCK_ABSENT));
  const rows = rowsAt(columns, shownScales(columns.scales, at), at, {
    ...(known && { blocks }),
    ...(weights && { weights }),
  });
  const scores = scoreRows(rows.scales, rows.count, rules).filter(
    ({ column, cells }) =>
      cells.some((cell) => cell !== code.CELL_NOT_SHOWN) &&
      !rows.scales.some((scale) => scale.column.key === column.key),
  );
  return {
    ...rows,
    scales: [...rows.scales, ...scores].sort((a, b) => byCodePoint(a.column.key, b.column.key)),
  };
}

function shownScales(scales: readonly ScaleColumn[], at: Places): ScaleColumn[] {
  const shown = scales
    .filter(({ cells }) =>
      at
        ? at.some((row) => cells[row] !== code.CELL_NOT_SHOWN)
        : cells.some((cell) => cell !== code.CELL_NOT_SHOWN),
    )
    .sort((a, b) => byCodePoint(a.key, b.key));
  shown.forEach((column, k) => {
    if (shown[k + 1]?.key === column.key)
      throw new RangeError(`summarize: expected ${column.key} on one scale in a survey version, got two`);
  });
  return shown;
}

/** Each field by value. Which values there are does not hang on how records are cut into summaries. */
function* fieldsOf(counting: Counting, rows: SliceRows, at: Places): Generator<undefined, Field[]> {
  const fields: Field[] = [];
  for (const [field, column] of [...counting.columns.fields].sort(([a], [b]) => byCodePoint(a, b))) {
    yield;
    const { keys, found } = valuesAt(column, rows.count, at);
    if (found.length > FIELD_VALUES_MAX + 1) fields.push({ field, values: [], tooMany: true });
    else if (found.length > 1) {
      const values = valued(counting, rows, keys)
        .map(({ key, ...parts }) => ({ value: column.values[found[key]], ...parts }))
        .sort((a, b) => byCodePoint(a.value, b.value));
      fields.push({ field, values, tooMany: false });
    }
  }
  return fields;
}

/** The values that rows have in a dictionary, as keys. */
function valuesAt({ values, codes }: DictionaryColumn, count: number, at: Places): ReturnType<typeof keysOf> {
  return keysOf(count, values.length, at ? (row) => codes[at[row]] : (row) => codes[row]);
}

/** Tables of the rows of each key, as deep as is wanted. */
function valued({ rules, deep, rowsAtOnce }: Counting, rows: SliceRows, keys: Keys) {
  if (!deep)
    return tablesByKey(rows, keys)
      .map((tables, key) => ({ key, tables, days: [] }))
      .slice(1);
  return [...groups(rows.count, (row) => keys.codes[row] - 1)].map(([at, places]) => ({
    key: at + 1,
    tables: countRows(rows, rules, places, rowsAtOnce),
    days: countSegmentDays(rows, places),
  }));
}

function monthsOf({ rules, rowsAtOnce }: Counting, rows: SliceRows): Period[] {
  const { shownAt } = rows;
  const months = groups(rows.count, (row) => {
    const time = new Date(shownAt[row]);
    return shownAt[row] === code.TIME_ABSENT ? -1 : time.getUTCFullYear() * 12 + time.getUTCMonth();
  });
  return [...months]
    .map(([month, places]) => ({
      label: `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`,
      order: month,
      tables: countRows(rows, rules, places, rowsAtOnce),
    }))
    .sort(byOrder);
}

function periodsOf(counting: Counting, rows: SliceRows, at: Places): Period[] {
  const { period } = counting.columns;
  if (!period) return [];
  const { values, order } = period;
  const { keys, found } = valuesAt(period, rows.count, at);
  return valued(counting, rows, keys)
    .map(({ key, tables }) => ({ label: values[found[key]], order: order[found[key]], tables }))
    .sort(byOrder);
}

function sketchesOf({ rows, survey }: Columns, heads: Float64Array, mask?: Uint8Array): Sketch[] {
  const found = groups(rows, (row) => (mask?.[row] === 0 ? -1 : survey.codes[row]));
  return [...found]
    .map(([value, at]) => ({ survey: survey.values[value], heads: Array.from(at, (row) => heads[row]) }))
    .filter((sketch) => !sketch.heads.includes(HEAD_ABSENT))
    .sort((a, b) => byCodePoint(a.survey, b.survey))
    .map((sketch) => ({ survey: sketch.survey, smallest: smallestOf(sketch.heads) }));
}

function definitionOf(scale: ScaleDefinition): ScaleDefinition {
  const { key, role, question, attribute, label, min, max, reversed } = scale;
  return {
    ...{ key, role, question },
    ...(attribute === undefined ? {} : { attribute }),
    ...(label === undefined ? {} : { label }),
    ...{ min, max },
    ...(reversed && { reversed }),
  };
}

function textAt({ values, codes }: DictionaryColumn, row: number): string | undefined {
  const value = codes[row];
  return value === code.CODE_ABSENT ? undefined : values[value];
}
