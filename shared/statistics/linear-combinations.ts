import type { CrossProducts } from './correlation-matrix.ts';

/** A sum of variables: one coefficient a variable, and a constant. */
export interface LinearCombination {
  readonly coefficients: readonly number[];
  readonly constant?: number;
}

/** Means of sums of variables, and what their sampling error needs. */
export interface CombinedMeans {
  readonly means: readonly number[];
  /** Covariance of the means, row by row. */
  readonly covariance: readonly number[];
}

/** Sums over complete rows; under weights, of weights and of squared weights. */
export interface WeightedProducts extends CrossProducts {
  readonly squares?: CrossProducts;
  /** Rows. */
  readonly count: number;
}

/**
 * Means of linear combinations over complete rows, from their cross products.
 *
 * Without weights the covariance has the divisor n (n − 1); under weights it is linearised.
 *
 * @returns `undefined` below two rows
 * @example linearCombinations({ count: 2, n: 2, sums: [3], products: [5] }, [{ coefficients: [2] }])?.means // [3]
 */
export function linearCombinations(
  sums: WeightedProducts,
  combinations: readonly LinearCombination[],
): CombinedMeans | undefined {
  const { count, n, squares } = sums;
  if (count < 2) return undefined;
  const mean = ({ coefficients, constant = 0 }: LinearCombination) =>
    constant + coefficients.reduce((sum, c, i) => sum + c * sums.sums[i], 0) / n;
  const means = combinations.map(mean);
  const centred = combinations.map(({ coefficients, constant = 0 }, k) => ({
    coefficients,
    constant: constant - means[k],
  }));
  const scale = squares ? 1 / n ** 2 : 1 / (n * (n - 1));
  const covariance = centred.flatMap((a) => centred.map((b) => scale * crossSum(squares ?? sums, a, b)));
  return { means, covariance };
}

/** A sum this small beside its terms is their rounding. */
const ROUNDING = 1e-13;

/** Σ (a·x + c)(b·x + d) over the rows. */
function crossSum(
  { n, sums, products }: CrossProducts,
  a: Required<LinearCombination>,
  b: Required<LinearCombination>,
): number {
  const linear = ({ coefficients }: LinearCombination) =>
    coefficients.reduce((sum, c, i) => sum + c * sums[i], 0);
  const at = (i: number, j: number) => products[i < j ? (j * (j + 1)) / 2 + i : (i * (i + 1)) / 2 + j];
  const terms = [b.constant * linear(a), a.constant * linear(b), a.constant * b.constant * n];
  a.coefficients.forEach((x, i) => {
    b.coefficients.forEach((y, j) => {
      terms.push(x * y * at(i, j));
    });
  });
  const sum = terms.reduce((total, term) => total + term, 0);
  const size = terms.reduce((total, term) => total + Math.abs(term), 0);
  return Math.abs(sum) <= ROUNDING * size ? 0 : sum;
}
