import { describe, expect, test } from 'vitest';
import { correlationMatrix } from '../../../shared/statistics/correlation-matrix.ts';
import { eigenSymmetric, symmetricRoot } from '../../../shared/statistics/eigen-symmetric.ts';
import { eachPair, type JointCounts } from '../../../shared/statistics/joint-counts.ts';
import { meanInterval } from '../../../shared/statistics/mean-interval.ts';
import { moments } from '../../../shared/statistics/moments.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import { pearson, spearman } from '../../../shared/statistics/pearson.ts';
import { expectClose } from '../metrics/gold.ts';

/** Counts of pairs of whole numbers, in any order. */
function joint(pairs: readonly (readonly [number, number])[]): JointCounts {
  const values = (k: 0 | 1) => [...new Set(pairs.map((pair) => pair[k]))].sort((a, b) => a - b);
  const [xs, ys] = [values(0), values(1)];
  const counts = xs.flatMap((x) => ys.map((y) => pairs.filter(([a, b]) => a === x && b === y).length));
  return { xs, ys, counts };
}

describe('moments(values, counts)', () => {
  test('is absent below two values', () => {
    expect(moments([], [])).toBeUndefined();
    expect(moments([1, 2], [0, 1])).toBeUndefined();
  });

  test('gives mean and sd with divisor n − 1', () => {
    // numpy: np.std([1, 2, 2, 5], ddof=1) = 1.7320508075688772
    const sample = moments([1, 2, 5], [1, 2, 1]);
    expect(sample).toMatchObject({ n: 4, mean: 2.5 });
    expectClose(sample?.sd, 1.7320508075688772);
    expect(moments([3, 4], [0, 7])).toEqual({ n: 7, mean: 4, sd: 0 });
  });

  test('throws for values without counts, and leaves its input alone', () => {
    expect(() => moments([1, 2], [1])).toThrow(RangeError);
    expect(moments(Object.freeze([1, 2]), Object.freeze([1, 1]))?.mean).toBe(1.5);
  });
});

describe('meanInterval(sample)', () => {
  test('is the t interval', () => {
    // R: 3 + c(-1, 1) * qt(.975, 3) * 2 / sqrt(4)
    const { low, high, method } = meanInterval({ n: 4, mean: 3, sd: 2 });
    expectClose(low, -0.182446305283708);
    expectClose(high, 6.182446305283708);
    expect(method).toBe('student-t');
  });

  test('needs two answers', () => {
    expect(() => meanInterval({ n: 1, mean: 3, sd: 0 })).toThrow(RangeError);
  });
});

describe('pearson(joint)', () => {
  const ten = joint([
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 3],
    [3, 2],
    [3, 3],
    [4, 5],
    [4, 4],
    [5, 3],
    [5, 5],
  ]);

  test('is absent below two pairs and for a constant', () => {
    expect(pearson(joint([]))).toBeUndefined();
    expect(pearson(joint([[1, 2]]))).toBeUndefined();
    expect(
      pearson(
        joint([
          [1, 2],
          [1, 3],
        ]),
      ),
    ).toBeUndefined();
    expect(
      pearson(
        joint([
          [1, 3],
          [2, 3],
        ]),
      ),
    ).toBeUndefined();
  });

  test('gives r without an interval below ten pairs or on a perfect line', () => {
    expect(
      pearson(
        joint([
          [1, 2],
          [2, 4],
        ]),
      ),
    ).toMatchObject({ r: 1, n: 2 });
    expect(pearson(joint(Array.from({ length: 12 }, (_, k) => [k, -k] as const)))?.interval).toBeUndefined();
    const nine = pearson(
      joint([
        [1, 1],
        [1, 2],
        [2, 2],
        [2, 3],
        [3, 2],
        [3, 3],
        [4, 5],
        [4, 4],
        [5, 3],
      ]),
    );
    expect(nine).toMatchObject({ n: 9 });
    expect(nine).not.toHaveProperty('interval');
    expect(pearson(ten)?.interval?.method).toBe('pearson-corrected');
  });

  test('gives r, the corrected and the classical interval', () => {
    // scipy.stats.pearsonr(x, y) and its confidence_interval(.95); numpy for the corrected one
    expectClose(pearson(ten)?.r, 0.7826237921249264);
    expectClose(pearson(ten)?.fisher?.low, 0.3016277293531186);
    expectClose(pearson(ten)?.fisher?.high, 0.9460660775209057);
    expectClose(pearson(ten)?.interval?.low, 0.4602491416620568);
    expectClose(pearson(ten)?.interval?.high, 0.9226537407511145);
  });

  test('has influences that sum to nothing', () => {
    const figure = pearson(ten);
    let sum = 0;
    eachPair(ten, (x, y, count) => (sum += count * (figure?.influence(x, y) ?? NaN)));
    expect(Math.abs(sum)).toBeLessThan(1e-15);
  });

  test('turns its sign with the scale, and not with its units', () => {
    const turned = { ...ten, xs: ten.xs.map((x) => -x) };
    expectClose(pearson(turned)?.r, -(pearson(ten)?.r ?? NaN));
    expectClose(pearson({ ...ten, ys: ten.ys.map((y) => 10 * y + 3) })?.r, pearson(ten)?.r ?? NaN);
  });
});

describe('spearman(joint)', () => {
  test('is the same for any values in the same order, ties included', () => {
    const pairs = joint([
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 9],
      [3, 2],
      [3, 9],
      [4, 9],
      [4, 9],
      [5, 2],
      [5, 9],
    ]);
    const stretched = { ...pairs, xs: pairs.xs.map((x) => x ** 3), ys: pairs.ys.map((y) => Math.exp(y)) };
    expectClose(spearman(stretched)?.r, spearman(pairs)?.r ?? NaN);
    // scipy.stats.spearmanr([1,1,2,2,3,3,4,4,5,5], [1,2,2,9,2,9,9,9,2,9]).statistic
    expectClose(spearman(pairs)?.r, 0.5035062249054311);
    expect(spearman(pairs)?.interval?.method).toBe('spearman');
  });

  test('is absent for a constant, and has no interval below ten pairs', () => {
    expect(
      spearman(
        joint([
          [1, 3],
          [2, 3],
        ]),
      ),
    ).toBeUndefined();
    expect(
      spearman(
        joint([
          [1, 3],
          [2, 4],
        ]),
      ),
    ).toEqual({ r: 1, n: 2 });
  });
});

describe('eachPair(joint, visit)', () => {
  test('throws when counts are missing', () => {
    expect(() => eachPair({ xs: [1], ys: [1, 2], counts: [1] }, () => undefined)).toThrow(RangeError);
  });
});

describe('eigenSymmetric(matrix, p)', () => {
  test('rebuilds a random matrix from its parts', () => {
    const p = 9;
    const uniform = uniformDraws(3);
    const matrix = new Float64Array(p * p);
    for (let i = 0; i < p; i++)
      for (let j = 0; j <= i; j++) matrix[i * p + j] = matrix[j * p + i] = uniform() - 0.5;
    const before = matrix.slice();
    const { values, vectors } = eigenSymmetric(matrix, p);
    expect(matrix).toEqual(before);
    for (let i = 0; i < p; i++)
      for (let j = 0; j < p; j++) {
        let rebuilt = 0;
        let product = 0;
        for (let k = 0; k < p; k++) {
          rebuilt += vectors[i * p + k] * values[k] * vectors[j * p + k];
          product += vectors[k * p + i] * vectors[k * p + j];
        }
        expect(rebuilt).toBeCloseTo(matrix[i * p + j], 13);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 13);
      }
  });

  test('leaves a diagonal matrix alone and takes equal eigenvalues', () => {
    expect([...eigenSymmetric([3, 0, 0, 3], 2).values]).toEqual([3, 3]);
    const [low, high] = [...eigenSymmetric([1, 1, 1, 1], 2).values].sort((a, b) => a - b);
    expect(low).toBeCloseTo(0, 14);
    expect(high).toBeCloseTo(2, 14);
    expect(eigenSymmetric([], 0).values).toHaveLength(0);
  });

  test('throws when entries are missing', () => {
    expect(() => eigenSymmetric([1, 2, 3], 2)).toThrow(RangeError);
  });
});

describe('symmetricRoot(matrix, p)', () => {
  test('squares to the matrix, negative eigenvalues left out', () => {
    const root = symmetricRoot([2, 1, 1, 2], 2);
    expect(root[0] * root[0] + root[1] * root[2]).toBeCloseTo(2, 14);
    expect(root[0] * root[1] + root[1] * root[3]).toBeCloseTo(1, 14);
    expect([...symmetricRoot([-4, 0, 0, 9], 2)]).toEqual([0, 0, 0, 3]);
  });
});

describe('correlationMatrix(products)', () => {
  test('is absent below two rows and for a constant', () => {
    expect(correlationMatrix({ n: 1, sums: [1, 2], products: [1, 2, 4] })).toBeUndefined();
    expect(correlationMatrix({ n: 2, sums: [2, 3], products: [2, 3, 5] })).toBeUndefined();
  });

  test('gives r of rows 1 1, 2 1, 3 2', () => {
    // numpy.corrcoef([1, 2, 3], [1, 1, 2])[0, 1]
    const matrix = correlationMatrix({ n: 3, sums: [6, 4], products: [14, 9, 6] });
    expectClose(matrix?.[1], 0.8660254037844387);
    expect([matrix?.[0], matrix?.[3]]).toEqual([1, 1]);
  });
});
