import { describe, expect, test } from 'vitest';
import { bivariateNormalCdf, quadrantChances } from '../../../shared/statistics/bivariate-normal.ts';
import { Z } from '../../../shared/statistics/interval.ts';
import { normalCdf, normalDensity, normalQuantile } from '../../../shared/statistics/normal.ts';
import { normalDraws, uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import { studentCdf, studentQuantile } from '../../../shared/statistics/student-t.ts';
import { expectClose } from '../metrics/gold.ts';

describe('normalCdf(x)', () => {
  // scipy.stats.norm.cdf(x); both sides of 3, where the method changes
  test.each([
    [-30, 4.906713927147908e-198],
    [-5, 2.866515718791933e-7],
    [-3.0001, 0.0013494549132607172],
    [-3, 0.0013498980316300933],
    [-1, 0.15865525393145707],
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [3, 0.9986501019683699],
    [3.1, 0.9990323967867817],
    [6, 0.9999999990134123],
  ])('at %s', (x, p) => {
    expect(Math.abs(normalCdf(x) / p - 1)).toBeLessThan(1e-12);
  });

  test('has normalDensity(x) for its slope', () => {
    expect(normalDensity(0)).toBeCloseTo(0.3989422804014327, 15);
    expectClose((normalCdf(1.0001) - normalCdf(0.9999)) / 0.0002, normalDensity(1), 1e-7);
  });
});

describe('normalQuantile(p)', () => {
  // scipy.stats.norm.ppf(p)
  test.each([
    [1e-300, -37.0470962993612],
    [1e-5, -4.264890793922825],
    [0.025, -1.9599639845400545],
    [0.7, 0.5244005127080407],
    [0.975, 1.959963984540054],
    [0.999999, 4.753424308817087],
  ])('at %s', (p, x) => {
    expectClose(normalQuantile(p), x, 1e-12);
  });

  test('gives Z at 0.975 and zero in the middle', () => {
    expectClose(normalQuantile(0.975), Z, 1e-14);
    expect(Math.abs(normalQuantile(0.5))).toBeLessThan(1e-15);
  });

  test.each([0, 1, -0.1, NaN])('throws for %s', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('studentQuantile(p, df)', () => {
  // scipy.stats.t.ppf(p, df)
  test.each([
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 9, 2.262157162798205],
    [0.975, 29, 2.045229642132703],
    [0.995, 4.5, 4.272823993011293],
    [0.6, 39, 0.255082228169606],
    [0.01, 40, -2.4232567793348583],
    [0.975, 999, 1.9623414611334493],
    [0.975, 1e6, 1.959966356814107],
  ])('at p %s, df %s', (p, df, t) => {
    expectClose(studentQuantile(p, df), t, 1e-10);
  });

  test('is zero in the middle', () => {
    expect(studentQuantile(0.5, 7)).toBe(0);
  });

  test.each([
    [0, 5],
    [1, 5],
    [0.9, 0],
    [NaN, 5],
    [0.9, NaN],
  ])('throws for p %s, df %s', (p, df) => {
    expect(() => studentQuantile(p, df)).toThrow(RangeError);
  });
});

describe('studentCdf(t, df)', () => {
  // scipy.stats.t.cdf(t, df)
  test.each([
    [-2, 1, 0.14758361765043326],
    [0, 5, 0.5],
    [0.3, 5, 0.6118754788683627],
    [8, 5, 0.9997535466697138],
    [1.96, 50, 0.9722095629724218],
    [-40, 2, 0.0003122073360923703],
  ])('at t %s, df %s', (t, df, p) => {
    expectClose(studentCdf(t, df), p, 1e-12);
  });

  test('throws without degrees of freedom', () => {
    expect(() => studentCdf(1, 0)).toThrow(RangeError);
  });
});

describe('bivariateNormalCdf(h, k, rho)', () => {
  // mpmath 1.3: quad of npdf(x) ncdf((k - rho x) / sqrt(1 - rho²)) up to h, 25 digits
  test.each([
    [0, 0, 0.5, 1 / 3],
    [1, -1, 0.3, 0.14833820905742245],
    [0.5, 2, -0.95, 0.6687123293258339],
    [-1, -1, 0.99, 0.14500353484799436],
    [2, 1.9999, 0.999999, 0.9772166279251938],
    [0, 0, 0, 0.25],
    [-2.5, 0.5, -0.5, 0.000930045120940151],
  ])('at %s, %s, %s', (h, k, rho, p) => {
    expect(Math.abs(bivariateNormalCdf(h, k, rho) - p)).toBeLessThan(1e-14);
  });

  test('is exact on a line', () => {
    expect(bivariateNormalCdf(1, 2, 1)).toBe(normalCdf(1));
    expect(bivariateNormalCdf(1, 2, -1)).toBeCloseTo(normalCdf(1) + normalCdf(2) - 1, 15);
    expect(bivariateNormalCdf(-1, 0, -1)).toBe(0);
  });

  test.each([1.01, -2, NaN])('throws for rho %s', (rho) => {
    expect(() => bivariateNormalCdf(0, 0, rho)).toThrow(RangeError);
  });
});

describe('quadrantChances(normal)', () => {
  const base = { x: 0, y: 0, varianceX: 1, varianceY: 1, covariance: 0 };

  test('adds up to one, by sign of the correlation', () => {
    for (const covariance of [-1, -0.7, 0, 0.4, 1]) {
      const { highHigh, lowHigh, lowLow, highLow } = quadrantChances({
        ...base,
        x: 0.3,
        y: -0.2,
        covariance,
      });
      expect(highHigh + lowHigh + lowLow + highLow).toBeCloseTo(1, 14);
    }
    expect(quadrantChances({ ...base, covariance: 0.5 }).highHigh).toBeCloseTo(1 / 3, 14);
    expect(quadrantChances({ ...base, covariance: -0.5 }).lowHigh).toBeCloseTo(1 / 3, 14);
  });

  test('counts an axis without variance as certain, and zero as high', () => {
    const chances = (x: number, y: number, varianceX: number, varianceY: number) =>
      quadrantChances({ x, y, varianceX, varianceY, covariance: 0 });
    expect(chances(0, 0, 0, 0)).toEqual({ highHigh: 1, lowHigh: 0, highLow: 0, lowLow: 0 });
    expect(chances(-1e-9, 1, 0, 0)).toEqual({ highHigh: 0, lowHigh: 1, highLow: 0, lowLow: 0 });
    expect(chances(-1, 0, 0, 1)).toEqual({ highHigh: 0, lowHigh: 0.5, highLow: 0, lowLow: 0.5 });
    expect(chances(0, -1, 1, 0)).toEqual({ highHigh: 0, lowHigh: 0, highLow: 0.5, lowLow: 0.5 });
  });

  test('takes a correlation that rounding put past one', () => {
    expect(quadrantChances({ ...base, covariance: 1 + 1e-12 }).lowHigh).toBe(0);
  });
});

describe('normalDraws(uniformDraws(seed))', () => {
  test('gives the same stream for the same seed', () => {
    // the published mulberry32 gives 0.6270739405881613 first for seed 1
    expect(uniformDraws(1)()).toBe(0.6270739405881613);
    const [a, b] = [normalDraws(uniformDraws(1)), normalDraws(uniformDraws(1))];
    expect(Array.from({ length: 5 }, a)).toEqual(Array.from({ length: 5 }, b));
  });

  test('has mean 0, variance 1 and the normal share beyond 1.96', () => {
    const draw = normalDraws(uniformDraws(42));
    const values = Array.from({ length: 200_000 }, draw);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(values.reduce((sum, x) => sum + x * x, 0) / values.length).toBeCloseTo(1, 1);
    expect(values.filter((x) => Math.abs(x) > Z).length / values.length).toBeCloseTo(0.05, 2);
  });

  test('survives a uniform draw of zero', () => {
    expect(normalDraws(() => 0)()).toBeCloseTo(0, 15);
  });
});
