import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { summarize } from '../../../report/engine/summarize.ts';
import { byCodePoint } from '../../../shared/summary/by-code-point.ts';
import { idBlock } from '../../../shared/summary/id-block.ts';
import { jointAnswers } from '../../../shared/summary/joint-answers.ts';
import { marginal } from '../../../shared/summary/marginal.ts';
import { md5 } from '../../../shared/summary/md5.ts';
import { addResponse, OPEN_WINDOW_MS, settle } from '../../../shared/summary/response-counts.ts';
import { firstPlan, tablePlan } from '../../../shared/summary/table-plan.ts';
import { columnsOfRecords, randomRecords, SCALES } from './random-answers.ts';

describe('md5(text)', () => {
  // node:crypto, and the test suite of RFC 1321
  const texts = ['', 'a', 'abc', 'message digest', '四方图 😀', 'é'.repeat(100)];
  test.each([...texts, ...[55, 56, 63, 64, 65, 119, 120, 1000].map((n) => 'x'.repeat(n))])(
    'of %s',
    (text) => {
      const expected = createHash('md5').update(text, 'utf8').digest('hex');
      expect(Buffer.from(md5(text)).toString('hex')).toBe(expected);
    },
  );

  test('takes a lone surrogate for U+FFFD', () => {
    expect(md5('\ud800x')).toEqual(md5('\ufffdx'));
  });
});

describe('idBlock(id)', () => {
  test('is the first two hex digits modulo 64', () => {
    expect(idBlock('abc')).toBe(0x90 % 64);
    const blocks = Array.from({ length: 2000 }, (_, k) => idBlock(String(k)));
    expect(new Set(blocks).size).toBe(64);
  });
});

describe('byCodePoint(a, b)', () => {
  test('puts U+E000 before the supplementary planes, unlike <', () => {
    expect(['😀', '\ue000', 'b', 'a', '', 'ab'].sort(byCodePoint)).toEqual([
      '',
      'a',
      'ab',
      'b',
      '\ue000',
      '😀',
    ]);
    expect(byCodePoint('same', 'same')).toBe(0);
  });
});

const columns = [...SCALES].sort((a, b) => byCodePoint(a.key, b.key));

describe('tablePlan(columns)', () => {
  test('crosses outcomes with pairs of satisfactions, in place of the pairs these contain', () => {
    const { cross, complete } = tablePlan(columns);
    expect(cross.filter((keys) => keys.length === 3)).toHaveLength(3 * 3);
    expect(cross).toContainEqual(['csat', 'nps']);
    expect(cross).toContainEqual(['ces', 'csat']);
    expect(cross).toContainEqual(['ces', 'service.satisfaction.parking', 'service.satisfaction.wifi']);
    expect(cross).toContainEqual(['service.importance.parking', 'service.satisfaction.wifi']);
    expect(cross).not.toContainEqual(['service.satisfaction.parking', 'service.satisfaction.wifi']);
    expect(cross.flat()).not.toContain('effort');
    expect(complete.map(({ name }) => name)).toEqual([
      ...['drivers.ces', 'drivers.csat', 'drivers.nps', 'gaps'],
    ]);
    expect(complete[0].keys).toHaveLength(4);
  });

  test('crosses satisfactions two by two without an outcome, and one satisfaction with the outcome', () => {
    const satisfactions = columns.filter(({ role }) => role === 'satisfaction');
    expect(tablePlan(satisfactions)).toMatchObject({ complete: [], cross: { length: 3 } });
    const csat = columns.filter(({ role }) => role === 'csat');
    expect(tablePlan([...csat, satisfactions[0]]).cross).toEqual([['csat', satisfactions[0].key]]);
    expect(tablePlan(csat)).toEqual({ cross: [], complete: [] });
  });

  test('crosses a rating with nothing: what it measures is its own', () => {
    const { cross, complete } = tablePlan(columns);
    expect([...cross, ...complete.map(({ keys }) => keys)].flat()).not.toContain('stay');
    expect(tablePlan(columns.filter(({ role }) => role === 'rating'))).toEqual({ cross: [], complete: [] });
  });

  test('crosses a column of more than eleven points with one other at a time, for correlations', () => {
    const wide = (max: number) =>
      columns.map((column) => (column.role === 'csat' ? { ...column, min: 0, max } : column));
    expect(tablePlan(wide(10)).cross.flat()).toContain('csat');
    const ofCsat = tablePlan(wide(11)).cross.filter((keys) => keys.includes('csat'));
    expect(ofCsat).toEqual(
      ['parking', 'speed', 'wifi'].map((name) => ['csat', `service.satisfaction.${name}`]),
    );
    const slider = columns.map((column) =>
      column.key.endsWith('satisfaction.wifi') ? { ...column, max: 100 } : column,
    );
    expect(tablePlan(slider).cross.filter((keys) => keys.includes('service.satisfaction.wifi'))).toEqual(
      ['ces', 'csat', 'nps'].map((y) => [y, 'service.satisfaction.wifi']),
    );
  });
});

describe('firstPlan(columns)', () => {
  test('crosses outcomes with each other and with one satisfaction at a time, as far as all tables do', () => {
    const { cross, complete } = firstPlan(columns);
    expect(cross).toHaveLength(3 + 3 * 3);
    expect(cross).toContainEqual(['csat', 'nps']);
    expect(cross).toContainEqual(['csat', 'service.satisfaction.parking']);
    expect(complete.map(({ name }) => name)).toEqual(['drivers.ces', 'drivers.csat', 'drivers.nps']);
    const wide = columns.map((column) =>
      ['csat', 'service.satisfaction.wifi'].includes(column.key) ? { ...column, min: 0, max: 11 } : column,
    );
    const ofCsat = firstPlan(wide).cross.filter((keys) => keys.includes('csat'));
    expect(ofCsat).toEqual(['parking', 'speed'].map((name) => ['csat', `service.satisfaction.${name}`]));
  });
});

describe('marginal(slice, keys)', () => {
  const records = randomRecords(9, 400).map((record) => ({ ...record, survey: 'airport', surveyVersion: 2 }));
  const [slice] = summarize(columnsOfRecords(records)).slices;
  const rows = records.filter((record) => record.audience === undefined);
  const level = (record: (typeof rows)[number], key: string) => {
    const { min, max } = SCALES.find((scale) => scale.key === key) ?? { min: 0, max: 0 };
    const value = record.cells[key] ?? 1000;
    return value >= 1000 ? max - min + 1 : value - min;
  };

  test.each([
    [['csat']],
    [['effort']],
    [['stay']],
    [['ces', 'nps']],
    [['service.satisfaction.wifi', 'ces', 'service.satisfaction.speed']],
    [['nps', 'csat']],
    [['service.satisfaction.wifi', 'nps']],
    [['service.satisfaction.wifi', 'service.satisfaction.speed']],
    [['service.satisfaction.wifi', 'csat', 'service.satisfaction.speed']],
    [['service.importance.speed', 'service.satisfaction.wifi']],
  ])('counts records by the answers to %s, in that order', (keys) => {
    const sizes = keys.map((key) => {
      const { min, max } = SCALES.find((scale) => scale.key === key) ?? { min: 0, max: 0 };
      return max - min + 2;
    });
    const expected = new Array<number>(sizes.reduce((a, b) => a * b, 1)).fill(0);
    for (const record of rows)
      expected[keys.reduce((cell, key, k) => cell * sizes[k] + level(record, key), 0)]++;
    expect(marginal(slice, keys)).toEqual(expected);
  });

  test('is absent for columns that are unknown or not crossed', () => {
    expect(marginal(slice, ['nobody'])).toBeUndefined();
    expect(marginal(slice, ['effort', 'csat'])).toBeUndefined();
    expect(marginal(slice, [])).toEqual([rows.length]);
  });

  test('jointAnswers(slice, x, y) leaves out records without both answers', () => {
    const joint = jointAnswers(slice, 'csat', 'nps');
    const both = rows.filter(({ cells }) => ['csat', 'nps'].every((key) => (cells[key] ?? 1000) < 1000));
    expect(joint?.counts.reduce((a, b) => a + b, 0)).toBe(both.length);
    expect(joint?.xs).toEqual([1, 2, 3, 4, 5]);
    expect(jointAnswers(slice, 'effort', 'csat')).toBeUndefined();
    expect(jointAnswers(slice, 'nobody', 'csat')).toBeUndefined();
  });
});

describe('settle(response, newest)', () => {
  const settled = { unknown: 0, shown: 1, dismissed: 0, partial: 0, completed: 0 };
  const open = [{ shownAt: 0, status: 'shown', count: 2 }] as const;

  test('keeps a record open at 30 minutes and settles it after', () => {
    expect(settle({ settled, open }, OPEN_WINDOW_MS)).toEqual({ settled, open });
    expect(settle({ settled, open }, OPEN_WINDOW_MS + 1)).toEqual({
      settled: { ...settled, shown: 3 },
      open: [],
    });
    expect(settle({ settled, open }, undefined)).toEqual({ settled, open });
  });

  test('addResponse(a, b, newest) adds equal times and orders the rest', () => {
    const late = [
      { shownAt: 5, status: 'shown', count: 1 },
      { shownAt: 0, status: 'partial', count: 1 },
    ] as const;
    const sum = addResponse({ settled, open }, { settled, open: [...late, ...open] }, 5);
    expect(sum.settled.shown).toBe(2);
    expect(sum.open.map(({ shownAt, status, count }) => [shownAt, status, count])).toEqual([
      [0, 'partial', 1],
      [0, 'shown', 4],
      [5, 'shown', 1],
    ]);
  });
});
