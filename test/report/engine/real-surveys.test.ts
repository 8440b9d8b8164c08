import { describe, expect, test } from 'vitest';
import type { AttributeScore } from '../../../shared/metrics/attribute-scores.ts';
import { gold, goldNumber, goldRecord, oracleFile } from '../../shared/metrics/gold.ts';
import { readFixtures } from '../support/read-disk.ts';

const ORACLE = oracleFile('real-surveys.json');
const AIRPORT = '../../demo/data/sfo_2017.csv';

/** Means and their n by attribute, against plain Python's. */
function expectMeans(scores: readonly AttributeScore[], ...path: readonly string[]): void {
  const expected = goldRecord(ORACLE, ...path);
  expect(scores.map(({ attribute }) => attribute.replace('service.', '')).sort()).toEqual(
    Object.keys(expected).sort(),
  );
  for (const { attribute, value, n } of scores) {
    const at = [...path, attribute.replace('service.', '')];
    expect(n, attribute).toBe(goldNumber(ORACLE, ...at, 'n'));
    expect(value, attribute).toBeCloseTo(goldNumber(ORACLE, ...at, 'value'), 12);
  }
}

describe('Engine.read(table, mapping) of real surveys', () => {
  test.each([
    ['airline', 'data/airline.csv'],
    ['hoteles', 'data/hoteles.csv'],
    ['customersat', 'data/customersat.csv'],
    ['asap_reviews_zh', 'data/asap_reviews_zh.csv'],
    ['kc_residents', 'data/kc_residents.csv'],
    ['mobi', 'gold/mobi.csv'],
    ['ipacsi_questionnaire', 'gold/ipacsi_questionnaire.csv'],
  ])('makes of %s what plain Python makes of it, and rejects nothing', async (name, path) => {
    const { outcome, figures } = await readFixtures([path, `data/${name}.map.json`]);
    expect(outcome.problems).toEqual([]);
    expect(outcome.rejections).toMatchObject({ cells: 0, rows: 0 });
    expect(figures.records).toBe(goldNumber(ORACLE, name, 'records'));
    expectMeans(figures.satisfaction, name, 'satisfaction');
    if (gold(ORACLE, name, 'csat') !== undefined) {
      expect(figures.csat?.mean.n).toBe(goldNumber(ORACLE, name, 'csat', 'n'));
      expect(figures.csat?.mean.value).toBeCloseTo(goldNumber(ORACLE, name, 'csat', 'value'), 12);
    }
  });

  test('takes 0, 6 and 11 of the airport for what they are, with its weights and without', async () => {
    const files = [AIRPORT, 'data/sfo_2017.map.json'];
    const { engine, figures } = await readFixtures(files);
    const weighted = ['sfo_2017', 'weighted'] as const;
    expect(figures.nps?.value).toBeCloseTo(goldNumber(ORACLE, ...weighted, 'value'), 9);
    expect(figures.nps?.effectiveN).toBeCloseTo(goldNumber(ORACLE, ...weighted, 'effectiveN'), 6);
    expect(figures.nps?.interval?.low).toBeCloseTo(goldNumber(ORACLE, ...weighted, 'low'), 9);
    expect(figures.nps?.interval?.high).toBeCloseTo(goldNumber(ORACLE, ...weighted, 'high'), 9);
    const plain = engine.figures({ rules: { weigh: 'none' } });
    if (!plain.ok) throw new Error('expected figures without weights');
    expect(plain.value.nps).toMatchObject({ n: goldNumber(ORACLE, 'sfo_2017', 'nps', 'n') });
    expect(plain.value.nps?.value).toBeCloseTo(goldNumber(ORACLE, 'sfo_2017', 'nps', 'value'), 12);
    expect(plain.value.csat?.mean.value).toBeCloseTo(goldNumber(ORACLE, 'sfo_2017', 'csat', 'value'), 12);
    const services = plain.value.satisfaction.filter(({ attribute }) => !attribute.includes('clean'));
    expectMeans(services, 'sfo_2017', 'satisfaction');
  });

  test('keeps nine years apart, and tells passengers by year and number', async () => {
    const { engine, outcome, figures } = await readFixtures([
      'data/sfo_trend.csv',
      'data/sfo_trend.map.json',
    ]);
    expect(outcome.repeated).toBe(0);
    expect(figures.records).toBe(goldNumber(ORACLE, 'sfo_trend', 'weighted'));
    const [{ periods }] = engine.deepSummary().slices;
    const plain = engine.figures({ rules: { weigh: 'none' } });
    if (!plain.ok) throw new Error('expected figures without weights');
    expect(plain.value.records).toBe(goldNumber(ORACLE, 'sfo_trend', 'records'));
    expect(plain.value.nps?.value).toBeCloseTo(goldNumber(ORACLE, 'sfo_trend', 'nps', 'value'), 12);
    const food = plain.value.satisfaction.find(({ attribute }) => attribute === 'service.food');
    expect(food?.value).toBeCloseTo(goldNumber(ORACLE, 'sfo_trend', 'satisfaction', 'food', 'value'), 12);
    // The years without weights have no record that counts under them.
    expect(periods.map(({ label }) => label)).toEqual([
      '2010',
      '2013',
      '2014',
      '2015',
      '2016',
      '2017',
      '2018',
    ]);
    const [unweighted] = engine.deepSummary().slices;
    expect(
      Object.fromEntries(unweighted.periods.map(({ label, tables }) => [label, tables.records])),
    ).toEqual(gold(ORACLE, 'sfo_trend', 'years'));
  });

  test('takes the city’s picks as importance: the share of all who were asked', async () => {
    const { figures } = await readFixtures(['data/kc_residents.csv', 'data/kc_residents.map.json']);
    expect(figures.matrix?.importance).toBe('picks');
    const asked = goldNumber(ORACLE, 'kc_residents', 'asked');
    for (const { attribute, importance } of figures.matrix?.points ?? []) {
      expect(importance.n).toBe(asked);
      const share = goldNumber(ORACLE, 'kc_residents', 'picks', attribute.replace('service.', ''));
      expect(importance.value).toBeCloseTo(share, 12);
    }
  });

  test('counts one of two sentences as satisfied', async () => {
    const { figures } = await readFixtures(['data/airline.csv', 'data/airline.map.json']);
    expect(figures.csat).toMatchObject({ satisfiedFrom: 1, min: 0, max: 1 });
    expect(figures.csat?.value).toBeCloseTo(goldNumber(ORACLE, 'airline', 'satisfied'), 12);
  });

  test('reads the telecom’s NPS, times and journey, and leaves its comments out of every figure', async () => {
    const { engine, outcome, figures } = await readFixtures([
      'data/nps_verbatim_en.csv',
      'data/nps_verbatim_en.map.json',
    ]);
    expect(figures.nps?.n).toBe(goldNumber(ORACLE, 'nps_verbatim_en', 'nps', 'n'));
    expect(figures.nps?.value).toBeCloseTo(goldNumber(ORACLE, 'nps_verbatim_en', 'nps', 'value'), 12);
    expect(new Date(figures.oldest ?? NaN).toISOString()).toMatch(/^201[78]-/);
    expect(outcome.comments).toEqual(['comment']);
    for (const [stage, records] of Object.entries(goldRecord(ORACLE, 'nps_verbatim_en', 'stages'))) {
      const filtered = engine.figures({}, { fields: new Map([['touchpoint', [stage]]]) });
      expect(filtered).toMatchObject({ ok: true, value: { records } });
    }
  });

  test('never takes a recommendation on 1–10 for NPS unless its owner says so', async () => {
    const { engine, figures } = await readFixtures(['gold/mobi.csv', 'data/mobi.map.json']);
    expect(figures.nps).toMatchObject({ scale: '1–10', n: goldNumber(ORACLE, 'mobi', 'nps', 'n') });
    expect(figures.nps?.value).toBeCloseTo(goldNumber(ORACLE, 'mobi', 'nps', 'value'), 12);
    const unsaid = engine.figures({ nps: { oneToTen: false } });
    expect(unsaid).toMatchObject({ ok: true });
    expect(unsaid.ok && unsaid.value.nps).toBeUndefined();
  });

  test('draws a table of means without intervals', async () => {
    const { figures } = await readFixtures([
      'data/martilla_james_1977.csv',
      'data/martilla_james_1977.map.json',
    ]);
    expect(figures).toMatchObject({ survey: 'martilla_james_1977', records: 0 });
    expect(figures.matrix?.points).toHaveLength(14);
    expect(figures.matrix?.points[0]).toMatchObject({ attribute: 'Low prices on service', settled: false });
  });
});
