/** Eigenvalues and eigenvectors of a symmetric matrix of order p. */
export interface Eigen {
  /** In no particular order. */
  readonly values: Float64Array;
  /** Column k, `vectors[i * p + k]`, belongs to `values[k]`; of length one. */
  readonly vectors: Float64Array;
}

/** Jacobi's method converges quadratically: a handful of sweeps does it. */
const SWEEPS_MAX = 60;

/** An eigenvalue up to this part of the largest is rounding. */
const EIGENVALUE_ROUNDING = 1e-14;

/**
 * Eigen-decomposition of a symmetric matrix by cyclic Jacobi rotations.
 *
 * @param matrix p × p, row by row; not mutated
 * @param p its order
 * @throws RangeError when the matrix has not p² entries
 * @example eigenSymmetric([2, 1, 1, 2], 2).values // [1, 3]
 * @see Golub & Van Loan, Matrix Computations, 8.5
 */
export function eigenSymmetric(matrix: ArrayLike<number>, p: number): Eigen {
  if (matrix.length !== p * p)
    throw new RangeError(`eigenSymmetric: expected ${p * p} entries, got ${matrix.length}`);
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(p * p);
  for (let i = 0; i < p; i++) vectors[i * p + i] = 1;
  const get = (i: number, j: number) => a[i * p + j];
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    let rotated = false;
    for (let i = 0; i < p; i++)
      for (let j = i + 1; j < p; j++) {
        const off = get(i, j);
        // Below this the rotation would change neither diagonal entry.
        if (Math.abs(off) <= 1e-17 * (Math.abs(get(i, i)) + Math.abs(get(j, j)))) continue;
        rotated = true;
        const theta = (get(j, j) - get(i, i)) / (2 * off);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        turn(a, p, i, j, c, s, 'columns');
        turn(a, p, i, j, c, s, 'rows');
        turn(vectors, p, i, j, c, s, 'columns');
        // What is zero by construction is made so exactly, or its rounding would keep the sweeps going.
        a[i * p + j] = 0;
        a[j * p + i] = 0;
      }
    if (!rotated) break;
  }
  return { values: Float64Array.from({ length: p }, (_, k) => get(k, k)), vectors };
}

/** Rotates columns (or rows) i and j into each other. */
function turn(
  a: Float64Array,
  p: number,
  i: number,
  j: number,
  c: number,
  s: number,
  what: 'rows' | 'columns',
): void {
  const [step, line] = what === 'columns' ? [p, 1] : [1, p];
  for (let k = 0; k < p; k++) {
    const ki = k * step + i * line;
    const kj = k * step + j * line;
    const x = a[ki];
    const y = a[kj];
    a[ki] = c * x - s * y;
    a[kj] = s * x + c * y;
  }
}

/**
 * The symmetric square root of a symmetric matrix; eigenvalues that are negative, or rounding, count as 0.
 *
 * @param matrix p × p, row by row; not mutated
 * @param p its order
 * @example symmetricRoot([4, 0, 0, 9], 2) // [2, 0, 0, 3]
 */
export function symmetricRoot(matrix: ArrayLike<number>, p: number): Float64Array {
  const { values, vectors } = eigenSymmetric(matrix, p);
  // The root of a rounding error is no longer small: left in, it would pull equal variables apart.
  const floor = EIGENVALUE_ROUNDING * values.reduce((largest, value) => Math.max(largest, value), 0);
  const roots = values.map((value) => (value > floor ? Math.sqrt(value) : 0));
  const root = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += vectors[i * p + k] * vectors[j * p + k] * roots[k];
      root[i * p + j] = sum;
    }
  return root;
}
