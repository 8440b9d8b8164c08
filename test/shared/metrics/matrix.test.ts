import { describe, expect, test } from 'vitest';
import { crosshairOf, median } from '../../../shared/metrics/crosshair.ts';
import { figures } from '../../../shared/metrics/figures.ts';
import { correlationStatistic, covariance, meanStatistic } from '../../../shared/metrics/influence.ts';
import { matrix } from '../../../shared/metrics/matrix.ts';
import { distance, quadrantOf } from '../../../shared/metrics/quadrant.ts';
import { CERTAINTY_MIN } from '../../../shared/metrics/rank-points.ts';
import { uniformDraws } from '../../../shared/statistics/normal-draws.ts';
import { EMPTY_SUMMARY, merge } from '../../../shared/summary/merge.ts';
import { counted, slice } from './counted.ts';
import { expectClose } from './gold.ts';
import { scale } from './survey-of.ts';

const CSAT = scale('csat', 'csat', 1, 5);
const sat = (name: string, max = 5) => scale('satisfaction', `sat.${name}`, 1, max, name);
const imp = (name: string, max = 5) => scale('importance', `imp.${name}`, 1, max, name);

/** Stated importance and satisfaction of two attributes, far apart: first a, then b. */
const STATED = [imp('a'), { ...sat('a'), label: 'A' }, imp('b'), sat('b')];
const apart = (count: number) =>
  Array.from({ length: count }, (_, k) => [4 + (k % 2), 1 + (k % 2), 1 + (k % 3), 4 + (k % 2)]);

describe('quadrantOf(satisfaction, importance)', () => {
  test('counts a point on a line as high', () => {
    expect(quadrantOf(0, 0)).toBe('advantage');
    expect(quadrantOf(-1e-9, 0)).toBe('improve-first');
    expect(quadrantOf(0, -1e-9)).toBe('nice-to-have');
    expect(quadrantOf(-1, -1)).toBe('improve-later');
  });

  test('distance(value, line) is zero where only rounding differs', () => {
    expect(distance(0.1 + 0.2, 0.3)).toBe(0);
    expect(distance(0.3, 0.3 + 1e-9)).toBeLessThan(0);
  });
});

describe('crosshairOf(choice, satisfaction, importance)', () => {
  const [x, y] = [{ values: [1, 2, 6], scale: { min: 1, max: 7 } }, { values: [0.1, 0.2, 0.9] }];

  test('is mean, median, midpoint or the reader’s own', () => {
    expect(crosshairOf({ kind: 'mean' }, x, y)).toMatchObject({ satisfaction: 3, importanceRule: 'mean' });
    expect(crosshairOf({ kind: 'median' }, x, y)).toMatchObject({ satisfaction: 2, importance: 0.2 });
    expect(crosshairOf({ kind: 'midpoint' }, x, { ...y, scale: { min: 1, max: 5 } })).toMatchObject({
      satisfaction: 4,
      importance: 3,
      importanceRule: 'midpoint',
    });
    expect(crosshairOf({ kind: 'own', satisfaction: 4.5, importance: 0.3 }, x, y)).toEqual({
      kind: 'own',
      satisfaction: 4.5,
      importance: 0.3,
      importanceRule: 'own',
    });
  });

  test('takes the mean of derived importance under midpoint: r has none', () => {
    expectClose(crosshairOf({ kind: 'midpoint' }, x, y).importance, 0.4);
    expect(crosshairOf({ kind: 'midpoint' }, x, y).importanceRule).toBe('mean');
  });

  test('median(values) takes the middle, or the mean of two', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
  });
});

describe('covariance(slice, statistics)', () => {
  test('is the squared standard error of a mean, with divisor n', () => {
    const data = slice([CSAT], [[1], [2], [5], [undefined]]);
    const mean = meanStatistic(data, 'csat');
    expectClose(covariance(data, mean ? [mean] : [])?.[0], 26 / 27);
  });

  test('is absent where the counts do not cross the columns', () => {
    const wide = scale('csat', 'csat', 0, 20);
    const data = slice(
      [wide, { ...sat('a'), max: 20 }],
      [
        [1, 2],
        [3, 4],
      ],
    );
    const means = ['csat', 'sat.a'].flatMap((key) => meanStatistic(data, key) ?? []);
    expect(covariance(data, means)).toBeUndefined();
    expect(correlationStatistic(data, 'sat.a', 'csat')).toBeUndefined();
    expect(meanStatistic(data, 'nobody')).toBeUndefined();
  });
});

describe('matrix(slice)', () => {
  test('takes stated importance where it was asked, with priority on the common scale', () => {
    const figure = matrix(slice(STATED, apart(40)));
    expect(figure).toMatchObject({ importance: 'stated', sameScale: true });
    expect(figure).not.toHaveProperty('outcome');
    const [first, last] = figure?.points ?? [];
    expect(first).toMatchObject({
      rank: 1,
      attribute: 'battery.a',
      label: 'A',
      quadrant: 'improve-first',
      settled: true,
      n: 40,
    });
    expectClose(first.priority, 3);
    expect(last).toMatchObject({ rank: 2, quadrant: 'nice-to-have', settled: true, smallSample: false });
    expect(first.lead + last.lead).toBeCloseTo(0, 12);
  });

  test('settles nothing below thirty answers, nor under the certainty asked for', () => {
    expect(matrix(slice(STATED, apart(29)))?.points[0]).toMatchObject({ settled: false, smallSample: true });
    expect(matrix(slice(STATED, apart(30)))?.points[0]).toMatchObject({ settled: true, smallSample: false });
    expect(matrix(slice(STATED, apart(30)), { certaintyMin: 1.01 })?.points[0].settled).toBe(false);
    expect(CERTAINTY_MIN).toBe(0.8);
  });

  test('draws from ten answers on both axes', () => {
    const figure = matrix(
      slice(
        [...STATED, imp('c'), sat('c')],
        apart(10).map((row, k) => [...row, 3, k < 9 ? 3 : undefined]),
      ),
    );
    expect(figure?.points).toHaveLength(2);
    expect(figure?.notDrawn).toEqual([{ attribute: 'battery.c', n: 9, reason: 'too-few-answers' }]);
    expect(matrix(slice([...STATED, imp('c'), sat('c')], apart(12)))?.notDrawn).toEqual([
      { attribute: 'battery.c', n: 0, reason: 'too-few-answers' },
    ]);
    expect(matrix(slice(STATED, apart(9)))).toBeUndefined();
  });

  test('names attributes without importance or on another scale', () => {
    const scales = [
      ...STATED,
      { ...sat('c'), label: 'C' },
      imp('d', 10),
      sat('d'),
      imp('e', 10),
      { ...sat('e'), label: 'E' },
    ];
    const figure = matrix(
      slice(
        scales,
        apart(12).map((row) => [...row, 3, 9, 3, 9, 3]),
      ),
    );
    expect(figure?.notDrawn).toEqual([
      { attribute: 'battery.c', label: 'C', n: 12, reason: 'no-importance' },
      { attribute: 'battery.d', n: 12, reason: 'other-scale' },
      { attribute: 'battery.e', label: 'E', n: 12, reason: 'other-scale' },
    ]);
    expect(figure?.points).toHaveLength(2);
  });

  test('is absent without satisfactions, and without importance of any kind', () => {
    expect(matrix(slice([CSAT], [[1], [2]]))).toBeUndefined();
    expect(matrix(slice([sat('a')], apart(12)))).toBeUndefined();
    expect(matrix(slice(STATED, apart(12)), { importance: 'correlation' })).toBeUndefined();
  });

  test('is certain of an only attribute: it lies on its own crosshair', () => {
    const figure = matrix(slice([imp('a'), sat('a')], apart(40)));
    expect(figure?.points[0]).toMatchObject({ quadrant: 'advantage', certainty: 1, lead: 0 });
    expect(figure?.crosshair.satisfaction).toBe(figure?.points[0].satisfaction.value);
  });

  test('counts points that coincide with the crosshair as high, by mean and by median', () => {
    const same = Array.from({ length: 40 }, (_, k) => Array.from({ length: 6 }, () => 1 + (k % 3)));
    const scales = ['a', 'b', 'c'].flatMap((name) => [imp(name), sat(name)]);
    for (const kind of ['mean', 'median'] as const)
      for (const point of matrix(slice(scales, same), { crosshair: { kind } })?.points ?? [])
        expect(point).toMatchObject({ quadrant: 'advantage', certainty: 1 });
  });

  test('never settles a negative correlation in improve first', () => {
    const draw = uniformDraws(5);
    const data = Array.from({ length: 300 }, () => {
      const y = 1 + Math.floor(5 * draw());
      const noise = () => Math.floor(2 * draw());
      return [y, Math.max(1, 4 - y + noise()), Math.max(1, 6 - y - noise())];
    });
    const figure = matrix(slice([CSAT, sat('a'), sat('b')], data), {
      crosshair: { kind: 'own', satisfaction: 6, importance: -1 },
    });
    expect(figure).toMatchObject({ importance: 'correlation', outcome: 'csat', sameScale: false });
    for (const point of figure?.points ?? []) {
      expect(point).toMatchObject({ quadrant: 'improve-first', checkDirection: true, settled: false });
      expect(point).not.toHaveProperty('priority');
    }
  });

  test('orders the undecided by their chance, and draws without chances where columns are not crossed', () => {
    const wide = [imp('a', 20), sat('a', 20), imp('b', 20), sat('b', 20)];
    const figure = matrix(slice(wide, apart(40)));
    expect(figure?.points.map(({ settled, lead }) => [settled, lead > 0])).toEqual([
      [false, true],
      [false, false],
    ]);
    expect(figure?.points[0]).not.toHaveProperty('certainty');
    expect(figure?.points[0]).not.toHaveProperty('chances');
  });

  test('does not depend on the order of rows', () => {
    const data = apart(40);
    expect(matrix(slice(STATED, [...data].reverse()))).toEqual(matrix(slice(STATED, data)));
  });
});

describe('figures(summary)', () => {
  const value = (...of: Parameters<typeof figures>) => {
    const result = figures(...of);
    return result.ok ? result.value : undefined;
  };
  const versions = counted([CSAT], [[5], [5], [1], [2], [3], [4]], (k) => ({
    survey: k < 4 ? 'a' : 'b',
    surveyVersion: k < 4 ? 1 + Math.floor(k / 3) : undefined,
    shownAt: k,
  }));

  test('stands on the survey version with the most customers', () => {
    expect(value(versions)).toMatchObject({
      survey: 'a',
      surveyVersion: '1',
      records: 3,
      oldest: 0,
      newest: 2,
    });
    expect(value(versions, { survey: 'b' })).toMatchObject({ survey: 'b', records: 2 });
    expect(value(versions, { survey: 'b' })).not.toHaveProperty('surveyVersion');
  });

  test('pools versions only when told', () => {
    const pooled = value(versions, { survey: 'a', surveyVersion: 'all' });
    expect(pooled).toMatchObject({ records: 4, csat: { n: 4, value: 0.5 } });
    expect(pooled).not.toHaveProperty('surveyVersion');
    expect(value(versions, { survey: 'a', surveyVersion: '2' })).toMatchObject({ records: 1 });
  });

  test('leaves out other audiences, and counts them', () => {
    const summary = counted([CSAT], [[5], [4], [1], [1], [1]], (k) => ({
      audience: ['customer', undefined, 'manager', 'manager', 'frontline'][k],
    }));
    expect(value(summary)).toMatchObject({
      records: 2,
      csat: { n: 2, value: 1 },
      otherAudiences: [
        { audience: 'frontline', records: 1 },
        { audience: 'manager', records: 2 },
      ],
    });
  });

  test('is empty for no records, or none of a customer', () => {
    const nothing = {
      survey: '',
      records: 0,
      otherAudiences: [],
      satisfaction: [],
      importance: [],
      asked: [],
    };
    expect(value(EMPTY_SUMMARY)).toEqual(nothing);
    expect(value(EMPTY_SUMMARY, { survey: 'x' })).toEqual({ ...nothing, survey: 'x' });
    expect(value(counted([CSAT], [[1], [2]], () => ({ audience: 'manager' })))?.records).toBe(0);
  });

  test('tells what was asked and is too rarely answered from what was not asked', () => {
    const few = value(
      counted(
        [CSAT, sat('a'), sat('b')],
        [
          [5, 4, 3],
          [3, 2, undefined],
        ],
      ),
    );
    expect(few).not.toHaveProperty('matrix');
    expect(few?.notDrawn).toEqual([
      { attribute: 'battery.a', n: 2, reason: 'too-few-answers' },
      { attribute: 'battery.b', n: 1, reason: 'too-few-answers' },
    ]);
    expect(few?.asked.map(({ key, n }) => [key, n])).toEqual([
      ['csat', 2],
      ['sat.a', 2],
      ['sat.b', 1],
    ]);
    expect(value(counted(STATED, apart(40)))).not.toHaveProperty('notDrawn');
    expect(value(counted([CSAT], [[5], [4]]))).not.toHaveProperty('notDrawn');
  });

  test('says which column keeps versions from being pooled', () => {
    const [one, two] = [CSAT, { ...CSAT, max: 7 }].map((column, k) =>
      counted([column], [[1], [2]], () => ({ surveyVersion: k })),
    );
    const both = merge(one, two);
    expect(both.ok && figures(both.value, { surveyVersion: 'all' })).toMatchObject({
      ok: false,
      issues: [{ path: 'csat', code: 'scale-differs' }],
    });
  });

  test('settles open prompts by the newest record of any survey', () => {
    const summary = counted([CSAT], [[5], [4], [3], [2]], (k) => ({
      survey: k < 3 ? 'a' : 'b',
      status: (['shown', 'dismissed', 'completed', 'completed'] as const)[k],
      shownAt: k < 3 ? 0 : 3_600_000,
    }));
    expect(value(summary, { survey: 'a' })?.responseRate).toMatchObject({ n: 3, open: 0 });
  });
});
