import { describe, expect, test } from 'vitest';
import { correlationMatrix } from '../../../shared/statistics/correlation-matrix.ts';
import { npsAdjustedWald, npsWald } from '../../../shared/statistics/nps-interval.ts';
import { relativeWeights } from '../../../shared/statistics/relative-weights.ts';
import { wilsonInterval } from '../../../shared/statistics/wilson-interval.ts';
import { expectClose, gold, goldFile, goldNumber, goldRecord } from '../metrics/gold.ts';
import { table } from '../metrics/survey-of.ts';

const TEXTBOOK = goldFile('textbook.json');

interface WilsonRow {
  readonly k: number;
  readonly n: number;
  readonly wilson95: [number, number];
  readonly published95?: [number, number];
}

describe('wilsonInterval(k, n)', () => {
  const rows = gold(TEXTBOOK, 'wilson', 'rows') as WilsonRow[]; // the fixture's form
  test.each(rows)('gives Newcombe (1998) for $k of $n', (row) => {
    const { low, high } = wilsonInterval(row.k, row.n);
    expectClose(low, row.wilson95[0]);
    expectClose(high, row.wilson95[1]);
    if (row.published95) expect([low, high].map((x) => Number(x.toFixed(4)))).toEqual(row.published95);
  });

  test('is exactly 0 for none and exactly 1 for all', () => {
    expect(wilsonInterval(0, 7).low).toBe(0);
    expect(wilsonInterval(7, 7).high).toBe(1);
  });

  test.each([
    [-1, 5],
    [6, 5],
    [0, 0],
    [NaN, 2],
  ])('throws for %s of %s', (k, n) => {
    expect(() => wilsonInterval(k, n)).toThrow(RangeError);
  });
});

interface NpsCase {
  readonly name: string;
  readonly n: number;
  readonly promoters: number;
  readonly detractors: number;
  readonly ci95: [number, number];
}

describe('npsWald(promoters, detractors, n)', () => {
  const cases = gold(TEXTBOOK, 'nps', 'cases') as NpsCase[]; // the fixture's form
  test.each(cases)('$name', ({ n, promoters, detractors, ci95 }) => {
    const { low, high } = npsWald(promoters, detractors, n);
    expectClose(low, ci95[0]);
    expectClose(high, ci95[1]);
  });
});

describe('npsAdjustedWald(promoters, detractors, n)', () => {
  // python3: p, d = 50.75/103, 20.75/103; 100*(p-d) -+ 1.959963984540054*100*sqrt((p+d-(p-d)**2)/103)
  test('adds three quarters of an answer to either side', () => {
    const [p, d] = [50.75 / 103, 20.75 / 103];
    const half = 195.9963984540054 * Math.sqrt((p + d - (p - d) ** 2) / 103);
    expectClose(npsAdjustedWald(50, 20, 100).low, 100 * (p - d) - half);
    expectClose(npsAdjustedWald(50, 20, 100).high, 100 * (p - d) + half);
  });

  test('never leaves ±100, and has width where everyone agrees', () => {
    expect(npsAdjustedWald(5, 0, 5).high).toBe(100);
    expect(npsAdjustedWald(5, 0, 5).low).toBeLessThan(60);
    expect(npsAdjustedWald(0, 4, 4).low).toBe(-100);
  });
});

interface Published {
  readonly raw: Record<string, number>;
  readonly r_squared: number;
}

describe('relativeWeights(correlations, withOutcome)', () => {
  test.each([
    ['relative_weights_mtcars', 'mtcars.csv', 'mpg'],
    ['lmg_swiss', 'swiss.csv', 'Fertility'],
  ])('%s', (name, file, outcome) => {
    const raw = goldRecord(TEXTBOOK, name, 'computed', 'relative_weight_raw');
    const names = Object.keys(raw);
    const rows = table(goldFile(file)).map((row) => [outcome, ...names].map((column) => Number(row[column])));
    const sums = rows[0].map((_, i) => rows.reduce((sum, row) => sum + row[i], 0));
    const products = rows[0].flatMap((_, i) =>
      rows[0].slice(0, i + 1).map((_, j) => rows.reduce((sum, row) => sum + row[i] * row[j], 0)),
    );
    const matrix = correlationMatrix({ n: rows.length, sums, products });
    if (!matrix) throw new Error('no column is constant');
    const p = names.length + 1;
    const inner = names.flatMap((_, i) => names.map((_, j) => matrix[(i + 1) * p + j + 1]));
    const weights = relativeWeights(
      inner,
      names.map((_, i) => matrix[i + 1]),
    );
    expectClose(weights?.rSquared, goldNumber(TEXTBOOK, name, 'computed', 'r_squared'));
    names.forEach((column, k) => {
      expectClose(weights?.raw[k], raw[column]);
      expectClose(matrix[k + 1], goldNumber(TEXTBOOK, name, 'computed', 'pearson', column));
    });
    if (name === 'relative_weights_mtcars') {
      const published = gold(TEXTBOOK, name, 'published') as Published; // the fixture's form
      expect(weights?.rSquared).toBeCloseTo(published.r_squared, 7);
      names.forEach((column, k) => expect(weights?.raw[k]).toBeCloseTo(published.raw[column], 7));
    }
  });

  test('is refused when predictors repeat each other, and splits independent ones exactly', () => {
    expect(relativeWeights([1, 1, 1, 1], [0.5, 0.5])).toBeUndefined();
    expect(relativeWeights([1, 0, 0, 1], [0.6, 0.3])?.raw.map((x) => Number(x.toFixed(12)))).toEqual([
      0.36, 0.09,
    ]);
  });
});
