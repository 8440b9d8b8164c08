import { describe, expect, test } from 'vitest';
import { summarize } from '../../../report/engine/summarize.ts';
import { ces } from '../../../shared/metrics/ces.ts';
import { csi } from '../../../shared/metrics/csi.ts';
import { deliveredValue } from '../../../shared/metrics/delivered-value.ts';
import { slopeFigures, weightFigures } from '../../../shared/metrics/derived-importance.ts';
import { fiveGaps } from '../../../shared/metrics/five-gaps.ts';
import { gaps } from '../../../shared/metrics/gaps.ts';
import { indexModel } from '../../../shared/metrics/index-model.ts';
import { loyaltyClasses } from '../../../shared/metrics/loyalty-class.ts';
import { matrix } from '../../../shared/metrics/matrix.ts';
import { ratings } from '../../../shared/metrics/ratings.ts';
import { regressionImportance } from '../../../shared/metrics/regression-importance.ts';
import { retention, RETENTION_BANDS } from '../../../shared/metrics/retention.ts';
import { satisfactionLoyalty } from '../../../shared/metrics/satisfaction-loyalty.ts';
import { serviceLevel } from '../../../shared/metrics/service-level.ts';
import { serviceQuality } from '../../../shared/metrics/service-quality.ts';
import { statedAgainstDerived } from '../../../shared/metrics/stated-derived.ts';
import { pool } from '../../../shared/summary/pool.ts';
import type { ScaleDefinition, Slice } from '../../../shared/summary/summary.ts';
import { counted, slice } from './counted.ts';
import { madeUpColumns, madeUpRows, madeUpSummary } from './made-up.ts';
import { columnsOf, scale } from './survey-of.ts';

const ROWS = madeUpRows();
const CSAT = scale('csat', 'csat', 1, 5);
const customers = (without: Parameters<typeof madeUpColumns>[1] = []): Slice =>
  madeUpSummary(madeUpColumns(ROWS, without)).slices[0];
const labelled = (definition: ScaleDefinition): ScaleDefinition => ({
  ...definition,
  label: `The ${definition.key}`,
});

describe('ces(slice, options)', () => {
  test('counts 5 to 7 of 1...7 as easy, two thirds of other scales, or what the reader says', () => {
    const answers = [[1], [4], [5], [7]];
    const seven = slice([scale('ces', 'ces', 1, 7)], answers);
    expect(ces(seven)).toMatchObject({ value: 0.5, from: 5, count: 2, mean: { value: 4.25 } });
    expect(ces(seven, { satisfiedFrom: new Map([['ces', 4]]) })).toMatchObject({ value: 0.75, from: 4 });
    expect(ces(slice([scale('ces', 'ces', 1, 5)], [[4], [3]]))).toMatchObject({ from: 4, value: 0.5 });
    expect(ces(slice([CSAT], [[4], [3]]))).toBeUndefined();
    expect(ces(slice([scale('ces', 'ces', 1, 7)], [[4], [undefined]]))).toBeUndefined();
  });
});

describe('ratings(slice, options)', () => {
  test('gives every other question its mean and its highest points', () => {
    const scales = [labelled(scale('rating', 'a', 1, 10)), scale('outcome', 'b', 0, 1), CSAT];
    const found = ratings(
      slice(scales, [
        [7, 1, 5],
        [6, 0, 5],
      ]),
      { satisfiedFrom: new Map([['b', 0]]) },
    );
    expect(found).toMatchObject([
      { key: 'a', label: 'The a', from: 7, value: 0.5, mean: { value: 6.5 } },
      { key: 'b', from: 0, value: 1 },
    ]);
  });
});

describe('serviceLevel(slice, options)', () => {
  test('is the share from the fourth of six levels on, of the question that is named', () => {
    const level = slice(
      [scale('rating', 'level', 1, 6), scale('rating', 'other', 1, 6)],
      [
        [3, 6],
        [4, 6],
        [6, 6],
        [1, 6],
      ],
    );
    expect(serviceLevel(level)).toMatchObject({ value: 0.5, from: 4, counts: [1, 0, 1, 1, 0, 1] });
    expect(serviceLevel(level, { serviceLevel: 'other' })).toMatchObject({ value: 1 });
    expect(serviceLevel(level, { satisfiedFrom: new Map([['level', 6]]) })).toMatchObject({ value: 0.25 });
    for (const [min, max] of [
      [1, 5],
      [0, 6],
      [0, 5],
    ])
      expect(serviceLevel(slice([scale('rating', 'level', min, max)], [[3], [4]]))).toBeUndefined();
    expect(serviceLevel(slice([scale('rating', 'level', 1, 6)], [[3], [undefined]]))).toBeUndefined();
  });

  test('gives each level its share of all who answered, its interval and the n behind it', () => {
    const rows = [1, 1, 2, 4, 4, 4, 4, 5, 6, 6].map((answer) => [answer]);
    const found = serviceLevel(slice([scale('rating', 'level', 1, 6)], [...rows, [undefined]]));
    expect(found?.levels.map(({ level, count, n }) => [level, count, n])).toEqual([
      ...[
        [1, 2, 10],
        [2, 1, 10],
        [3, 0, 10],
      ],
      ...[
        [4, 4, 10],
        [5, 1, 10],
        [6, 2, 10],
      ],
    ]);
    // scipy.stats.binomtest(k, 10).proportion_ci(method='wilson') for k = 2, 0 and 4
    const [lowest, , expected, desired] = found?.levels ?? [];
    expect(lowest).toMatchObject({ value: 0.2, interval: { method: 'wilson' } });
    expect(lowest.interval.low).toBeCloseTo(0.056682151454375, 12);
    expect(lowest.interval.high).toBeCloseTo(0.509837528463358, 12);
    expect(expected).toMatchObject({ value: 0, interval: { low: 0 } });
    expect(expected.interval.high).toBeCloseTo(0.277532799862889, 12);
    expect(desired.interval.low).toBeCloseTo(0.168180329706236, 12);
    expect(desired.interval.high).toBeCloseTo(0.687326230266342, 12);
  });
});

describe('loyaltyClasses(slice)', () => {
  const INTENTS = ['stay', 'buyMore'].map((key) => scale('rating', key, 1, 5));

  test('is loyal from .75 of every scale, drifting up to .25 of any, else ordinary', () => {
    const rows = [
      [4, 5, 8],
      [4, 4, 7],
      [5, 5, 2],
      [5, 2, 10],
      [3, 3, 3],
      [5, 5, undefined],
    ];
    const found = loyaltyClasses(slice([...INTENTS, scale('nps', 'recommend', 0, 10)], rows));
    expect(found).toMatchObject({
      n: 5,
      loyal: { count: 1 },
      drifting: { count: 2 },
      ordinary: { count: 2 },
    });
  });

  test('is absent unless all three were asked, and below two records', () => {
    expect(
      loyaltyClasses(
        slice(INTENTS, [
          [4, 5],
          [4, 5],
        ]),
      ),
    ).toBeUndefined();
    expect(
      loyaltyClasses(slice([...INTENTS, scale('nps', 'recommend', 0, 10)], [[4, 5, 9]])),
    ).toBeUndefined();
  });
});

describe('retention(slice, options)', () => {
  test('sums the shares of the answers times the ends of their bands', () => {
    const found = retention(slice([CSAT], [[5], [4], [4], [1]]));
    expect(found?.low.value).toBeCloseTo((0.92 + 0.8 + 0.8) / 4, 12);
    expect(found?.high.value).toBeCloseTo((0.97 + 0.85 + 0.85 + 0.05) / 4, 12);
    expect(RETENTION_BANDS).toEqual([
      [0, 0.05],
      [0.15, 0.2],
      [0.6, 0.65],
      [0.8, 0.85],
      [0.92, 0.97],
    ]);
    const own = [
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 1],
    ] as const;
    expect(retention(slice([CSAT], [[5], [4]]), { retention: own })?.low.value).toBe(0.5);
  });

  test('is for five points, and two answers', () => {
    expect(retention(slice([scale('csat', 'csat', 1, 10)], [[5], [4]]))).toBeUndefined();
    expect(retention(slice([CSAT], [[5]]))).toBeUndefined();
  });
});

describe('satisfactionLoyalty(slice, options)', () => {
  const both = [CSAT, scale('nps', 'nps', 0, 10)];

  test('counts NPS classes by answer, and leaves out correlations of what does not vary', () => {
    const found = satisfactionLoyalty(
      slice(both, [
        [5, 9],
        [5, 8],
        [5, 0],
        [5, undefined],
      ]),
    );
    expect(found).toMatchObject({ n: 3 });
    expect(found?.levels[4]).toMatchObject({ answer: 5, n: 3, detractors: 1, passives: 1, promoters: 1 });
    expect(found?.levels[4].shares?.passives).toBeCloseTo(1 / 3, 12);
    expect(found?.levels[0]).toEqual({ answer: 1, n: 0, detractors: 0, passives: 0, promoters: 0 });
    expect(found).not.toHaveProperty('correlation');
    expect(found).not.toHaveProperty('spearman');
  });

  test('is absent without both questions, and where nobody answered both', () => {
    expect(satisfactionLoyalty(slice([CSAT], [[5]]))).toBeUndefined();
    expect(
      satisfactionLoyalty(
        slice(both, [
          [5, undefined],
          [undefined, 3],
        ]),
      ),
    ).toBeUndefined();
  });
});

describe('gaps(slice, minuend, subtrahend)', () => {
  test('leaves out attributes on two scales, without a pair, or of one pair', () => {
    const scales = [
      ...[scale('expectation', 'e1', 1, 7, 'one'), labelled(scale('perception', 'p1', 1, 7, 'one'))],
      ...[scale('expectation', 'e2', 1, 5, 'two'), scale('perception', 'p2', 1, 7, 'two')],
      ...[scale('perception', 'p3', 1, 7, 'three')],
      ...[scale('expectation', 'e4', 1, 7, 'four'), scale('perception', 'p4', 1, 7, 'four')],
    ];
    const found = gaps(
      slice(scales, [
        [5, 3, 5, 3, 1, 1, undefined],
        [4, 4, 5, 3, 1, undefined, 7],
      ]),
      'perception',
      'expectation',
    );
    expect(found).toMatchObject([
      { attribute: 'battery.one', label: 'The p1', value: -1, n: 2, availableCases: -1 },
    ]);
    expect(serviceQuality(slice([CSAT], [[1]]), [], {})).toBeUndefined();
  });

  test('says nothing of pairs that are not crossed', () => {
    const wide = [scale('expectation', 'e', 0, 20, 'one'), scale('perception', 'p', 0, 20, 'one')];
    expect(
      gaps(
        slice(wide, [
          [5, 3],
          [4, 4],
        ]),
        'perception',
        'expectation',
      ),
    ).toEqual([]);
  });
});

describe('serviceQuality(slice, gaps, options)', () => {
  test('takes entered points, else stated importance, else relative weights, else none', () => {
    const pairs = ['s1', 's2'].flatMap((name) => [
      scale('expectation', `e${name}`, 1, 5, name),
      scale('perception', `p${name}`, 1, 5, name),
    ]);
    const stated = ['s1', 's2'].map((name) => scale('importance', `i${name}`, 1, 5, name));
    const rated = ['s1', 's2'].map((name) => scale('satisfaction', name, 1, 5, name));
    const answer = (k: number, c: number) => 1 + ((k * (c + 3) + (k % (c + 2))) % 5);
    const made = (scales: readonly ScaleDefinition[]) =>
      slice(
        scales,
        Array.from({ length: 60 }, (_, k) => scales.map((_column, c) => answer(k, c))),
      );
    const source = (scales: readonly ScaleDefinition[], gapWeights?: ReadonlyMap<string, number>) => {
      const of = made(scales);
      return serviceQuality(of, gaps(of, 'perception', 'expectation'), gapWeights ? { gapWeights } : {})
        ?.source;
    };
    expect(source(pairs)).toBeUndefined();
    expect(source([...pairs, CSAT, ...rated])).toBe('relative-weight');
    expect(source([...pairs, CSAT, ...rated, ...stated])).toBe('importance');
    expect(source([...pairs, ...stated.slice(1)])).toBeUndefined();
    expect(source([...pairs, ...stated], new Map([['battery.s1', 3]]))).toBe('entered');
    expect(source([...pairs, ...stated], new Map([['battery.other', 3]]))).toBe('importance');
  });

  test('leaves a pair of weight zero out of what a respondent must answer, when told so', () => {
    const scales = ['a', 'b'].flatMap((name) => [
      scale('expectation', `e${name}`, 1, 5, name),
      scale('perception', `p${name}`, 1, 5, name),
    ]);
    const rows = [
      { ea: '3', pa: '4', eb: '', pb: '2' },
      { ea: '3', pa: '5', eb: '1', pb: '' },
      { ea: '2', pa: '2', eb: '1', pb: '3' },
    ];
    const gapWeights = new Map([
      ['battery.a', 1],
      ['battery.b', 0],
    ]);
    const quality = (unweighted: readonly string[]) => {
      const [of] = summarize(columnsOf(rows, scales), { rules: { unweighted } }).slices;
      return serviceQuality(of, gaps(of, 'perception', 'expectation'), { gapWeights });
    };
    expect(quality([])).not.toHaveProperty('weighted');
    expect(quality(['battery.b'])?.weighted).toMatchObject({ value: 1, n: 3 });
  });
});

describe('csi(slice, options)', () => {
  test('takes relative weights where nothing was asked, and has no interval then', () => {
    const found = csi(customers(['importance', 'pick']));
    expect(found).toMatchObject({ source: 'relative-weight' });
    expect(found).not.toHaveProperty('interval');
    expect(found?.weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  test('is absent without satisfaction, and without importance', () => {
    expect(csi(slice([CSAT], [[1], [2]]))).toBeUndefined();
    expect(
      csi(
        slice(
          [CSAT, scale('satisfaction', 's', 1, 5, 's')],
          [
            [1, 2],
            [2, 3],
          ],
        ),
      ),
    ).toBeUndefined();
  });

  test('leaves out attributes of which importance was not asked, and other scales', () => {
    const scales = [
      ...[scale('satisfaction', 's1', 1, 5, 'a'), scale('importance', 'i1', 1, 5, 'a')],
      ...[
        scale('satisfaction', 's2', 1, 5, 'b'),
        scale('satisfaction', 's3', 1, 10, 'c'),
        scale('importance', 'i3', 1, 5, 'c'),
      ],
    ];
    expect(
      csi(
        slice(scales, [
          [3, 4, 1, 9, 5],
          [4, 4, 1, 9, 5],
        ]),
      ),
    ).toMatchObject({ weights: [{ attribute: 'battery.a', weight: 1 }], value: 62.5 });
  });

  test('has no interval where the columns are not crossed', () => {
    const wide = [scale('satisfaction', 's', 0, 100, 'a'), scale('importance', 'i', 1, 5, 'a')];
    const found = csi(
      slice(wide, [
        [30, 4],
        [40, 5],
      ]),
    );
    expect(found?.value).toBe(35);
    expect(found).not.toHaveProperty('interval');
  });
});

describe('deliveredValue(slice, rule)', () => {
  const rule = { values: ['v'], costs: ['c'] };
  const made = (rows: readonly { v: string; c: string }[], min = 1) =>
    summarize(columnsOf(rows, [scale('rating', 'v', 1, 5), scale('rating', 'c', min, 5)]), {
      rules: { deliveredValue: rule },
    }).slices[0];

  test('has no ratio to a mean cost of zero, and needs two records and a rule', () => {
    const rows = [
      { v: '3', c: '-1' },
      { v: '4', c: '1' },
    ];
    expect(deliveredValue(made(rows, -5), rule)).toMatchObject({ n: 2, difference: { value: 3.5 } });
    expect(deliveredValue(made(rows, -5), rule)).not.toHaveProperty('ratio');
    expect(deliveredValue(made([{ v: '3', c: '2' }]), rule)).toBeUndefined();
    expect(deliveredValue(made([{ v: '3', c: '2' }]), undefined)).toBeUndefined();
  });

  test('scores no record on scales that span too many points', () => {
    const wide = [scale('rating', 'v', 0, 200), scale('rating', 'c', 0, 200)];
    const [of] = summarize(
      columnsOf(
        [
          { v: '3', c: '2' },
          { v: '3', c: '2' },
        ],
        wide,
      ),
      { rules: { deliveredValue: rule } },
    ).slices;
    expect(of.columns.map(({ role }) => role)).toEqual(['rating', 'rating']);
    expect(deliveredValue(of, rule)?.difference.value).toBe(1);
  });
});

describe('indexModel(slice, index)', () => {
  test('leaves out factors that the summary was not made by', () => {
    const of = customers();
    expect(indexModel(of, [{ factor: 'x', items: ['x1', 'x2'] }])).toEqual([]);
    expect(indexModel(of, [{ factor: 'y', items: ['x1'] }])).toEqual([]);
    expect(indexModel(of)).toEqual([]);
  });
});

describe('regressionImportance(slice, outcome)', () => {
  const answers = (repeat: boolean) =>
    Array.from({ length: 80 }, (_, k) => {
      const a = 1 + ((k * 7) % 5);
      return [1 + ((k * 3) % 5), a, repeat ? a : 1 + ((k * 11 + (k % 3)) % 5)];
    });
  const SCALES = [
    CSAT,
    labelled(scale('satisfaction', 'a', 1, 5, 'a')),
    scale('satisfaction', 'b', 1, 5, 'b'),
  ];

  test('is refused where an attribute repeats another, and says so', () => {
    const of = slice(SCALES, answers(true));
    expect(regressionImportance(of, 'csat')).toMatchObject({ n: 80, refused: 'collinear', slopes: [] });
    expect([slopeFigures(of, CSAT), weightFigures(of, CSAT)]).toEqual([[], []]);
    expect(matrix(of, { importance: 'regression' })?.importance).toBe('correlation');
  });

  test('is marked unstable where an attribute nearly repeats another', () => {
    const near = answers(true).map(([y, a, b], k) => [y, a, k === 3 ? Math.max(1, b - 1) : b]);
    expect(regressionImportance(slice(SCALES, near), 'csat').unstable).toBe(true);
    const apart = slice(SCALES, answers(false));
    expect(regressionImportance(apart, 'csat').unstable).toBe(false);
    expect(slopeFigures(apart, CSAT)).toMatchObject([{ key: 'a', label: 'The a' }, { key: 'b' }]);
    expect(weightFigures(apart, CSAT)[1]).not.toHaveProperty('label');
  });

  test('drops attributes that the reader drops, and keeps more records', () => {
    const rows = answers(false).map(([y, a, b], k) => ({
      csat: `${y}`,
      a: `${a}`,
      b: k % 4 === 0 ? `${b}` : '',
    }));
    const of = (dropped: readonly string[]) =>
      summarize(columnsOf(rows, SCALES), { rules: { dropped } }).slices[0];
    expect(regressionImportance(of([]), 'csat')).toMatchObject({ n: 20, refused: 'too-few-complete' });
    expect(regressionImportance(of(['b']), 'csat')).toMatchObject({ n: 80, slopes: [{ key: 'a' }] });
  });
});

describe('matrix(slice, options)', () => {
  test('takes the share that picked an attribute for its importance, without a midpoint', () => {
    const found = matrix(customers(['importance']), { crosshair: { kind: 'midpoint' } });
    expect(found).toMatchObject({
      importance: 'picks',
      sameScale: false,
      crosshair: { importanceRule: 'mean', satisfaction: 3 },
    });
    expect(found?.points[0].importance.interval?.method).toBe('wilson');
    expect(found?.points.every(({ certainty }) => certainty !== undefined)).toBe(true);
  });

  test('takes slopes of the regression, and marks their certainty approximate', () => {
    const found = matrix(customers(), { importance: 'regression' });
    expect(found).toMatchObject({ importance: 'regression', approximate: true, outcome: 'csat' });
    expect(found?.points).toHaveLength(5);
    expect(matrix(customers())).not.toHaveProperty('approximate');
  });

  test('correlates attributes rated on 0 to 100, and says why their certainty is absent', () => {
    const scales = [CSAT, ...['a', 'b'].map((name) => scale('satisfaction', name, 0, 100, name))];
    const rows = Array.from({ length: 40 }, (_, k) => [1 + (k % 5), 20 * (k % 5) + (k % 3), 100 - 2 * k]);
    const found = matrix(slice(scales, rows));
    expect(found).toMatchObject({
      importance: 'correlation',
      certaintyRefused: 'wide-scale',
      points: { length: 2 },
    });
    expect(found?.points.every(({ importance, settled }) => importance.interval && !settled)).toBe(true);
    expect(matrix(slice(scales, rows), { importance: 'relative-weight' })?.certaintyRefused).toBe(
      'no-blocks',
    );
    expect(matrix(customers())).not.toHaveProperty('certaintyRefused');
  });

  test('draws nothing by derived importance without an outcome', () => {
    expect(matrix(customers(['csat', 'nps', 'ces']), { importance: 'correlation' })).toBeUndefined();
  });

  test('has no certainty when it is not wanted', () => {
    expect(matrix(customers(), { uncertain: true })?.points[0]).not.toHaveProperty('chances');
  });
});

describe('statedAgainstDerived(slice, options)', () => {
  test('compares picks where importance was not rated, and keeps labels', () => {
    const scales = [
      CSAT,
      labelled(scale('satisfaction', 's1', 1, 5, 'a')),
      scale('satisfaction', 's2', 1, 5, 'b'),
    ];
    const picks = [{ ...scale('pick', 'p1', 0, 1, 'a'), label: 'The s1' }, scale('pick', 'p2', 0, 1, 'b')];
    const rows = Array.from({ length: 60 }, (_, k) => [
      1 + (k % 5),
      1 + ((k * 3) % 5),
      1 + (k % 5 === 4 ? 3 : k % 5),
      k % 5 === 0 ? 0 : 1,
      0,
    ]);
    const found = statedAgainstDerived(slice([...scales, ...picks], rows), {});
    expect(found).toMatchObject([
      { attribute: 'battery.a', label: 'The s1', kind: 'basic', statedCertainty: 1 },
      { attribute: 'battery.b', kind: 'hidden-driver' },
    ]);
    const strict = statedAgainstDerived(slice([...scales, ...picks], rows.slice(0, 20)), {});
    expect(strict.map(({ kind }) => kind)).toEqual(['not-settled', 'not-settled']);
  });

  test('is certain of a single attribute, and leaves out those of which importance was not asked', () => {
    const scales = [
      CSAT,
      scale('satisfaction', 's1', 1, 5, 'a'),
      scale('satisfaction', 's2', 1, 5, 'b'),
      scale('importance', 'i1', 1, 5, 'a'),
    ];
    const rows = Array.from({ length: 40 }, (_, k) => [1 + (k % 5), 1 + ((k * 3) % 5), 1 + ((k * 7) % 5), 3]);
    expect(statedAgainstDerived(slice(scales, rows), {})).toMatchObject([
      { attribute: 'battery.a', kind: 'agrees', statedCertainty: 1, derivedCertainty: 1 },
    ]);
  });

  test('is empty without importance, and without an outcome', () => {
    expect(statedAgainstDerived(customers(['importance', 'pick']), {})).toEqual([]);
    expect(statedAgainstDerived(customers(['csat', 'nps', 'ces']), {})).toEqual([]);
  });

  test('settles nothing where the columns are not crossed', () => {
    const wide = [
      CSAT,
      scale('satisfaction', 's1', 1, 5, 'a'),
      scale('satisfaction', 's2', 1, 5, 'b'),
      scale('importance', 'i1', 0, 50, 'a'),
      scale('importance', 'i2', 0, 50, 'b'),
    ];
    const rows = Array.from({ length: 60 }, (_, k) => [
      1 + (k % 5),
      1 + ((k * 3) % 5),
      1 + ((k * 7 + 1) % 4),
      20 + (k % 9),
      10 + (k % 7),
    ]);
    const [first] = statedAgainstDerived(slice(wide, rows), {});
    expect(first.kind).toBe('not-settled');
    expect(first).not.toHaveProperty('statedCertainty');
    expect(first.derivedCertainty).toBeGreaterThan(0);
  });
});

describe('fiveGaps(pool)', () => {
  const roles = ['expectation', 'perception', 'standard', 'promise'] as const;
  const SCALES = roles.map((role) => scale(role, role, 1, 7, 'speed'));
  const audiences = ['customer', 'manager', 'frontline'];
  const gapsOf = (
    answers: Readonly<Record<string, readonly (number | undefined)[]>>,
    scales: readonly ScaleDefinition[] = SCALES,
  ) => {
    const rows = Array.from({ length: 36 }, (_, k) => answers[audiences[k % 3]]);
    const found = pool(counted(scales, rows, (k) => ({ audience: audiences[k % 3] })));
    return found.ok && found.value ? fiveGaps(found.value) : [];
  };

  test('gives each of the five its sides, negative for a shortfall', () => {
    const found = gapsOf({
      customer: [6, 4, undefined, undefined],
      manager: [5, undefined, 4, 5],
      frontline: [undefined, 3, undefined, undefined],
    });
    expect(found.map(({ gap, mean, paired }) => [gap, mean, paired])).toEqual([
      [1, -1, false],
      [2, -1, true],
      [3, -1, false],
      [4, -1, false],
      [5, -2, true],
    ]);
    expect(found[3].subtrahend).toEqual({ audience: 'manager', role: 'promise' });
    expect(found[0].attributes[0]).toMatchObject({ attribute: 'battery.speed', n: [12, 12], drawn: true });
  });

  test('takes promises of the front line, else of customers, paired then', () => {
    const promised = (answers: Parameters<typeof gapsOf>[0]) => gapsOf(answers).find(({ gap }) => gap === 4);
    const none = [undefined, undefined, undefined, undefined];
    expect(
      promised({ customer: [6, 4, 1, undefined], manager: none, frontline: [1, 1, 1, 6] }),
    ).toMatchObject({ mean: -2, paired: false, subtrahend: { audience: 'frontline' } });
    expect(promised({ customer: [6, 4, 1, 7], manager: none, frontline: none })).toMatchObject({
      mean: -3,
      paired: true,
    });
  });

  test('leaves out other scales and what nobody answered, and names what it does not draw', () => {
    const scales = SCALES.map((definition, k) =>
      k === 1 ? labelled({ ...definition, max: 5 }) : definition,
    );
    const answers = {
      customer: [6, 4, undefined, undefined],
      manager: [5, undefined, 4, undefined],
      frontline: [undefined, 3, undefined, undefined],
    };
    expect(gapsOf(answers, scales).map(({ gap }) => gap)).toEqual([1, 2]);
    const named = gapsOf(answers, SCALES.map(labelled));
    expect(named[0].attributes[0].label).toBe('The expectation');
    const few = pool(
      counted(
        SCALES,
        Array.from({ length: 8 }, () => [6, 4, 1, 1]),
      ),
    );
    const found = few.ok && few.value ? fiveGaps(few.value) : [];
    expect(found.map(({ gap, attributes: [first] }) => [gap, first.drawn])).toEqual([
      [4, false],
      [5, false],
    ]);
  });

  test('is paired only for those who answered both sides', () => {
    const rows = [
      [6, undefined, 1, 1],
      [6, undefined, 1, 1],
      [undefined, 4, 1, 1],
      [undefined, 4, 1, 1],
    ];
    const found = pool(counted(SCALES, rows));
    expect(found.ok && found.value ? fiveGaps(found.value).map(({ gap }) => gap) : []).toEqual([4]);
  });
});
