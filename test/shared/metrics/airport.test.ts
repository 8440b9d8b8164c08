import { beforeAll, describe, expect, test } from 'vitest';
import { idBlocks } from '../../../report/engine/id-blocks.ts';
import { summarize } from '../../../report/engine/summarize.ts';
import { figures, type Figures } from '../../../shared/metrics/figures.ts';
import type { Matrix } from '../../../shared/metrics/matrix.ts';
import type { Summary } from '../../../shared/summary/summary.ts';
import { AIRPORT_CSV, expectClose, gold, goldNumber, goldNumbers, oracleFile } from './gold.ts';
import { AIRPORT_SCALES, AIRPORT_SERVICES, columnsOf, table } from './survey-of.ts';

// test/fixtures/oracle/sfo-2017.py demo/data/sfo_2017.csv, numpy and scipy from the rows
const ORACLE = oracleFile('sfo-2017.json');
const oracle = (...path: string[]) => goldNumber(ORACLE, ...path);
const limits = (...path: string[]) => goldNumbers(ORACLE, ...path);

let summary: Summary;
let all: Figures;

function figuresOf(options: Parameters<typeof figures>[1] = {}): Figures {
  const result = figures(summary, options);
  if (!result.ok) throw new Error(result.issues[0]?.message);
  return result.value;
}

beforeAll(() => {
  const columns = columnsOf(table(AIRPORT_CSV), AIRPORT_SCALES, 'respnum');
  summary = summarize(columns, { blocks: idBlocks(columns) });
  all = figuresOf();
});

const attribute = (service: string) => `battery.${service}`;

describe('figures(airport survey of 2017)', () => {
  test('gives the NPS of the oracle, with both intervals', () => {
    expect(all.nps).toMatchObject({ detractors: 342, passives: 968, promoters: 1436 });
    expectClose(all.nps?.value, oracle('nps', 'value'));
    expectClose(all.nps?.interval?.low, oracle('nps', 'low'));
    expectClose(all.nps?.interval?.high, oracle('nps', 'high'));
    expectClose(all.nps?.wald.low, limits('nps', 'wald')[0]);
    expectClose(all.nps?.wald.high, limits('nps', 'wald')[1]);
  });

  test('gives CSAT and its mean', () => {
    expect(all.csat?.counts).toEqual(limits('csat', 'counts'));
    for (const part of ['value', 'n'] as const) expectClose(all.csat?.[part], oracle('csat', part));
    for (const limit of ['low', 'high'] as const) {
      expectClose(all.csat?.interval?.[limit], oracle('csat', limit));
      expectClose(all.csat?.mean.interval?.[limit], oracle('csat', 'mean', limit));
    }
    expectClose(all.csat?.mean.value, oracle('csat', 'mean', 'value'));
    expectClose(all.csat?.mean.sd, oracle('csat', 'mean', 'sd'));
  });

  test('gives satisfied but not loyal, of all and of the satisfied', () => {
    expect(all.satisfiedNotLoyal).toMatchObject({ count: 830, n: 2625, satisfiedFrom: 4, notLoyalUpTo: 8 });
    expectClose(all.satisfiedNotLoyal?.value, oracle('satisfiedNotLoyal', 'value'));
    expectClose(all.satisfiedNotLoyal?.interval?.low, oracle('satisfiedNotLoyal', 'low'));
    expectClose(all.satisfiedNotLoyal?.interval?.high, oracle('satisfiedNotLoyal', 'high'));
    expectClose(all.satisfiedNotLoyal?.ofSatisfied?.value, oracle('satisfiedNotLoyal', 'ofSatisfied'));
  });

  test('has no response rate: the file lists answers only', () => {
    expect(all).not.toHaveProperty('responseRate');
  });

  test.each(AIRPORT_SERVICES)('gives satisfaction and correlation of %s', (service) => {
    const satisfaction = all.satisfaction.find((score) => score.attribute === attribute(service));
    const correlation = all.derivedImportance?.correlations.find((r) => r.attribute === attribute(service));
    for (const part of ['value', 'n'] as const) {
      expectClose(satisfaction?.[part], oracle('satisfaction', service, part));
      expectClose(correlation?.[part], oracle('correlation', service, part));
    }
    for (const [k, limit] of (['low', 'high'] as const).entries()) {
      expectClose(satisfaction?.interval?.[limit], oracle('satisfaction', service, limit));
      expectClose(correlation?.interval?.[limit], oracle('correlation', service, limit));
      expectClose(correlation?.fisher?.[limit], limits('correlation', service, 'fisher')[k]);
      const rank = limits('correlation', service, 'spearmanInterval')[k];
      expectClose(correlation?.spearman?.interval?.[limit], rank);
    }
    expectClose(satisfaction?.sd, oracle('satisfaction', service, 'sd'));
    expectClose(correlation?.spearman?.value, oracle('correlation', service, 'spearman'));
  });

  test('gives relative weights with jackknife intervals', () => {
    const relative = all.derivedImportance?.relative;
    expect(relative?.n).toBe(494);
    expectClose(relative?.kept, oracle('relative', 'kept'));
    expectClose(relative?.rSquared, oracle('relative', 'rSquared'));
    for (const service of AIRPORT_SERVICES) {
      const weight = relative?.weights.find(({ key }) => key === `q7_${service}`);
      for (const part of ['value', 'raw'] as const)
        expectClose(weight?.[part], oracle('relative', 'weights', service, part));
      for (const limit of ['low', 'high'] as const)
        expectClose(weight?.interval?.[limit], oracle('relative', 'weights', service, limit));
      expect(weight?.sign).toBe(1);
    }
  });

  test.each(['mean', 'median', 'midpoint'] as const)('draws the matrix under the %s crosshair', (kind) => {
    const { matrix } = figuresOf({ matrix: { crosshair: { kind } } });
    const [x, y] = limits('matrix', kind, 'crosshair');
    expectClose(matrix?.crosshair.satisfaction, x);
    expectClose(matrix?.crosshair.importance, y);
    for (const service of AIRPORT_SERVICES) {
      const point = pointOf(matrix, service);
      expect(point?.quadrant).toBe(gold(ORACLE, 'matrix', kind, 'quadrant', service));
      const certainty = oracle('matrix', kind, 'certainty', service);
      expect(Math.abs((point?.certainty ?? NaN) - certainty)).toBeLessThan(0.03);
      const first = oracle('matrix', kind, 'improveFirst', service);
      expect(Math.abs((point?.chances?.['improve-first'] ?? NaN) - first)).toBeLessThan(0.03);
    }
  });

  test('orders the list as the report prints it', () => {
    const order =
      'ltparking park rental infoup infodown store food sign airtrain roads screens art walkways wifi';
    expect(all.matrix?.points.map((point) => point.attribute)).toEqual(order.split(' ').map(attribute));
    expect(all.matrix?.points.map(({ rank }) => rank)).toEqual(AIRPORT_SERVICES.map((_, k) => k + 1));
    expect(all.matrix?.points.filter(({ settled }) => !settled).map(({ rank }) => rank)).toEqual([
      6, 7, 8, 9,
    ]);
    expect(all.matrix?.sameScale).toBe(false);
  });
});

describe('matrix by relative weights (airport survey of 2017)', () => {
  // test/fixtures/oracle/weight-certainty.py, 4,000 bootstrap resamples; 64 blocks make ours approximate.
  const WITHIN = 0.05;
  const resampled = oracleFile('weight-certainty.json');

  test('draws the weights with their intervals, as certain as resampling says', () => {
    const { matrix, derivedImportance } = figuresOf({ matrix: { importance: 'relative-weight' } });
    expect(matrix).toMatchObject({ importance: 'relative-weight', crosshair: { importanceRule: 'mean' } });
    expect(matrix?.points).toHaveLength(AIRPORT_SERVICES.length);
    for (const point of matrix?.points ?? []) {
      const weight = derivedImportance?.relative.weights.find(({ key }) => key === point.satisfaction.key);
      expect(point.importance).toMatchObject({
        value: weight?.value,
        n: weight?.n,
        interval: weight?.interval,
      });
      const service = point.attribute.replace('battery.', '');
      expect(Math.abs((point.certainty ?? 0) - goldNumber(resampled, service))).toBeLessThan(WITHIN);
    }
  });

  test('has no certainty without blocks, and settles nothing then', () => {
    const columns = columnsOf(table(AIRPORT_CSV), AIRPORT_SCALES, 'respnum');
    const result = figures(summarize(columns), { matrix: { importance: 'relative-weight' } });
    const points = result.ok ? (result.value.matrix?.points ?? []) : [];
    expect(points).toHaveLength(AIRPORT_SERVICES.length);
    for (const point of points) {
      expect(point).not.toHaveProperty('certainty');
      expect(point.settled).toBe(false);
    }
  });

  test('falls back to correlation where weights are refused', () => {
    const rows = table(AIRPORT_CSV).filter(({ respnum }) => Number(respnum) <= 40);
    const few = figures(summarize(columnsOf(rows, AIRPORT_SCALES, 'respnum')), {
      matrix: { importance: 'relative-weight' },
    });
    expect(few.ok && few.value.matrix?.importance).toBe('correlation');
  });
});

describe('figures(the first 40 passengers)', () => {
  const few = (...path: string[]) => gold(oracleFile('sfo-2017-first-40.json'), ...path);

  test('agrees with the oracle where many cells are missing', () => {
    const rows = table(AIRPORT_CSV).filter(({ respnum }) => Number(respnum) <= 40);
    const result = figures(summarize(columnsOf(rows, AIRPORT_SCALES, 'respnum')));
    const value = result.ok ? result.value : undefined;
    expect(value?.records).toBe(few('records'));
    expectClose(value?.nps?.interval?.low, Number(few('nps', 'low')));
    expectClose(value?.csat?.interval?.high, Number(few('csat', 'high')));
    expect(value?.derivedImportance?.relative).toMatchObject(few('relative') as object); // n and the refusal
    const drawn = value?.matrix?.points.map((point) => [
      point.attribute.replace('battery.', ''),
      point.quadrant,
    ]);
    expect(Object.fromEntries(drawn ?? [])).toEqual(few('matrix', 'mean', 'quadrant'));
    for (const service of AIRPORT_SERVICES) {
      const r = value?.derivedImportance?.correlations.find(
        (figure) => figure.attribute === attribute(service),
      );
      expectClose(r?.value, Number(few('correlation', service, 'value')));
      expect(r?.n).toBe(few('correlation', service, 'n'));
    }
  });
});

function pointOf(matrix: Matrix | undefined, service: string) {
  return matrix?.points.find((point) => point.attribute === attribute(service));
}
