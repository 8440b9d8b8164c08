/** Sums over complete rows of p variables; `products` is the lower triangle of the sum of x·xᵀ, row by row. */
export interface CrossProducts {
  readonly n: number;
  readonly sums: readonly number[];
  readonly products: readonly number[];
}

/** A spread up to this part of the sum of squares is the rounding of weighted sums: nothing varies. */
const CONSTANT = 1e-12;

/**
 * Correlations of all variables with each other, from their cross products.
 *
 * @returns p × p row by row; `undefined` without rows, or when a variable is constant
 * @example correlationMatrix({ n: 3, sums: [6, 4], products: [14, 9, 6] }) // [1, 0.866..., 0.866..., 1]
 */
export function correlationMatrix({ n, sums, products }: CrossProducts): Float64Array | undefined {
  const p = sums.length;
  if (!(n > 0)) return undefined;
  const spread = (i: number, j: number) => {
    const [row, column] = i < j ? [j, i] : [i, j];
    // n Σxy − Σx Σy is exact while it stays below 2^53: the sums are whole numbers
    return n * products[(row * (row + 1)) / 2 + column] - sums[i] * sums[j];
  };
  const square = (i: number) => n * products[(i * (i + 1)) / 2 + i];
  if (sums.some((_, i) => !(spread(i, i) > CONSTANT * square(i)))) return undefined;
  const scale = sums.map((_, i) => Math.sqrt(spread(i, i)));
  const matrix = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) matrix[i * p + j] = i === j ? 1 : spread(i, j) / (scale[i] * scale[j]);
  return matrix;
}
