import { describe, expect, test } from 'vitest';
import { correlationFigures } from '../../../shared/metrics/derived-importance.ts';
import type { FiguresOptions } from '../../../shared/metrics/figures-options.ts';
import { figures, type Figures } from '../../../shared/metrics/figures.ts';
import { pickShares } from '../../../shared/metrics/pick-shares.ts';
import { pool } from '../../../shared/summary/pool.ts';
import { expectClose, gold, oracleFile } from './gold.ts';
import { madeUpColumns, madeUpRows, madeUpSummary } from './made-up.ts';

// test/fixtures/oracle/measures.py: numpy and scipy, straight from the rows
const ORACLE = oracleFile('measures.json');

interface Expected {
  readonly value: number;
  readonly n?: number;
  readonly effectiveN?: number;
  readonly se?: number;
  readonly low?: number;
  readonly high?: number;
  readonly p?: number;
  readonly holm?: number;
}

interface Actual {
  readonly value: number;
  readonly n?: number;
  readonly effectiveN?: number;
  readonly se?: number;
  readonly interval?: { readonly low: number; readonly high: number };
  readonly p?: number;
  readonly holm?: number;
}

/** Every part that the oracle has. */
function expectFigure(actual: Actual | undefined, expected: unknown): void {
  const { value, n, effectiveN, se, low, high, p, holm } = expected as Expected; // the fixture has figures there
  expectClose(actual?.value, value);
  if (n !== undefined) expect(actual?.n).toBe(n);
  if (effectiveN !== undefined) expectClose(actual?.effectiveN, effectiveN);
  if (se !== undefined) expectClose(actual?.se, se);
  if (low !== undefined) expectClose(actual?.interval?.low, low);
  if (high !== undefined) expectClose(actual?.interval?.high, high);
  if (p !== undefined) expectClose(actual?.p, p, 1e-8);
  if (holm !== undefined) expectClose(actual?.holm, holm, 1e-8);
}

const columns = madeUpColumns(madeUpRows());

function figuresOf(weighted: boolean, options: FiguresOptions = {}): Figures {
  const result = figures(madeUpSummary(columns, weighted), options);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value;
}

describe.each([
  ['unweighted', false],
  ['weighted', true],
] as const)('figures(a made-up survey), %s', (kind, weighted) => {
  const all = figuresOf(weighted);
  const oracle = (...path: string[]) => gold(ORACLE, kind, ...path);
  const entries = (...path: string[]) => Object.entries(oracle(...path) as Record<string, unknown>); // objects there

  test('gives NPS, CSAT, CES and a mean, with n and interval', () => {
    expect(all.records).toBe(oracle('records'));
    expectFigure(all.nps, oracle('measures', 'nps'));
    expectFigure(all.csat, oracle('measures', 'csat'));
    expectFigure(all.csat?.mean, oracle('measures', 'csat.mean'));
    expectFigure(all.ces, oracle('measures', 'ces'));
    expect(all.ces?.from).toBe(5);
  });

  test('gives satisfactions, picks and correlations', () => {
    const pooled = pool(madeUpSummary(columns, weighted));
    const slice = pooled.ok ? pooled.value : undefined;
    for (const [key, expected] of entries('satisfaction'))
      expectFigure(
        all.satisfaction.find((score) => score.key === key),
        expected,
      );
    for (const [key, expected] of entries('picks'))
      expectFigure(
        (slice ? pickShares(slice) : []).find((score) => score.key === key),
        expected,
      );
    const csat = slice?.columns.find((column) => column.key === 'csat');
    for (const [key, expected] of entries('correlation'))
      expectFigure(
        (slice && csat ? correlationFigures(slice, csat) : []).find((r) => r.key === key),
        expected,
      );
  });

  test('gives the regression, its VIF and its jackknife intervals', () => {
    const regression = all.derivedImportance?.regression;
    expect(regression?.n).toBe(oracle('regression', 'n'));
    expectClose(regression?.rSquared, Number(oracle('regression', 'rSquared')));
    for (const [key, slope] of entries('regression', 'slopes')) {
      const figure = regression?.slopes.find((candidate) => candidate.key === key);
      const [low, high] = ['low', 'high'].map((limit) => oracle('regression', limit, key));
      expectFigure(figure, { value: slope, low, high });
      expectClose(figure?.vif, Number(oracle('regression', 'vif', key)));
    }
  });

  test('gives satisfaction and loyalty: correlation, classes, retention, service levels', () => {
    expectFigure(all.satisfactionLoyalty?.correlation, oracle('satisfactionLoyalty'));
    for (const loyaltyClass of ['loyal', 'ordinary', 'drifting'] as const)
      expectFigure(all.loyaltyClasses?.[loyaltyClass], oracle('loyalty', loyaltyClass));
    expectFigure(all.retention?.low, oracle('retention', 'low'));
    expectFigure(all.serviceLevel, oracle('level'));
    const { levels = [] } = all.serviceLevel ?? {};
    expect(levels).toHaveLength(6);
    for (const one of levels) {
      expectFigure(one, oracle('levels', String(one.level)));
      expect(one.interval.method).toBe(weighted ? 'linearised-wilson' : 'wilson');
    }
  });

  test('gives delivered value, as difference and as ratio', () => {
    expectFigure(all.deliveredValue?.difference, oracle('value', 'difference'));
    expectFigure(all.deliveredValue?.ratio, oracle('value', 'ratio'));
  });

  test('gives index factors, with equal weights and with others', () => {
    expectFigure(all.index?.[0], oracle('index', 'equal'));
    const index = [{ factor: 'x', items: ['x1', 'x2', 'x3'], weights: [3, 2, 1] }];
    expectFigure(figuresOf(weighted, { rules: { index } }).index?.[0], oracle('index', 'given'));
  });

  test('gives paired gaps, and service quality with equal and entered weights', () => {
    for (const [key, expected] of entries('gaps'))
      expectFigure(
        all.gaps?.find(({ attribute }) => attribute === `battery.${key}`),
        expected,
      );
    expectFigure(all.serviceQuality?.unweighted, oracle('quality', 'equal'));
    const gapWeights = new Map([40, 30, 20, 10].map((points, k) => [`battery.q${k + 1}`, points]));
    const { serviceQuality } = figuresOf(weighted, { gapWeights });
    expect(serviceQuality?.source).toBe('entered');
    expectFigure(serviceQuality?.weighted, oracle('quality', 'points'));
  });

  test('gives CSI by stated importance', () => {
    expect(all.csi?.source).toBe('stated');
    expectFigure(all.csi, oracle('csi'));
    expectClose(all.csi?.weightedMean, Number(oracle('csi', 'weightedMean')));
  });

  test('gives CSI by picks where nothing was stated', () => {
    const picked = figures(madeUpSummary(madeUpColumns(madeUpRows(), ['importance']), weighted));
    const csi = picked.ok ? picked.value.csi : undefined;
    expect(csi?.source).toBe('picks');
    expectFigure(csi, oracle('csiPicks'));
  });

  test.each(['nps', 'csat', 'csat.mean', 'ces', 's1'])('compares segments by %s', (measure) => {
    const segments = all.segments?.find((candidate) => candidate.measure === measure);
    expect(segments?.family).toBe(entries('segments', measure).length);
    for (const [name, expected] of entries('segments', measure)) {
      const [field, value] = name.split('=');
      const segment = segments?.fields
        .find((candidate) => candidate.field === field)
        ?.segments.find((candidate) => candidate.value === value);
      const { figure, rest } = expected as Record<'figure' | 'rest', unknown>; // both stand beside the difference
      expectFigure(segment?.figure, figure);
      expectFigure(segment?.rest, rest);
      expectFigure(segment?.difference, expected);
    }
  });

  test.each([
    ['weeks', 'week'],
    ['months', 'month'],
  ] as const)('gives the trend by %s', (path, by) => {
    const { trend } = figuresOf(weighted, { trend: { by } });
    expect(trend?.by).toBe(by);
    for (const measure of ['nps', 'csat', 'csat.mean', 'ces', 's1']) {
      const series = trend?.series.find((candidate) => candidate.measure === measure);
      for (const [label, expected] of entries(path, measure, 'points'))
        expectFigure(series?.points.find((point) => point.label === label)?.figure, expected);
      const { verdict } = series ?? {};
      expectFigure(verdict?.difference, oracle(path, measure, 'changes', `${verdict?.from}>${verdict?.to}`));
      for (const { from, to, difference } of series?.changes ?? [])
        expectFigure({ ...difference }, oracle(path, measure, 'changes', `${from}>${to}`));
    }
  });

  test('gives the drag of each touchpoint, and the moment of truth', () => {
    const nps = all.journey?.measures.find(({ measure }) => measure === 'nps');
    for (const [touchpoint, drag] of entries('journey'))
      expectClose(nps?.stops.find((stop) => stop.touchpoint === touchpoint)?.drag, Number(drag));
    expect(nps?.momentOfTruth).toBe('delivery');
  });

  test('gives gaps between audiences by Welch, and within customers paired', () => {
    for (const [attribute, expected] of entries('five')) {
      const gap = (wanted: number) =>
        all.fiveGaps
          ?.find(({ gap: number }) => number === wanted)
          ?.attributes.find((candidate) => candidate.attribute === `battery.${attribute.replace('e', 'q')}`);
      const { 1: first, 5: fifth } = expected as Record<1 | 5, Expected>; // by number of the gap
      const between = gap(1);
      expectFigure(between?.interval && { value: between.value, interval: between.interval }, {
        ...first,
        p: undefined,
      });
      const within = gap(5);
      expect(within?.n).toEqual([fifth.n, fifth.n]);
      expectFigure(within?.interval && { value: within.value, interval: within.interval }, {
        ...{ value: fifth.value, low: fifth.low, high: fifth.high },
      });
    }
  });
});

describe('csi(slice)', () => {
  test('has the standard error that resampling finds, within a twentieth', () => {
    const { interval } = figuresOf(false).csi ?? {};
    const se = ((interval?.high ?? 0) - (interval?.low ?? 0)) / (2 * 1.959963984540054);
    const resampled = Number(gold(ORACLE, 'unweighted', 'csi', 'bootstrapSe'));
    expect(Math.abs(se / resampled - 1)).toBeLessThan(0.05);
  });
});

describe('statedAgainstDerived(slice, options)', () => {
  test('is as certain of each side as resampling, within 0.03', () => {
    const sides = gold(ORACLE, 'unweighted', 'sides') as {
      readonly stated: readonly boolean[];
      readonly derived: readonly boolean[];
      readonly certainty: readonly [readonly number[], readonly number[]];
    };
    const found = figuresOf(false).statedAgainstDerived ?? [];
    expect(found).toHaveLength(5);
    found.forEach(({ statedCertainty, derivedCertainty, kind }, k) => {
      expect(Math.abs((statedCertainty ?? 0) - sides.certainty[0][k])).toBeLessThan(0.03);
      expect(Math.abs((derivedCertainty ?? 0) - sides.certainty[1][k])).toBeLessThan(0.03);
      const sure = Math.min(statedCertainty ?? 0, derivedCertainty ?? 0) >= 0.8;
      const opposite = sides.stated[k] ? 'basic' : 'hidden-driver';
      const expected = sides.stated[k] === sides.derived[k] ? 'agrees' : opposite;
      expect(kind).toBe(sure ? expected : 'not-settled');
    });
    expect(found.map(({ kind }) => kind)).toContain('basic');
  });
});
