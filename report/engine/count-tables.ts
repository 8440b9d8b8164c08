import { addExact, exact, type Exact } from '../../shared/summary/exact.ts';
import { ID_BLOCKS, type Products, type Sums, type Weighed } from '../../shared/summary/summary.ts';
import { countCells } from './count-cells.ts';
import { LIMB_BITS, type RowWeights } from './row-weights.ts';

/** Rows whose products are summed in one go: they stay in the processor's cache, and take the same room of any table. */
const SUMMED_AT_ONCE = 1 << 12;

/** A column's answers as levels, one a row: 0 for the lowest point, `missing` for no answer. */
export interface Levels {
  readonly min: number;
  readonly missing: number;
  readonly cells: Uint8Array;
}

/** Counts with sums of weights beside them, where rows have weights. */
export interface Counts extends Weighed<Exact[]> {
  readonly counts: number[];
}

/**
 * Counts rows by the levels of two or three columns; the last runs fastest.
 *
 * @param pair the first two of three columns, where they are taken together already
 *
 * @example crossTable([{ min: 0, missing: 1, cells }, { min: 0, missing: 1, cells }]).counts // four of them
 */
export function crossTable(columns: readonly Levels[], weights?: RowWeights, pair?: Pair): Counts {
  const [a, b, c] = columns;
  if (!a || !b) throw new RangeError(`crossTable: expected two or three columns, got ${columns.length}`);
  const [x, y] = [a.cells, b.cells];
  const [width, depth] = [b.missing + 1, (c?.missing ?? 0) + 1];
  const size = (a.missing + 1) * width * depth;
  const counts = c
    ? countCells((pair ?? pairOf(a, b)).cells, c.cells, { width: depth, size })
    : countCells(x, y, { width, size });
  if (!weights) return { counts: Array.from(counts) };
  const cells = Uint32Array.from(x, (level, i) => (level * width + y[i]) * depth + (c?.cells[i] ?? 0));
  return { counts: Array.from(counts), ...weighByCell(cells, counts.length, weights) };
}

/** The levels of two columns as one, for the tables that begin with both. */
export interface Pair {
  readonly of: readonly [Levels, Levels];
  readonly cells: Uint16Array;
}

/**
 * Takes two columns together.
 *
 * @example pairOf({ min: 0, missing: 1, cells }, { min: 0, missing: 1, cells }).cells // 0...3 for each row
 */
export function pairOf(a: Levels, b: Levels): Pair {
  const [x, y] = [a.cells, b.cells];
  const cells = new Uint16Array(x.length);
  const width = b.missing + 1;
  for (let i = 0; i < cells.length; i++) cells[i] = x[i] * width + y[i];
  return { of: [a, b], cells };
}

/**
 * Sums of weights, and of their squares, by cell.
 *
 * @param cells each row's cell; those from `size` on are left out
 */
export function weighByCell(
  cells: ArrayLike<number>,
  size: number,
  { weights, squares }: RowWeights,
): Required<Weighed<Exact[]>> {
  const sum = (limbs: readonly Float64Array[]) =>
    joinLimbs(limbs.map((limb) => sumByCell(cells, size, limb)));
  return { weights: sum(weights), squares: sum(squares) };
}

function sumByCell(cells: ArrayLike<number>, size: number, limb: Float64Array): Float64Array {
  const sums = new Float64Array(size);
  for (let i = 0; i < cells.length; i++) if (cells[i] < size) sums[cells[i]] += limb[i];
  return sums;
}

/** Sums of limbs, lowest first, as whole numbers. */
function joinLimbs(limbs: readonly Float64Array[]): Exact[] {
  return Array.from(limbs[0], (_, cell) => {
    let total = 0n;
    limbs.forEach((limb, k) => {
      total += BigInt(limb[cell]) << BigInt(k * LIMB_BITS);
    });
    return exact(total);
  });
}

/**
 * Cross products over the rows that answered every column, in all and by id block.
 *
 * @param blocks each row's block; absent: totals only
 * @example completeCases([{ min: 1, missing: 5, cells }]).total.n
 */
export function completeCases(
  columns: readonly Levels[],
  blocks?: Uint8Array,
  weights?: RowWeights,
): { total: Products; blocks?: Products[] } {
  const p = columns.length;
  const parts = blocks ? ID_BLOCKS : 1;
  const complete = completeRows(columns, parts, blocks);
  const counts = Array.from(productSums(complete));
  const joined = (limbs: readonly Float64Array[]) =>
    joinLimbs(limbs.map((limb) => productSums(complete, limb)));
  const weighed = weights && { weights: joined(weights.weights), squares: joined(weights.squares) };
  const width = counts.length / parts;
  const part = (of: <T extends Exact>(sums: readonly T[]) => T[]): Products => ({
    ...sumsOf(of(counts), p),
    ...(weighed && { weights: sumsOf(of(weighed.weights), p), squares: sumsOf(of(weighed.squares), p) }),
  });
  const total = part((sums) => sumOfParts(sums, width));
  if (!blocks) return { total };
  const block = (k: number) => part((sums) => sums.slice(k * width, (k + 1) * width));
  return { total, blocks: Array.from({ length: parts }, (_, k) => block(k)) };
}

function sumOfParts<T extends Exact>(sums: readonly T[], width: number): T[] {
  const total = sums.slice(0, width);
  // Numbers add up to numbers as long as they are safe, as counts are.
  for (let at = width; at < sums.length; at++) total[at % width] = addExact(total[at % width], sums[at]) as T;
  return total;
}

/** Rows that answered every column, those of a block side by side. */
interface CompleteRows {
  readonly columns: readonly Levels[];
  readonly rows: Uint32Array;
  /** By block: behind its last row. */
  readonly ends: Uint32Array;
}

function completeRows(columns: readonly Levels[], parts: number, blocks?: Uint8Array): CompleteRows {
  const full = new Uint8Array(columns[0].cells.length).fill(1);
  for (const column of columns) keepAnswered(full, column);
  return { columns, ...sortedRows(full, blocks ?? new Uint8Array(full.length), parts) };
}

/** Leaves 1 where a row has an answer, 0 where none; a branch would be guessed wrong at every tenth row. */
function keepAnswered(full: Uint8Array, { missing, cells }: Levels): void {
  for (let i = 0; i < full.length; i++) full[i] &= (cells[i] - missing) >>> 31;
}

/** Places of full rows by block, a counting sort. */
function sortedRows(full: Uint8Array, blocks: Uint8Array, parts: number) {
  const ends = new Uint32Array(parts + 1);
  for (let i = 0; i < full.length; i++) ends[blocks[i] + 1] += full[i];
  for (let block = 1; block <= parts; block++) ends[block] += ends[block - 1];
  const rows = new Uint32Array(ends[parts]);
  for (let i = 0; i < full.length; i++) if (full[i] === 1) rows[ends[blocks[i]]++] = i;
  return { rows, ends: ends.subarray(0, parts) };
}

/** n, Σx and the lower triangle of Σxxᵀ, one after another, by block; each row times its limb of weight. */
function productSums({ columns, rows, ends }: CompleteRows, limb?: Float64Array): Float64Array {
  const p = columns.length;
  const width = 1 + p + (p * (p + 1)) / 2;
  const sums = new Float64Array(width * ends.length);
  ends.forEach((to, block) => {
    const own = sums.subarray(width * block, width * (block + 1));
    for (let from = block > 0 ? ends[block - 1] : 0; from < to; from += SUMMED_AT_ONCE)
      addProducts(own, columns, rows.subarray(from, Math.min(to, from + SUMMED_AT_ONCE)), limb);
  });
  return sums;
}

function addProducts(
  sums: Float64Array,
  columns: readonly Levels[],
  rows: Uint32Array,
  limb: Float64Array | undefined,
): void {
  const ones = new Float64Array(rows.length).fill(1);
  const weights = limb ? ones.map((_, i) => limb[rows[i]]) : ones;
  const values = columns.map((column) => valuesAt(rows, column));
  const weighed = limb ? values.map((x) => x.map((value, i) => value * weights[i])) : values;
  let at = 0;
  sums[at++] += dot(weights, ones);
  for (const x of values) sums[at++] += dot(weights, x);
  weighed.forEach((x, i) => {
    for (let j = 0; j <= i; j++) sums[at++] += dot(x, values[j]);
  });
}

function valuesAt(rows: Uint32Array, { min, cells }: Levels): Float64Array {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = min + cells[rows[i]];
  return values;
}

/** Σxy; in two sums, which do not wait for each other. Whole numbers add up exactly in any order. */
function dot(x: Float64Array, y: Float64Array): number {
  let [even, odd] = [0, 0];
  const pairs = x.length & ~1;
  for (let i = 0; i < pairs; i += 2) {
    even += x[i] * y[i];
    odd += x[i + 1] * y[i + 1];
  }
  return pairs < x.length ? even + odd + x[pairs] * y[pairs] : even + odd;
}

function sumsOf<T>(sums: readonly T[], p: number): Sums<T> {
  return { n: sums[0], sums: sums.slice(1, 1 + p), products: sums.slice(1 + p) };
}
