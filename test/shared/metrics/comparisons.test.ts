import { describe, expect, test } from 'vitest';
import { figures, type Figures } from '../../../shared/metrics/figures.ts';
import type { FiguresOptions, Target } from '../../../shared/metrics/figures-options.ts';
import { only } from '../../../shared/metrics/against-rest.ts';
import { failings } from '../../../shared/metrics/failings.ts';
import { marginOf, measuresOf } from '../../../shared/metrics/measure.ts';
import { isoWeek, periodsOf } from '../../../shared/metrics/periods.ts';
import { figureToBeat, plan, planVerdict } from '../../../shared/metrics/plan.ts';
import { NPS_SD_MAX, sampleSize, SHARE_SD_MAX } from '../../../shared/metrics/sample-size.ts';
import { targetFigures } from '../../../shared/metrics/targets.ts';
import { pool, type Pool } from '../../../shared/summary/pool.ts';
import type { Day, ScaleRole, Summary } from '../../../shared/summary/summary.ts';
import { counted, slice } from './counted.ts';
import { madeUpColumns, madeUpRows, madeUpSummary } from './made-up.ts';
import { scale, type Row } from './survey-of.ts';

const ROWS = madeUpRows().filter(({ audience }) => audience === '');
const CSAT = scale('csat', 'csat', 1, 5);
const NPS = scale('nps', 'nps', 0, 10);

function of(rows: readonly Row[], options: FiguresOptions = {}, without: readonly ScaleRole[] = []): Figures {
  return value(madeUpSummary(madeUpColumns(rows, without)), options);
}

function value(summary: Summary, options: FiguresOptions = {}): Figures {
  const result = figures(summary, options);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value;
}

function pooled(summary: Summary): Pool {
  const result = pool(summary);
  if (!result.ok || !result.value) throw new Error('expected a pool');
  return result.value;
}

describe('segments(slice, options)', () => {
  test('judges nothing of fewer than thirty answers, and says nothing of fewer than two', () => {
    const rows = ROWS.slice(0, 70).map((row, k) => ({
      ...row,
      csat: '4',
      tier: ['big', 'small', 'one'][k === 0 ? 2 : k < 12 ? 1 : 0],
    }));
    const csat = of(rows).segments?.find(({ measure }) => measure === 'csat.mean');
    const [big, one, small] = csat?.fields.find(({ field }) => field === 'tier')?.segments ?? [];
    expect(big).toMatchObject({ value: 'big', records: 58 });
    expect(small.difference).toMatchObject({ differs: false });
    expect(small.difference).not.toHaveProperty('holm');
    expect(one).toEqual({ value: 'one', records: 1, rest: expect.objectContaining({ n: 69 }) as unknown });
  });

  test('says at most how far apart groups are that lie within the margin', () => {
    const rows = [...ROWS, ...ROWS].map((row, k) => ({
      ...row,
      id: `r${k}`,
      tier: k < ROWS.length ? 'a' : 'b',
    }));
    const csat = of(rows, { margins: { share: 0.2 } }).segments?.find(({ measure }) => measure === 'csat');
    const [a, b] = csat?.fields.find(({ field }) => field === 'tier')?.segments ?? [];
    expect(csat?.family).toBe(1 + 4);
    expect(a.difference).toMatchObject({ value: 0, differs: false, holm: 1 });
    expect(a.difference?.atMost).toBeLessThan(0.1);
    expect(b.difference?.interval).toEqual({ ...a.difference?.interval });
    const narrow = of(rows, { margins: { share: 0.01 } }).segments?.find(({ measure }) => measure === 'csat');
    expect(narrow?.fields.find(({ field }) => field === 'tier')?.segments[0].difference).not.toHaveProperty(
      'atMost',
    );
  });

  test('turns the one comparison of two values about for the second', () => {
    const rows = ROWS.map((row) => ({ ...row, tier: row.tier === 'gold' ? 'gold' : 'other' }));
    const [gold, other] =
      of(rows)
        .segments?.find(({ measure }) => measure === 'nps')
        ?.fields.find(({ field }) => field === 'tier')?.segments ?? [];
    expect(other.difference?.value).toBe(-(gold.difference?.value ?? NaN));
    expect(other.difference?.interval.low).toBe(-(gold.difference?.interval.high ?? NaN));
    expect(other.difference?.holm).toBe(gold.difference?.holm);
    expect(other.rest).toEqual(gold.figure);
  });

  test('is empty without context fields', () => {
    expect(value(counted([CSAT], [[1], [2]]))).not.toHaveProperty('segments');
  });
});

describe('only(slice, part, measure)', () => {
  test('has no answers to a column that the part was not shown', () => {
    const [measure] = measuresOf(slice([NPS], [[9]]), {});
    expect(only({ columns: [NPS, CSAT] }, { records: 3, histograms: {} }, measure)).toEqual({
      ...{ columns: [NPS], all: { records: 3, histograms: {} } },
    });
  });
});

describe('marginOf(measure, margins)', () => {
  test('is 5 points, 5 %, a tenth of the range, or as the reader says', () => {
    const measures = measuresOf(slice([NPS, CSAT], [[9, 5]]), {});
    expect(measures.map((measure) => [measure.id, marginOf(measure)])).toEqual([
      ['nps', 5],
      ['csat', 0.05],
      ['csat.mean', 0.4],
    ]);
    const margins = { nps: 3, share: 0.1, mean: 0.5 };
    expect(measures.map((measure) => marginOf(measure, margins))).toEqual([3, 0.1, 2]);
  });
});

describe('journey(slice, options)', () => {
  test('goes in the order of the owner, else of first appearance, else of names', () => {
    const order = ['service', 'delivery', 'order'];
    expect(of(ROWS, { journey: { order } }).journey).toMatchObject({
      orderedBy: 'owner',
      touchpoints: [...order, 'search'],
    });
    expect(
      of(ROWS.map((row) => ({ ...row, day: row.touchpoint === 'order' ? '2024-05-01' : '2024-04-01' })))
        .journey,
    ).toMatchObject({
      orderedBy: 'first-appearance',
      touchpoints: ['delivery', 'search', 'service', 'order'],
    });
    expect(of(ROWS.map((row) => ({ ...row, day: '' }))).journey).toMatchObject({ orderedBy: 'name' });
  });

  test('is another field where the owner says so, and absent without one', () => {
    expect(of(ROWS, { journey: { field: 'tier' } }).journey?.touchpoints).toEqual(
      expect.arrayContaining(['bronze', 'gold', 'silver']),
    );
    expect(of(ROWS, { journey: { field: 'nobody' } })).not.toHaveProperty('journey');
    expect(of(ROWS.slice(0, 40), {}, ['nps', 'csat']).journey?.measures).toEqual([]);
  });

  test('finds no moment of truth where nothing stands out, nor with one touchpoint', () => {
    const stops = ['a', 'b', 'c', 'd'];
    const even = ROWS.map((row, k) => ({ ...row, touchpoint: stops[k % 4] }));
    for (const measure of of(even).journey?.measures ?? [])
      expect(measure).not.toHaveProperty('momentOfTruth');
    const [nps] = of(ROWS.map((row) => ({ ...row, touchpoint: 'only' }))).journey?.measures ?? [];
    expect(nps.stops).toHaveLength(1);
    expect(nps.stops[0]).not.toHaveProperty('drag');
  });

  test('takes the largest drag of several for the moment of truth', () => {
    const rows = ROWS.map((row, k): Row => ({
      ...row,
      touchpoint: ['good', 'bad', 'worse', 'good'][k % 4],
      nps: ['10', '4', '0', '10'][k % 4],
    }));
    const [nps] = of(rows).journey?.measures ?? [];
    expect(nps.momentOfTruth).toBe('bad');
    const even = rows.map((row) => ({
      ...row,
      nps: row.touchpoint === 'worse' && Number(row.id.slice(1)) % 3 > 0 ? '10' : row.nps,
    }));
    expect(of(even).journey?.measures[0].momentOfTruth).toBe('bad');
  });

  test('leaves out a measure that nobody answered', () => {
    const none = ROWS.map((row) => ({ ...row, nps: '' }));
    expect(of(none).journey?.measures.map(({ measure }) => measure)).toEqual(['csat']);
  });
});

describe('periodsOf(slice, by)', () => {
  const days = (...of: string[]): Day[] => of.map((day) => ({ day, records: 1, histograms: {} }));

  test('cuts half a year into weeks, more into months, or as the reader says', () => {
    const half = days('2024-01-01', '2024-07-02');
    expect(periodsOf({ days: half, periods: [] }).kind).toBe('week');
    expect(periodsOf({ days: days('2024-01-01', '2024-07-03'), periods: [] }).kind).toBe('month');
    expect(periodsOf({ days: half, periods: [] }, 'month').periods.map(({ label }) => label)).toEqual([
      '2024-01',
      '2024-07',
    ]);
    expect(periodsOf({ days: [], periods: [] })).toEqual({ kind: 'week', periods: [] });
  });

  test('says that the last is finished when the data end with it', () => {
    const last = (day: string, by: 'week' | 'month') =>
      periodsOf({ days: days(day), periods: [] }, by).periods[0].finished;
    expect(last('2024-06-29', 'week')).toBe(false);
    expect(last('2024-06-30', 'week')).toBe(true);
    expect(last('2024-06-29', 'month')).toBe(false);
    expect(last('2024-06-30', 'month')).toBe(true);
  });

  test.each([
    // ISO 8601, and Python's date.isocalendar()
    ['2017-05-01', '2017-W18'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2018-12-31', '2019-W01'],
    ['1969-12-31', '1970-W01'],
  ])('isoWeek(%s) is %s', (day, week) => {
    expect(isoWeek(day)).toBe(week);
  });
});

describe('trend(slice, options)', () => {
  test('keeps the periods that a source names itself, in its own order', () => {
    const waves = ['spring', 'autumn'];
    const summary = counted(
      [CSAT, scale('satisfaction', 's', 1, 5, 's')],
      ROWS.map((row, k) => [k % 2 === 0 ? 5 : 2 + (k % 3), Number(row.level || 1) % 5 || 5]),
      (k) => ({ period: { label: waves[k % 2], order: k % 2 } }),
    );
    const { trend } = value(summary);
    expect(trend?.by).toBe('own');
    const csat = trend?.series.find(({ measure }) => measure === 'csat');
    expect(csat?.points.map(({ label }) => label)).toEqual(waves);
    expect(csat?.verdict).toMatchObject({ from: 'spring', to: 'autumn', difference: { differs: true } });
    expect(csat?.verdict?.difference).not.toHaveProperty('holm');
    const attribute = trend?.series.find(({ measure }) => measure === 's');
    expect(attribute).toMatchObject({ attribute: true, changes: [] });
    expect(attribute?.verdict?.difference.holm).toBeDefined();
  });

  test('passes over a period without a figure, and is absent with a single one', () => {
    const rows = ROWS.map((row) => ({ ...row, nps: row.day.startsWith('2024-02') ? '' : row.nps }));
    const nps = of(rows, { trend: { by: 'month' } }).trend?.series.find(({ measure }) => measure === 'nps');
    expect(nps?.points[1]).toEqual({ label: '2024-02', finished: true });
    expect(
      [...(nps?.changes ?? []), nps?.verdict].map((change) => change && [change.from, change.to]),
    ).toContainEqual(['2024-01', '2024-03']);
    expect(of(ROWS.map((row) => ({ ...row, day: '2024-01-01' })))).not.toHaveProperty('trend');
  });
});

describe('targetFigures(slice, options)', () => {
  const score = slice(
    [NPS, CSAT],
    Array.from({ length: 400 }, (_, k) => [k % 2 === 0 ? 9 : 7, 1 + (k % 5)]),
  );
  const verdict = (target: Partial<Target>) =>
    targetFigures(score, { targets: [{ measure: 'nps', value: 50, kind: 'target', ...target }] })[0].verdict;

  test('is met from the lower limit on, not met from the upper, and cannot say between', () => {
    const [{ figure }] = targetFigures(score, { targets: [{ measure: 'nps', value: 0, kind: 'target' }] });
    const { low, high } = figure?.interval ?? { low: NaN, high: NaN };
    expect(verdict({ value: low })).toBe('met');
    expect(verdict({ value: low + 1e-9 })).toBe('cannot-say');
    expect(verdict({ value: high })).toBe('cannot-say');
    expect(verdict({ value: high + 1e-9 })).toBe('not-met');
    expect(targetFigures(score, {})).toEqual([]);
  });

  test('cannot say of a measure that was not asked', () => {
    expect(verdict({ measure: 'ces' })).toBe('cannot-say');
    expect(verdict({ measure: '__proto__' })).toBe('cannot-say');
  });

  test.each([
    ['nps', 44],
    ['csat', 0.3],
    ['csat.mean', 2.8],
  ])('takes the sampling error of a benchmark for %s into account', (measure, against) => {
    const benchmark = { measure, value: against, kind: 'benchmark' } as const;
    expect(verdict(benchmark)).toBe('met');
    expect(verdict({ ...benchmark, n: 1e9 })).toBe('met');
    expect(verdict({ ...benchmark, n: 20 })).toBe('cannot-say');
  });
});

describe('plan(matrix)', () => {
  const attribute = { attribute: 'a', satisfaction: { value: 3.8, se: 0.05, n: 200, max: 5 } };
  const point = { ...attribute, quadrant: 'improve-first', settled: true };
  const rows = (...points: object[]) => plan({ points } as unknown as Parameters<typeof plan>[0]); // what a plan reads

  test('has a row for each settled point to improve first, with the figure to beat', () => {
    const [row, ...rest] = rows(point, { ...point, settled: false }, { ...point, quadrant: 'advantage' });
    // scipy: 3.8 + (norm.ppf(.975) + norm.ppf(.8)) * 2**.5 * .05
    expect(row.beat).toBeCloseTo(3.998101990579967, 12);
    expect(row).toMatchObject({ attribute: 'a', now: 3.8, n: 200, tooSmall: false });
    expect(rest).toEqual([]);
  });

  test('says where n is too small for any rise to show', () => {
    const [row] = rows({ ...point, label: 'A', satisfaction: { ...attribute.satisfaction, se: 0.5 } });
    expect(row).toEqual({ attribute: 'a', label: 'A', now: 3.8, n: 200, tooSmall: true });
    expect(figureToBeat({ value: 5, se: 0, max: 5 })).toBe(5);
  });

  test.each([
    [4.2, 0.05, 0.1, 'improved'],
    [3.4, 0.05, 0.1, 'worse'],
    [3.8, 0.05, 0.3, 'not'],
    [3.8, 0.05, 0.1, 'cannot-say'],
  ])('planVerdict: a mean of %s with error %s, planned gain %s, is %s', (after, se, gain, expected) => {
    const before = { value: 3.8, se: 0.05, n: 200 };
    expect(planVerdict(before, { value: after, se, n: 200 }, gain).verdict).toBe(expected);
  });
});

describe('sampleSize(margin, sd)', () => {
  test('is what the formulas of the field give', () => {
    // ceil(1.96² · .25 / .05²), ceil(1.96² / .05²), ceil((1.96 · 1.2 / .1)²)
    expect(sampleSize(0.05, SHARE_SD_MAX)).toBe(385);
    expect(sampleSize(5, NPS_SD_MAX)).toBe(1537);
    expect(sampleSize(0.1, 1.2)).toBe(554);
    expect(sampleSize(1.959963984540054, 10)).toBe(100);
  });
});

describe('surveyHealth(pool, summary, options)', () => {
  test('finds one rating throughout, haste, small groups and different chances', () => {
    const scales = [CSAT, ...'abcdef'.split('').map((name) => scale('satisfaction', name, 1, 5, name))];
    const answers = [
      [5, 5, 5, 5, 5, 5],
      [1, 1, 1, 1, 1, 1],
      [3, 3, 3, 3, 3, 3],
      [3, 4, 3, 3, 3, 3],
      [2, 2, 2, 2, 2, undefined],
    ];
    const summary = counted(
      scales,
      answers.map((row) => [4, ...row]),
      (k) => ({
        status: 'completed',
        durationMs: [6999, 7000, 60_000, 1, 5999][k],
        sample: k < 2 ? 0.25 : undefined,
        id: `r${k}`,
      }),
    );
    const { surveyHealth } = value(summary);
    expect(surveyHealth?.straightLining).toMatchObject({ value: 3 / 4, n: 4, allTop: 1, allBottom: 1 });
    expect(surveyHealth?.speeders).toMatchObject({ value: 3 / 5, n: 5 });
    expect(surveyHealth?.ratings).toEqual([0, 0, 0, 0, 0, 1, 4]);
    expect(surveyHealth?.samples).toEqual([{ records: 3 }, { sample: 0.25, records: 2 }]);
    expect(surveyHealth).toMatchObject({ samplesDiffer: true, duplicatesChecked: true });
    expect(surveyHealth).not.toHaveProperty('weights');
    expect(surveyHealth?.columns[0]).toEqual({
      ...{ key: 'a', answered: 5, skipped: 0, notApplicable: 0, notShown: 0, rejected: 0 },
    });
  });

  test('weighs by one over the chance of being asked, when told to', () => {
    const columns = {
      ...madeUpColumns(ROWS),
      sample: Float64Array.from(ROWS, (_, k) => (k % 2 === 0 ? 0.25 : 1)),
    };
    const { surveyHealth, nps } = value(madeUpSummary(columns, false, { rules: { weigh: 'sample' } }));
    expect(surveyHealth?.weights?.npsUnweighted?.n).toBe(nps?.n);
    // Kish: half weigh 4 and half 1, (5/2)² / (17/2)
    expect(surveyHealth?.weights?.effectiveN).toBeCloseTo((ROWS.length * 6.25) / 8.5, 6);
    expect(surveyHealth?.weights?.weightless).toBe(0);
  });

  test('counts records by segment, absent ones and small groups too', () => {
    const { surveyHealth } = of(ROWS.map((row, k) => ({ ...row, touchpoint: k < 5 ? 'rare' : `stop ${k}` })));
    const [tier, touchpoint] = surveyHealth?.fields ?? [];
    expect(tier.absent).toBe(ROWS.filter((row) => row.tier === '').length);
    expect(tier).toMatchObject({ tooMany: false, small: 0 });
    expect(touchpoint).toEqual({ field: 'touchpoint', tooMany: true, absent: 0, values: [], small: 0 });
    const few = of(ROWS.slice(0, 40)).surveyHealth?.fields[0];
    expect(few?.small).toBe(3);
    expect(few?.values.reduce((sum, { records }) => sum + records, few.absent)).toBe(40);
  });

  test('has no weights to speak of where nobody has one', () => {
    const columns = { ...madeUpColumns(ROWS), weight: new Float64Array(ROWS.length) };
    const { surveyHealth } = value(madeUpSummary(columns, true));
    expect(surveyHealth?.weights).toEqual({ effectiveN: 0, weightless: ROWS.length });
  });
});

describe('failings(pool, options)', () => {
  const verdicts = (all: ReturnType<typeof failings>) =>
    Object.fromEntries(all.map(({ failing, verdict }) => [failing, verdict]));

  test('ticks what the data show whole, and no more', () => {
    expect(verdicts(failings(pooled(madeUpSummary(madeUpColumns(ROWS))), {}))).toEqual({
      ...{
        1: 'fine',
        2: 'fine',
        3: 'fine',
        4: 'look',
        5: 'look',
        6: 'not-visible',
        7: 'fine',
        8: 'fine',
        9: 'fine',
      },
      10: 'not-visible',
    });
  });

  test('takes many attributes for fine enough where there is no outcome to explain', () => {
    const columns = madeUpColumns(ROWS, ['csat', 'nps', 'ces']);
    expect(verdicts(failings(pooled(madeUpSummary(columns)), {}))[4]).toBe('fine');
  });

  test('points at what is missing', () => {
    const bare = pooled(
      counted(
        [CSAT],
        Array.from({ length: 4000 }, (_, k) => [1 + (k % 5)]),
      ),
    );
    expect(verdicts(failings(bare, {}))).toEqual({
      ...{
        1: 'look',
        2: 'fine',
        3: 'look',
        4: 'look',
        5: 'not-visible',
        6: 'not-visible',
        7: 'fine',
        8: 'look',
        9: 'look',
      },
      10: 'look',
    });
    const wordless = pooled(counted([CSAT], [[undefined], [99], [99]]));
    expect(verdicts(failings(wordless, {}))[7]).toBe('look');
  });
});
