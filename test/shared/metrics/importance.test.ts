import { describe, expect, test } from 'vitest';
import { derivedImportance, outcomeOf } from '../../../shared/metrics/derived-importance.ts';
import { JACKKNIFE_BLOCKS_MIN } from '../../../shared/metrics/block-jackknife.ts';
import { WEIGHTS_N_MIN } from '../../../shared/metrics/driver-model.ts';
import { relativeImportance } from '../../../shared/metrics/relative-importance.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import { slice } from './counted.ts';
import { scale } from './survey-of.ts';

const CSAT = scale('csat', 'csat', 1, 5);
const NPS = scale('nps', 'nps', 0, 10);
const A = scale('satisfaction', 'a', 1, 5, 'a');
const B = scale('satisfaction', 'b', 1, 5, 'b');

/** Rows of outcome and two attributes, of which the first goes with the outcome. */
function rows(count: number): number[][] {
  const draw = uniformDraws(11);
  const point = () => 1 + Math.floor(5 * draw());
  return Array.from({ length: count }, () => {
    const a = point();
    return [Math.min(5, Math.max(1, a + Math.floor(3 * draw()) - 1)), a, point()];
  });
}

const ids = (k: number) => ({ id: `id-${k}` });

describe('derivedImportance(slice)', () => {
  test('relates to overall satisfaction, else to NPS, or to what is named', () => {
    const both = slice(
      [CSAT, A, NPS],
      [
        [1, 1, 1],
        [2, 3, 4],
      ],
    );
    expect(derivedImportance(both)?.outcome.key).toBe('csat');
    expect(derivedImportance(both, 'nps')?.outcome.key).toBe('nps');
    expect(derivedImportance(both, 'nobody')).toBeUndefined();
    expect(outcomeOf(slice([NPS, A], [[1, 1]]))?.key).toBe('nps');
    expect(derivedImportance(slice([A], [[1], [2]]))).toBeUndefined();
    expect(derivedImportance(slice([CSAT], [[1], [2]]))).toBeUndefined();
  });

  test('takes each pair of answers, whatever else is missing', () => {
    const figure = derivedImportance(
      slice(
        [CSAT, A, B],
        [
          [1, 1],
          [2, 2],
          [3, undefined, 3],
          [4, 3, 1],
        ],
      ),
    );
    expect(figure?.correlations.map(({ key, n }) => [key, n])).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
  });

  test('leaves out constant answers, and flags a negative r', () => {
    const figure = derivedImportance(
      slice(
        [CSAT, A, B],
        [
          [1, 5, 2],
          [2, 4, 2],
          [3, 1, 2],
        ],
      ),
    );
    expect(figure?.correlations).toHaveLength(1);
    expect(figure?.correlations[0]).toMatchObject({ key: 'a', checkDirection: true });
    expect(figure?.pointBiserial).toBe(false);
  });

  test('gives no interval below ten pairs, and says when the outcome has two values', () => {
    const binary = scale('csat', 'csat', 0, 1);
    const figure = derivedImportance(
      slice(
        [binary, A],
        rows(9).map(([y, a]) => [y > 3 ? 1 : 0, a]),
      ),
    );
    expect(figure?.pointBiserial).toBe(true);
    expect(figure?.correlations[0]).not.toHaveProperty('interval');
    const ten = derivedImportance(slice([CSAT, { ...A, label: 'Speed' }], rows(10)));
    expect(ten?.correlations[0]).toMatchObject({ label: 'Speed', interval: { method: 'pearson-corrected' } });
  });
});

describe('relativeImportance(slice, outcome)', () => {
  test('needs thirty complete records, and five for each column', () => {
    expect(relativeImportance(slice([CSAT, A, B], rows(WEIGHTS_N_MIN - 1)), 'csat')).toMatchObject({
      n: 29,
      kept: 1,
      refused: 'too-few-complete',
      weights: [],
    });
    expect(relativeImportance(slice([CSAT, A, B], rows(WEIGHTS_N_MIN)), 'csat').weights).toHaveLength(2);
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => scale('satisfaction', name, 1, 5, name));
    const wide = (n: number) =>
      rows(n).map(([y], k) => [
        y,
        ...rows(n * 6)
          .slice(6 * k, 6 * k + 6)
          .map(([, , x]) => x),
      ]);
    expect(relativeImportance(slice([CSAT, ...six], wide(34)), 'csat').refused).toBe('too-few-complete');
    expect(relativeImportance(slice([CSAT, ...six], wide(35)), 'csat').weights).toHaveLength(6);
  });

  test('is refused without the outcome, for constant answers and for attributes that repeat each other', () => {
    expect(relativeImportance(slice([A], [[1]]), 'csat')).toMatchObject({
      n: 0,
      refused: 'too-few-complete',
    });
    expect(relativeImportance(slice([CSAT, A], [[undefined, 1]]), 'csat')).not.toHaveProperty('kept');
    const constant = rows(40).map(([y, a]) => [y, a, 3]);
    expect(relativeImportance(slice([CSAT, A, B], constant), 'csat').refused).toBe('constant-answers');
    const twice = rows(40).map(([y, a]) => [y, a, a]);
    expect(relativeImportance(slice([CSAT, A, B], twice), 'csat').refused).toBe('collinear');
  });

  test('shares out the explained variance, with the sign of r', () => {
    const turned = rows(100).map(([y, a, b]) => [y, 6 - a, b]);
    const { weights, rSquared = NaN } = relativeImportance(slice([CSAT, A, B], turned), 'csat');
    expect(weights[0].sign).toBe(-1);
    expect(weights[0].value + weights[1].value).toBeCloseTo(1, 12);
    expect(weights[0].raw + weights[1].raw).toBeCloseTo(rSquared, 12);
    expect(weights[0].value).toBeGreaterThan(0.9);
  });

  test('gives no share where nothing is explained', () => {
    const square = [1, 5].flatMap((y) => [1, 5].flatMap((a) => [1, 5].map((b) => [y, a, b])));
    const { weights, rSquared } = relativeImportance(
      slice([CSAT, A, B], [...square, ...square, ...square, ...square]),
      'csat',
    );
    expect(rSquared).toBe(0);
    expect(weights.map(({ value, sign }) => [value, sign])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('gives intervals from twenty blocks on, and says why not', () => {
    const figure = relativeImportance(slice([CSAT, A, B], rows(300), ids), 'csat');
    expect(figure).not.toHaveProperty('intervalRefused');
    expect(figure.weights[0].interval?.method).toBe('block-jackknife');
    expect(relativeImportance(slice([CSAT, A, B], rows(300)), 'csat').intervalRefused).toBe('no-ids');
    const few = (blocks: number) => (k: number) => ({ id: `${k % blocks}` });
    const blocksOf = (count: number) =>
      relativeImportance(slice([CSAT, A, B], rows(300), few(count)), 'csat');
    expect(blocksOf(JACKKNIFE_BLOCKS_MIN - 1).intervalRefused).toBe('too-few-blocks');
  });

  test('gives no interval when one block carries the weights', () => {
    // only the last record keeps the second attribute from being constant
    const data = rows(100).map(([y, a], k) => [y, a, k === 99 ? 4 : 3]);
    expect(relativeImportance(slice([CSAT, A, B], data, ids), 'csat').intervalRefused).toBe('unstable');
  });

  test('names attributes that under a tenth of the records answered', () => {
    const rare = (every: number) => rows(400).map(([y, a, b], k) => [y, a, k % every === 0 ? b : undefined]);
    expect(relativeImportance(slice([CSAT, A, B], rare(11)), 'csat').rarelyAnswered).toEqual(['b']);
    expect(relativeImportance(slice([CSAT, A, B], rare(10)), 'csat').rarelyAnswered).toEqual([]);
  });
});
