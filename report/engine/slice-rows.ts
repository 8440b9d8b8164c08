import type { ScaleDefinition } from '../../shared/summary/summary.ts';
import type { Columns, ScaleColumn } from './columns.ts';
import type { RowWeights } from './row-weights.ts';

/** What is counted of some rows: one array a column, one entry a row. */
export interface SliceRows {
  readonly count: number;
  /** By key. */
  readonly scales: readonly { readonly column: ScaleDefinition; readonly cells: Uint8Array }[];
  readonly status: Uint8Array;
  readonly shownAt: Float64Array;
  /** Absent when no record says it. */
  readonly sample?: Float64Array;
  readonly durationMs: Int32Array;
  /** Absent unless every row has one. */
  readonly blocks?: Uint8Array;
  readonly weights?: RowWeights;
}

/** Places of rows; undefined for all of them. */
export type Places = Uint32Array | undefined;

/** The rows of each survey, version and audience. */
export function rowsBySlice({ rows, survey, surveyVersion, audience }: Columns, mask?: Uint8Array): Places[] {
  const parts = [survey, surveyVersion, audience];
  if (rows > 0 && !mask && parts.every(({ codes }) => codes.every((value) => value === codes[0])))
    return [undefined];
  const versions = surveyVersion.values.length;
  const audiences = audience.values.length;
  const slices = groups(rows, (row) =>
    mask?.[row] === 0
      ? -1
      : (survey.codes[row] * versions + surveyVersion.codes[row]) * audiences + audience.codes[row],
  );
  return [...slices.values()];
}

/**
 * The rows at these indices.
 *
 * @param scales in the order wanted
 * @param at ascending, each once; undefined for all, which are what is there already
 */
export function rowsAt(
  columns: Columns,
  scales: readonly ScaleColumn[],
  at: Places,
  { blocks, weights }: Pick<SliceRows, 'blocks' | 'weights'>,
): SliceRows {
  const all = {
    ...columns,
    count: columns.rows,
    scales: scales.map((column) => ({ column, cells: column.cells })),
    ...(blocks && { blocks }),
    ...(weights && { weights }),
  };
  return at ? pick(all, at) : all;
}

/** Some of the rows, by their places among them. */
export function pick(rows: SliceRows, at: Uint32Array): SliceRows {
  const { scales, status, shownAt, sample, durationMs, blocks, weights } = rows;
  return {
    count: at.length,
    scales: scales.map(({ column, cells }) => ({ column, cells: bytes(cells, at) })),
    status: bytes(status, at),
    shownAt: floats(shownAt, at),
    ...(sample && { sample: floats(sample, at) }),
    durationMs: wholes(durationMs, at),
    ...(blocks && { blocks: bytes(blocks, at) }),
    ...(weights && {
      weights: {
        weights: weights.weights.map((limb) => floats(limb, at)),
        squares: weights.squares.map((limb) => floats(limb, at)),
      },
    }),
  };
}

/**
 * The same rows in parts of so many, as views.
 *
 * @example spans(rows, 1_000).map(({ count }) => count) // 1000, 1000, 17
 */
export function spans(rows: SliceRows, size: number): SliceRows[] {
  const starts = Array.from({ length: Math.max(1, Math.ceil(rows.count / size)) }, (_, k) => k * size);
  return starts.map((from) => span(rows, from, Math.min(from + size, rows.count)));
}

function span(rows: SliceRows, from: number, to: number): SliceRows {
  const { scales, status, shownAt, sample, durationMs, blocks, weights } = rows;
  return {
    count: to - from,
    scales: scales.map(({ column, cells }) => ({ column, cells: cells.subarray(from, to) })),
    status: status.subarray(from, to),
    shownAt: shownAt.subarray(from, to),
    ...(sample && { sample: sample.subarray(from, to) }),
    durationMs: durationMs.subarray(from, to),
    ...(blocks && { blocks: blocks.subarray(from, to) }),
    ...(weights && {
      weights: {
        weights: weights.weights.map((limb) => limb.subarray(from, to)),
        squares: weights.squares.map((limb) => limb.subarray(from, to)),
      },
    }),
  };
}

/**
 * Places of rows by what `keyOf` says of each; rows of which it says −1 are in none.
 *
 * @example groups(3, (row) => row % 2) // Map { 0 → [0, 2], 1 → [1] }
 */
export function groups(count: number, keyOf: (row: number) => number): Map<number, Uint32Array> {
  const sizes = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    const key = keyOf(row);
    if (key >= 0) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const found = new Map([...sizes].map(([key, size]) => [key, { rows: new Uint32Array(size), filled: 0 }]));
  for (let row = 0; row < count; row++) {
    const group = found.get(keyOf(row));
    if (group) group.rows[group.filled++] = row;
  }
  return new Map([...found].map(([key, { rows }]) => [key, rows]));
}

function bytes(from: Uint8Array, at: Uint32Array): Uint8Array {
  const to = new Uint8Array(at.length);
  for (let i = 0; i < at.length; i++) to[i] = from[at[i]];
  return to;
}

function wholes(from: Int32Array, at: Uint32Array): Int32Array {
  const to = new Int32Array(at.length);
  for (let i = 0; i < at.length; i++) to[i] = from[at[i]];
  return to;
}

function floats(from: Float64Array, at: Uint32Array): Float64Array {
  const to = new Float64Array(at.length);
  for (let i = 0; i < at.length; i++) to[i] = from[at[i]];
  return to;
}
