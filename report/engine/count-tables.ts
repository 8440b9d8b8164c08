import { addExact, exact, type Exact } from '../../shared/summary/exact.ts';
import { ID_BLOCKS, type Products, type Sums, type Weighed } from '../../shared/summary/summary.ts';
import { LIMB_BITS, type RowWeights } from './row-weights.ts';

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
  const counts = new Uint32Array((a.missing + 1) * width * depth);
  // One loop a shape, with nothing but array reads inside: these loops take most of the time of a summary.
  if (c) {
    const z = c.cells;
    const first = (pair ?? pairOf(a, b)).cells;
    for (let i = 0; i < first.length; i++) counts[first[i] * depth + z[i]]++;
  } else {
    for (let i = 0; i < x.length; i++) counts[x[i] * width + y[i]]++;
  }
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
  const cells = new Uint16Array(a.cells.length);
  const width = b.missing + 1;
  for (let i = 0; i < cells.length; i++) cells[i] = a.cells[i] * width + b.cells[i];
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
  const rows = completeRows(columns);
  const parts = blocks ? ID_BLOCKS : 1;
  const counts = Array.from(productSums(columns, rows, parts, blocks));
  const joined = (limbs: readonly Float64Array[]) =>
    joinLimbs(limbs.map((limb) => productSums(columns, rows, parts, blocks, limb)));
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

/** n, Σx and the lower triangle of Σxxᵀ, one after another, by block; each row times its limb of weight. */
function productSums(
  columns: readonly Levels[],
  rows: Uint32Array,
  parts: number,
  blocks?: Uint8Array,
  limb?: Float64Array,
): Float64Array {
  const p = columns.length;
  const width = 1 + p + (p * (p + 1)) / 2;
  const sums = new Float64Array(width * parts);
  const values = new Float64Array(p);
  for (const row of rows) {
    columns.forEach(({ min, cells }, k) => {
      values[k] = min + cells[row];
    });
    const weight = limb ? limb[row] : 1;
    let at = (blocks?.[row] ?? 0) * width;
    sums[at++] += weight;
    for (let i = 0; i < p; i++) sums[at++] += weight * values[i];
    for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) sums[at++] += weight * values[i] * values[j];
  }
  return sums;
}

function completeRows(columns: readonly Levels[]): Uint32Array {
  const rows = columns[0].cells.length;
  const holes = new Uint8Array(rows);
  for (const { missing, cells } of columns)
    for (let i = 0; i < rows; i++) if (cells[i] === missing) holes[i] = 1;
  const complete = new Uint32Array(rows);
  let n = 0;
  for (let i = 0; i < rows; i++) if (holes[i] === 0) complete[n++] = i;
  return complete.subarray(0, n);
}

function sumsOf<T>(sums: readonly T[], p: number): Sums<T> {
  return { n: sums[0], sums: sums.slice(1, 1 + p), products: sums.slice(1 + p) };
}
