import { describe, expect, test } from 'vitest';
import { summarize } from '../../../report/engine/summarize.ts';
import { addSlices } from '../../../shared/summary/add-slices.ts';
import { canonical } from '../../../shared/summary/canonical.ts';
import { addExact, exact, subtractExact } from '../../../shared/summary/exact.ts';
import { idHead } from '../../../shared/summary/id-block.ts';
import { histogramOf, marginalOf } from '../../../shared/summary/marginal.ts';
import { EMPTY_SUMMARY } from '../../../shared/summary/merge.ts';
import { pool } from '../../../shared/summary/pool.ts';
import { addSketches, overlapping, SKETCH_SIZE, smallestOf } from '../../../shared/summary/sketch.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { gapPairs } from '../../../shared/summary/table-plan.ts';
import { tallyOf } from '../../../shared/summary/tally.ts';
import { columnsOfRecords, randomRecords, SCALES } from './random-answers.ts';
import { counted, slice } from '../metrics/counted.ts';
import { scale } from '../metrics/survey-of.ts';

const CSAT = scale('csat', 'csat', 1, 5);

describe('pool(summary, options)', () => {
  test('gives the slices of other audiences, those of one audience together', () => {
    const found = pool(
      counted([CSAT], [[5], [4], [1], [2], [3]], (k) => ({
        surveyVersion: k % 2,
        audience: k < 1 ? undefined : ['manager', 'frontline'][k % 2],
      })),
      { surveyVersion: 'all' },
    );
    const audiences = found.ok ? (found.value?.audiences ?? []) : [];
    expect(audiences.map(({ audience, all }) => [audience, all.records])).toEqual([
      ['manager', 2],
      ['frontline', 2],
    ]);
  });

  test('says when versions that it pools differ in a scale, of customers or of others', () => {
    const [five, ten] = [5, 10].map((max) => scale('csat', 'csat', 1, max));
    const version = (definition: typeof five, surveyVersion: number, audience?: string) =>
      counted([definition], [[1], [2]], () => ({ surveyVersion, audience })).slices;
    const of = (...slices: Summary['slices']): Summary => ({ ...EMPTY_SUMMARY, slices });
    const differs = { ok: false, issues: [{ path: 'csat', code: 'scale-differs' }] };
    const all = { surveyVersion: 'all' };
    expect(pool(of(...version(five, 1), ...version(ten, 2)), all)).toMatchObject(differs);
    const managers = of(...version(five, 1), ...version(five, 1, 'manager'), ...version(ten, 2, 'manager'));
    expect(pool(managers, all)).toMatchObject(differs);
  });
});

describe('pool(summary, { periods })', () => {
  test('takes periods that the source names itself', () => {
    const records = randomRecords(8, 40).map((record) => ({
      ...record,
      survey: 'airport',
      surveyVersion: 1,
      audience: 'customer',
    }));
    const deep = summarize(columnsOfRecords(records, SCALES, { waves: true }), { deep: true });
    const first = pool(deep, { periods: ['first wave'] });
    const count = records.filter(({ period }) => period?.label === 'first wave').length;
    expect(first.ok && first.value?.all.records).toBe(count);
  });
});

describe('addSlices(a, b)', () => {
  test('keeps that a scale was turned, whichever says so', () => {
    const [plain, turned] = [slice([CSAT], [[1]]), slice([{ ...CSAT, reversed: true }], [[2]])];
    for (const [a, b] of [
      [plain, turned],
      [turned, plain],
    ]) {
      const sum = addSlices(a, b);
      expect(sum.ok && sum.value.columns[0].reversed).toBe(true);
    }
    const sum = addSlices(plain, plain);
    expect(sum.ok && sum.value.columns[0]).not.toHaveProperty('reversed');
  });
});

describe('marginalOf(slice, keys, measured)', () => {
  test('is absent for weights of records that have none', () => {
    const of = slice([CSAT], [[1], [2]]);
    expect(marginalOf(of, ['csat'], 'weights')).toBeUndefined();
    expect(marginalOf(of, [], 'squares')).toBeUndefined();
    expect(
      marginalOf({ columns: [CSAT, CSAT], all: { records: 1, histograms: {} } }, ['csat', 'csat'], 'counts'),
    ).toBeUndefined();
    expect(tallyOf(of, 'csat').weights).toEqual([1, 1, 0, 0, 0]);
  });

  test('counts a column that nobody was shown as such, whatever it is called', () => {
    const columns = [{ ...CSAT, key: 'constructor' }];
    const weight = { sum: 3, squares: 9 };
    expect(histogramOf({ columns, all: { records: 3, weight, histograms: {} } }, 'constructor')).toEqual({
      ...{ counts: [0, 0, 0, 0, 0], weights: [0, 0, 0, 0, 0], squares: [0, 0, 0, 0, 0] },
      ...{ skipped: 0, notApplicable: 0, rejected: 0, notShown: 3 },
    });
  });
});

describe('exact whole numbers', () => {
  test('addExact(a, b) and subtractExact(a, b) go past 2^53 and back', () => {
    const large = addExact(Number.MAX_SAFE_INTEGER, 1);
    expect(large).toBe('9007199254740992');
    expect(addExact(large, large)).toBe('18014398509481984');
    expect(subtractExact(large, 1)).toBe(Number.MAX_SAFE_INTEGER);
    expect(subtractExact(3, 5)).toBe(-2);
    expect(exact(-(2n ** 60n))).toBe('-1152921504606846976');
  });
});

describe('sketches', () => {
  test('smallestOf(values) keeps the 1,024 smallest, once each', () => {
    const many = Array.from({ length: 3000 }, (_, k) => (k * 7919) % 3001);
    expect(smallestOf([...many, ...many])).toEqual([...many].sort((a, b) => a - b).slice(0, SKETCH_SIZE));
    expect(SKETCH_SIZE).toBe(1024);
  });

  test('overlapping(a, b) names surveys with an id in common, and addSketches joins them', () => {
    const [a, b] = [
      [1, 2],
      [2, 3],
    ].map((smallest) => [
      { survey: 's', smallest },
      { survey: 't', smallest: smallest.slice(0, 1) },
    ]);
    expect(overlapping(a, b)).toEqual(['s']);
    expect(addSketches(a, b, ['s'])).toEqual([{ survey: 's', smallest: [1, 2, 3] }]);
  });

  test('idHead(id) is the first 13 hex digits of the MD5', () => {
    expect(idHead('abc')).toBe(0x900150983cd24);
  });
});

describe('canonical(value)', () => {
  test('sorts keys by code point, leaves out what is undefined, and writes the rest as JSON', () => {
    expect(canonical({ b: [1, null, 'x'], a: undefined, A: { z: true } })).toBe(
      '{"A":{"z":true},"b":[1,null,"x"]}',
    );
    expect(canonical(new Map([['b', 1]]))).toBe('{"b":1}');
  });
});

describe('gapPairs(columns, unweighted)', () => {
  const pair = (name?: string) => [
    scale('expectation', `e${name ?? ''}`, 1, 7, name),
    scale('perception', `p${name ?? ''}`, 1, 7, name),
  ];

  test('pairs attributes on one scale, without those that are left out', () => {
    const columns = [
      ...pair('a'),
      ...pair('b'),
      scale('expectation', 'ec', 1, 5, 'c'),
      scale('perception', 'pc', 1, 7, 'c'),
    ];
    expect(gapPairs(columns).map(({ attribute }) => attribute)).toEqual(['battery.a', 'battery.b']);
    expect(gapPairs(columns, ['battery.a'])).toEqual([
      { attribute: 'battery.b', expectation: 'eb', perception: 'pb' },
    ]);
    const alone = [
      { ...pair()[0], question: 'q' },
      { ...pair()[1], question: 'q' },
    ];
    expect(gapPairs(alone)).toEqual([{ attribute: 'e', expectation: 'e', perception: 'p' }]);
  });
});
