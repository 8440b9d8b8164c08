import { describe, expect, test } from 'vitest';
import { figures, type Figures } from '../../../shared/metrics/figures.ts';
import type { FiguresOptions } from '../../../shared/metrics/figures-options.ts';
import { figuresJson } from '../../../shared/metrics/figures-json.ts';
import { merge } from '../../../shared/summary/merge.ts';
import type { PoolOptions } from '../../../shared/summary/pool.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { madeUpColumns, madeUpRows, madeUpSummary, MADE_UP_SCALES } from './made-up.ts';
import type { Row } from './survey-of.ts';

const ROWS = madeUpRows();

function figuresOf(summary: Summary, options: FiguresOptions = {}): Figures {
  const result = figures(summary, options);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value;
}

const of = (rows: readonly Row[], weighted = false) => madeUpSummary(madeUpColumns(rows), weighted);

/** Turns the answers to some columns end for end. */
function turned(rows: readonly Row[], keys: readonly string[]): Row[] {
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(
      MADE_UP_SCALES.filter(({ key }) => keys.includes(key) && row[key] !== '').map(({ key, min, max }) => [
        key,
        String(min + max - Number(row[key])),
      ]),
    ),
  }));
}

describe('figures(summary)', () => {
  test.each([false, true])('is the same for answers split and merged, weighted: %s', (weighted) => {
    const parts = [0, 1, 2].map((part) =>
      of(
        ROWS.filter((_, k) => k % 3 === part),
        weighted,
      ),
    );
    const all = parts.reduce((a, b) => {
      const sum = merge(a, b);
      if (!sum.ok) throw new Error(sum.issues[0]?.message);
      return sum.value;
    });
    expect(figuresJson(figuresOf(all))).toBe(figuresJson(figuresOf(of(ROWS, weighted))));
  });

  test('keeps every value and doubles every n where each record stands twice', () => {
    const [once, twice] = [
      of(ROWS),
      of([...ROWS, ...ROWS.map((row) => ({ ...row, id: `${row.id} again` }))]),
    ];
    const [a, b] = [figuresOf(once), figuresOf(twice)];
    for (const name of ['nps', 'csat', 'ces', 'csi'] as const) {
      expect(b[name]?.value).toBeCloseTo(a[name]?.value ?? NaN, 10);
      expect(b[name]?.n).toBe(2 * (a[name]?.n ?? NaN));
    }
    expect(b.serviceQuality?.unweighted?.value).toBeCloseTo(a.serviceQuality?.unweighted?.value ?? NaN, 10);
    expect(b.matrix?.points.map(({ attribute, quadrant }) => [attribute, quadrant]).sort()).toEqual(
      a.matrix?.points.map(({ attribute, quadrant }) => [attribute, quadrant]).sort(),
    );
  });

  test('is the same for a weight of one as without, but for the interval', () => {
    const ones = ROWS.map((row) => ({ ...row, weight: '1' }));
    const [a, b] = [figuresOf(of(ones)), figuresOf(of(ones, true))];
    expect(b.nps?.value).toBeCloseTo(a.nps?.value ?? NaN, 10);
    expect(b.nps?.effectiveN).toBeCloseTo(a.nps?.n ?? NaN, 8);
    expect(b.csat?.interval?.low).toBeCloseTo(a.csat?.interval?.low ?? NaN, 10);
    expect(b.matrix?.points.map(({ certainty }) => certainty?.toFixed(8))).toEqual(
      a.matrix?.points.map(({ certainty }) => certainty?.toFixed(8)),
    );
  });

  test('does not hang on the unit of the weights', () => {
    const thrice = ROWS.map((row) => ({
      ...row,
      weight: row.weight === '' ? '' : String(3 * Number(row.weight)),
    }));
    const [a, b] = [figuresOf(of(ROWS, true)), figuresOf(of(thrice, true))];
    expect(b.nps?.value).toBeCloseTo(a.nps?.value ?? NaN, 9);
    expect(b.nps?.interval?.low).toBeCloseTo(a.nps?.interval?.low ?? NaN, 9);
    expect(b.derivedImportance?.relative.rSquared).toBeCloseTo(
      a.derivedImportance?.relative.rSquared ?? NaN,
      9,
    );
  });

  test('turns a correlation with its scale, and leaves it where both scales turn', () => {
    const [a, one, both] = [ROWS, turned(ROWS, ['s1']), turned(ROWS, ['s1', 'csat'])].map((rows) =>
      figuresOf(of(rows)).derivedImportance?.correlations.find(({ key }) => key === 's1'),
    );
    expect(one?.value).toBeCloseTo(-(a?.value ?? NaN), 10);
    expect(one?.interval?.low).toBeCloseTo(-(a?.interval?.high ?? NaN), 10);
    expect(both?.value).toBeCloseTo(a?.value ?? NaN, 10);
  });

  test('turns gaps and delivered value with their scales', () => {
    const gaps = ['e1', 'e2', 'e3', 'e4', 'q1', 'q2', 'q3', 'q4'];
    const values = ['v1', 'v2', 'v3', 'v4', 'c1', 'c2', 'c3', 'c4'];
    const [a, b] = [figuresOf(of(ROWS)), figuresOf(of(turned(ROWS, [...gaps, ...values])))];
    expect(b.serviceQuality?.unweighted?.value).toBeCloseTo(
      -(a.serviceQuality?.unweighted?.value ?? NaN),
      10,
    );
    expect(b.deliveredValue?.difference.value).toBeCloseTo(-(a.deliveredValue?.difference.value ?? NaN), 10);
  });

  test.each([0, 1, 2, 3])('has no figure that is no number, of %s records', (n) => {
    for (const weighted of [false, true]) {
      const few = figuresOf(of(ROWS.filter(({ audience }) => audience === '').slice(0, n), weighted));
      expect(figuresJson(few)).not.toMatch(/NaN|Infinity|null/);
      if (n < 2) expect(few).not.toHaveProperty('csat');
    }
  });

  test.each([false, true])(
    'has no figure that is no number, of constant answers, weighted: %s',
    (weighted) => {
      const [first] = ROWS.filter(
        (row) =>
          row.audience === '' && row.weight !== '' && MADE_UP_SCALES.every(({ key }) => row[key] !== ''),
      );
      const same = Array.from({ length: 60 }, (_, k) => ({
        ...first,
        id: `r${k}`,
        weight: String(1 + (k % 7) / 10),
      }));
      const all = figuresOf(of(same, weighted));
      expect(figuresJson(all)).not.toMatch(/NaN|Infinity|null/);
      expect(all.derivedImportance?.correlations).toEqual([]);
      expect(all.derivedImportance?.relative.refused).toBe('constant-answers');
      expect(all.derivedImportance?.regression.refused).toBe('constant-answers');
      expect(all.serviceQuality?.unweighted?.se).toBe(0);
      expect(all.deliveredValue?.ratio?.interval?.low).toBeCloseTo(
        all.deliveredValue?.ratio?.value ?? NaN,
        9,
      );
    },
  );

  test('gives only the groups that are wanted', () => {
    const result = figures(of(ROWS), {}, ['first']);
    const first = result.ok ? result.value : undefined;
    expect(first?.nps?.n).toBeGreaterThan(0);
    expect(first?.matrix?.points.length).toBe(5);
    expect(first?.matrix?.points[0]).not.toHaveProperty('certainty');
    for (const name of ['derivedImportance', 'segments', 'surveyHealth', 'plan'])
      expect(first).not.toHaveProperty(name);
    const none = figures(of(ROWS), {}, []);
    expect(none).toMatchObject({ ok: true, value: { satisfaction: [], asked: [], records: first?.records } });
  });

  test('is told of a segment, or of months, by a summary that counts them apart', () => {
    const columns = madeUpColumns(ROWS);
    const deep = madeUpSummary(columns, false, { deep: true });
    const gold = figuresOf(of(ROWS.filter(({ tier }) => tier === 'gold')));
    const segment = figuresOf(deep, { segment: { field: 'tier', value: 'gold' } });
    expect(segment.records).toBe(gold.records);
    expect(figuresJson(segment.csi ?? {})).toBe(figuresJson(gold.csi ?? {}));
    expect(figuresJson(segment.matrix ?? {})).toBe(figuresJson(gold.matrix ?? {}));
    const early = figuresOf(of(ROWS.filter(({ day }) => day < '2024-03')));
    const months = figuresOf(deep, { periods: ['2024-01', '2024-02'] });
    expect(figuresJson(months.derivedImportance ?? {}).replace(/"(low|high)":[^,}]*/g, '')).toBe(
      figuresJson(early.derivedImportance ?? {}).replace(/"(low|high)":[^,}]*/g, ''),
    );
    expect(figuresOf(deep, { periods: [] }).records).toBe(0);
    expect(figuresOf(deep, { segment: { field: 'tier', value: 'nobody' } }).records).toBe(0);
  });

  test('is told of the whole months in a stretch of time, with their trend, as the answers tell it', () => {
    const deep = madeUpSummary(madeUpColumns(ROWS), false, { deep: true });
    const [february, march] = [Date.UTC(2024, 1), Date.UTC(2024, 2)];
    for (const [stretch, kept] of [
      [{ from: february, before: march }, ({ day }) => day.startsWith('2024-02')],
      [{ from: february }, ({ day }) => day >= '2024-02'],
      [{ before: march }, ({ day }) => day < '2024-03'],
    ] as const satisfies [PoolOptions, (row: (typeof ROWS)[number]) => boolean][]) {
      const [counted, answered] = [figuresOf(deep, stretch), figuresOf(of(ROWS.filter(kept)))];
      expect(counted.records).toBe(answered.records);
      expect(counted.trend?.series.length).toBeGreaterThan(2);
      for (const part of ['nps', 'csi', 'matrix', 'trend'] as const)
        expect(figuresJson(counted[part] ?? {})).toBe(figuresJson(answered[part] ?? {}));
    }
    expect(figuresOf(deep, { from: Date.UTC(2025, 0) }).records).toBe(0);
  });

  test('is told by a summary how NPS and CSAT went in a segment, and of no other measure', () => {
    const deep = madeUpSummary(madeUpColumns(ROWS), false, { deep: true });
    const { trend } = figuresOf(deep, { segment: { field: 'tier', value: 'gold' } });
    const gold = figuresOf(of(ROWS.filter(({ tier }) => tier === 'gold'))).trend;
    const points = (of: typeof trend, measure: string) =>
      of?.series.find((one) => one.measure === measure)?.points;
    for (const measure of ['nps', 'csat', 'csat.mean'])
      expect(points(trend, measure)).toEqual(points(gold, measure));
    expect([points(trend, 'ces'), points(trend, 's1')]).toEqual([undefined, undefined]);
  });

  test('says when a part of the records needs the answers', () => {
    const segment = { field: 'tier', value: 'gold' };
    const needs = { ok: false, issues: [{ path: 'tier', code: 'needs-answers' }] };
    expect(figures(of(ROWS), { segment })).toMatchObject(needs);
    const deep = madeUpSummary(madeUpColumns(ROWS), false, { deep: true });
    expect(figures(deep, { segment, periods: ['2024-01'] })).toMatchObject(needs);
    expect(figures(of(ROWS), { periods: ['2024-01'] })).toMatchObject({ issues: [{ path: 'periods' }] });
    const months = { issues: [{ path: 'months', code: 'needs-answers' }] };
    expect(figures(of(ROWS), { from: Date.UTC(2024, 2) })).toMatchObject(months);
    expect(figures(deep, { from: Date.UTC(2024, 2, 9) })).toMatchObject(months);
    expect(figures(deep, { before: Date.UTC(2024, 2, 9) })).toMatchObject(months);
  });
});
