import { ID_BLOCKS, type Products } from '../../shared/summary/summary.ts';

/** A column's answers as levels, one a row: 0 for the lowest point, `missing` for no answer. */
export interface Levels {
  readonly min: number;
  readonly missing: number;
  readonly cells: Uint8Array;
}

/**
 * Counts rows by the levels of two or three columns; the last runs fastest.
 *
 * @example crossTable([{ min: 0, missing: 1, cells }, { min: 0, missing: 1, cells }]) // four counts
 */
export function crossTable(columns: readonly Levels[]): number[] {
  const [a, b, c] = columns;
  if (!a || !b) throw new RangeError(`crossTable: expected two or three columns, got ${columns.length}`);
  const [x, y] = [a.cells, b.cells];
  const [width, depth] = [b.missing + 1, (c?.missing ?? 0) + 1];
  const counts = new Uint32Array((a.missing + 1) * width * depth);
  // One loop a shape, with nothing but array reads inside: these loops take most of the time of a summary.
  if (c) {
    const z = c.cells;
    for (let i = 0; i < x.length; i++) counts[(x[i] * width + y[i]) * depth + z[i]]++;
  } else {
    for (let i = 0; i < x.length; i++) counts[x[i] * width + y[i]]++;
  }
  return Array.from(counts);
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
): { total: Products; blocks?: Products[] } {
  const p = columns.length;
  const width = 1 + p + (p * (p + 1)) / 2;
  const sums = new Float64Array(width * (blocks ? ID_BLOCKS : 1));
  const values = new Float64Array(p);
  for (const row of completeRows(columns)) {
    columns.forEach(({ min, cells }, k) => {
      values[k] = min + cells[row];
    });
    let at = (blocks?.[row] ?? 0) * width;
    sums[at++] += 1;
    for (let i = 0; i < p; i++) sums[at++] += values[i];
    for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) sums[at++] += values[i] * values[j];
  }
  const parts = Array.from({ length: sums.length / width }, (_, k) =>
    sums.subarray(k * width, (k + 1) * width),
  );
  const total = new Float64Array(width);
  for (const part of parts) part.forEach((sum, i) => (total[i] += sum));
  return { total: productsOf(total, p), ...(blocks && { blocks: parts.map((part) => productsOf(part, p)) }) };
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

function productsOf(sums: Float64Array, p: number): Products {
  return {
    n: sums[0],
    sums: Array.from(sums.subarray(1, 1 + p)),
    products: Array.from(sums.subarray(1 + p)),
  };
}
