import { describe, expect, test } from 'vitest';
import { correlationMatrix } from '../../../shared/statistics/correlation-matrix.ts';
import { newcombeDifference, welchDifference } from '../../../shared/statistics/difference.ts';
import { holm } from '../../../shared/statistics/holm.ts';
import { linearCombinations } from '../../../shared/statistics/linear-combinations.ts';
import { standardisedRegression } from '../../../shared/statistics/regression.ts';
import { weightedMoments } from '../../../shared/statistics/weighted-sample.ts';
import { wilsonInterval } from '../../../shared/statistics/wilson-interval.ts';

const limited = (k: number, n: number) => ({ value: k / n, interval: wilsonInterval(k, n) });

describe('holm(ps)', () => {
  test('is that of R: p.adjust(c(.01, .04, .03, .005), "holm")', () => {
    const expected = [0.03, 0.06, 0.06, 0.02];
    holm([0.01, 0.04, 0.03, 0.005]).forEach((p, k) => expect(p).toBeCloseTo(expected[k], 12));
  });

  test('is at most one, keeps ties together, and is empty for none', () => {
    expect(holm([0.7, 0.7])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
    expect(holm(Object.freeze([0.5]))).toEqual([0.5]);
  });
});

describe('newcombeDifference(a, b)', () => {
  test.each([
    // Newcombe (1998), Statistics in Medicine 17:873-890, Table II, method 10
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ])('of %s/%s and %s/%s', (x, m, y, n, low, high) => {
    const { interval, value } = newcombeDifference(limited(x, m), limited(y, n));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(value).toBeCloseTo(x / m - y / n, 12);
    expect(interval.method).toBe('newcombe');
  });

  test('is certain without any width', () => {
    const exact = (value: number) => ({ value, interval: { low: value, high: value } });
    expect(newcombeDifference(exact(1), exact(1)).p).toBe(1);
    expect(newcombeDifference(exact(1), exact(0)).p).toBe(0);
  });
});

describe('welchDifference(a, b)', () => {
  test('is that of scipy.stats.ttest_ind_from_stats(10, 3, 20, 8, 5, 12, equal_var=False)', () => {
    const [a, b] = [
      { value: 10, se: 3 / Math.sqrt(20), n: 20 },
      { value: 8, se: 5 / Math.sqrt(12), n: 12 },
    ];
    const { p, interval, value } = welchDifference(a, b);
    expect(value).toBe(2);
    expect(p).toBeCloseTo(0.22713090843854475, 10);
    expect(interval.low).toBeCloseTo(-1.3769535247180147, 9);
    expect(interval.high).toBeCloseTo(5.376953524718015, 9);
  });

  test('is certain without any spread', () => {
    const exact = (value: number) => ({ value, se: 0, n: 2 });
    expect(welchDifference(exact(1), exact(1))).toMatchObject({ p: 1, interval: { low: 0, high: 0 } });
    expect(welchDifference(exact(2), exact(1))).toMatchObject({ p: 0, interval: { low: 1, high: 1 } });
  });
});

describe('linearCombinations(sums, combinations)', () => {
  test('gives means and their covariance: numpy.cov of the rows (1, 2), (3, 3), (2, 7), over n', () => {
    const sums = { count: 3, n: 3, sums: [6, 12], products: [14, 25, 62] };
    const found = linearCombinations(sums, [{ coefficients: [1, 0] }, { coefficients: [0, 2], constant: 1 }]);
    expect(found?.means).toEqual([2, 9]);
    const expected = [1 / 3, 1 / 3, 1 / 3, (4 * 7) / 3];
    found?.covariance.forEach((value, k) => expect(value).toBeCloseTo(expected[k], 12));
  });

  test('is exactly zero for what does not vary, and absent below two rows', () => {
    const sums = { count: 3, n: 3, sums: [0.3, 0.6], products: [0.03, 0.06, 0.12] };
    expect(linearCombinations(sums, [{ coefficients: [1, -0.5] }])?.covariance[0]).toBe(0);
    expect(linearCombinations({ ...sums, count: 1 }, [])).toBeUndefined();
  });
});

describe('standardisedRegression(correlations, withOutcome)', () => {
  test('is absent where a predictor repeats another', () => {
    expect(standardisedRegression([1, 1, 1, 1], [0.5, 0.5])).toBeUndefined();
  });
});

describe('correlationMatrix(sums)', () => {
  test('is absent without rows', () => {
    expect(correlationMatrix({ n: 0, sums: [0], products: [0] })).toBeUndefined();
  });
});

describe('weightedMoments(values, counts)', () => {
  test('is absent below two values, and the plain ones where each weighs the same', () => {
    expect(weightedMoments([1], { counts: [1], weights: [2], squares: [4] })).toBeUndefined();
    const found = weightedMoments([1, 2, 4], { counts: [1, 1, 1], weights: [2, 2, 2], squares: [4, 4, 4] });
    expect(found).toMatchObject({ n: 3, effectiveN: 3 });
    expect(found?.sd).toBeCloseTo(Math.sqrt(7 / 3), 12);
  });
});
