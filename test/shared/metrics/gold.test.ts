import { describe, expect, test } from 'vitest';
import { summarize } from '../../../report/engine/summarize.ts';
import { attributeScores } from '../../../shared/metrics/attribute-scores.ts';
import { csat } from '../../../shared/metrics/csat.ts';
import { crosshairOf } from '../../../shared/metrics/crosshair.ts';
import { correlationFigures, outcomeOf } from '../../../shared/metrics/derived-importance.ts';
import { matrix } from '../../../shared/metrics/matrix.ts';
import { nps } from '../../../shared/metrics/nps.ts';
import { distance, quadrantOf } from '../../../shared/metrics/quadrant.ts';
import { relativeImportance } from '../../../shared/metrics/relative-importance.ts';
import { jointAnswers } from '../../../shared/summary/joint-answers.ts';
import { pearson, spearman } from '../../../shared/statistics/pearson.ts';
import { expectClose, gold, goldFile, goldNumber, goldNumbers, goldQuadrant, goldRecord } from './gold.ts';
import { columnsOf, scale, table, type TableScale } from './survey-of.ts';

const MOBI = goldFile('mobi.json');
const IPACSI = goldFile('ipacsi_questionnaire.json');
const predictorsOf = (set: string) => gold(MOBI, set, 'predictors') as string[]; // names of columns
const CROSSHAIRS = [
  ['mean', 'grand_mean'],
  ['median', 'median'],
  ['midpoint', 'scale_midpoint'],
] as const;

function sliceOf(file: string, scales: readonly TableScale[], id: string) {
  return summarize(columnsOf(table(goldFile(file)), scales, id)).slices[0];
}

const satisfactions = (items: readonly string[]) =>
  items.map((item) => scale('satisfaction', item, 1, 10, item));
const outcomes = [scale('csat', 'CUSA1', 1, 10), scale('nps', 'CUSL3', 1, 10)];

describe('mobi, 250 respondents on 1...10', () => {
  const drivers = ['drivers_perq7_to_CUSA1', 'drivers_14_to_CUSA1'] as const;
  test.each(drivers)('matrix figures of %s', (set) => {
    const items = predictorsOf(set);
    const slice = sliceOf('mobi.csv', [...outcomes, ...satisfactions(items)], 'id');
    for (const score of attributeScores(slice, 'satisfaction')) {
      expectClose(score.value, goldNumber(MOBI, 'attributes', score.key, 'mean'));
      expectClose(score.sd, goldNumber(MOBI, 'attributes', score.key, 'sd'));
      const [low, high] = goldNumbers(MOBI, 'attributes', score.key, 'ci95');
      expectClose(score.interval?.low, low);
      expectClose(score.interval?.high, high);
    }
    const outcome = outcomeOf(slice);
    expect(outcome?.key).toBe('CUSA1');
    for (const r of outcome ? correlationFigures(slice, outcome) : []) {
      expectClose(r.value, goldNumber(MOBI, set, 'pairwise', r.key, 'pearson'));
      expectClose(r.spearman?.value, goldNumber(MOBI, set, 'pairwise', r.key, 'spearman'));
      const [low, high] = goldNumbers(MOBI, set, 'pairwise', r.key, 'pearson_ci95_fisher');
      expectClose(r.fisher?.low, low);
      expectClose(r.fisher?.high, high);
    }
    const relative = relativeImportance(slice, 'CUSA1');
    expectClose(relative.rSquared, goldNumber(MOBI, set, 'listwise', 'r_squared'));
    expect(relative.weights).toHaveLength(items.length);
    for (const { key, value, raw } of relative.weights) {
      expectClose(raw, goldNumber(MOBI, set, 'listwise', 'relative_weight_raw', key));
      expectClose(100 * value, goldNumber(MOBI, set, 'listwise', 'relative_weight_pct', key));
    }
  });

  test.each([
    ['bootstrap_perq7_pearson', 'drivers_perq7_to_CUSA1'],
    ['bootstrap_all14_pearson', 'drivers_14_to_CUSA1'],
  ])('matrix(slice) agrees with the certainty of %s', (bootstrap, set) => {
    const items = predictorsOf(set);
    const drawn = matrix(sliceOf('mobi.csv', [...outcomes, ...satisfactions(items)], 'id'));
    expect(drawn?.points).toHaveLength(items.length);
    for (const point of drawn?.points ?? []) {
      const { key } = point.satisfaction;
      expect(point.quadrant).toBe(goldQuadrant(MOBI, bootstrap, 'point_quadrant', key));
      expect(Math.abs((point.certainty ?? NaN) - goldNumber(MOBI, bootstrap, 'certainty', key))).toBeLessThan(
        0.03,
      );
    }
  });

  test.each(CROSSHAIRS.slice(0, 2))(
    'matrix(slice) draws the quadrants under the %s crosshair',
    (kind, name) => {
      const items = predictorsOf('drivers_perq7_to_CUSA1');
      const slice = sliceOf('mobi.csv', [...outcomes, ...satisfactions(items)], 'id');
      const drawn = matrix(slice, { crosshair: { kind } });
      const at = ['quadrants', 'perq7', 'pearson', 'crosshairs', name];
      expectClose(drawn?.crosshair.importance, goldNumber(MOBI, ...at, 'crosshair_importance'));
      expectClose(drawn?.crosshair.satisfaction, goldNumber(MOBI, ...at, 'crosshair_satisfaction'));
      for (const point of drawn?.points ?? [])
        expect(point.quadrant).toBe(goldQuadrant(MOBI, ...at, 'quadrant', point.satisfaction.key));
    },
  );

  test('nps(slice) on 1...10 needs to be confirmed, and is labelled', () => {
    const slice = sliceOf('mobi.csv', outcomes, 'id');
    expect(nps(slice)).toBeUndefined();
    const figure = nps(slice, { oneToTen: true });
    expect(figure).toMatchObject({
      scale: '1–10',
      value: 14,
      n: 250,
      promoters: 95,
      passives: 95,
      detractors: 60,
    });
    const [low, high] = goldNumbers(MOBI, 'nps', 'ci95');
    expectClose(figure?.wald.low, low);
    expectClose(figure?.wald.high, high);
  });

  test('csat(slice) counts 7 to 10 of 1...10 as satisfied, or what the reader says', () => {
    const slice = sliceOf('mobi.csv', outcomes, 'id');
    for (const [from, name] of [
      [undefined, 'five_point_equivalent_7_to_10'],
      [9, 'top2_9_10'],
    ] as const) {
      const figure = csat(slice, from === undefined ? {} : { satisfiedFrom: from });
      expect(figure?.satisfied).toBe(goldNumber(MOBI, 'csat', name, 'k'));
      const [low, high] = goldNumbers(MOBI, 'csat', name, 'wilson95');
      expectClose(figure?.interval?.low, low);
      expectClose(figure?.interval?.high, high);
    }
  });

  test('pearson and spearman of overall satisfaction and recommendation', () => {
    const joint = jointAnswers(sliceOf('mobi.csv', outcomes, 'id'), 'CUSA1', 'CUSL3');
    if (!joint) throw new Error('the two outcomes are crossed');
    expectClose(pearson(joint)?.r, goldNumber(MOBI, 'satisfaction_loyalty', 'CUSA1~CUSL3', 'pearson'));
    expectClose(spearman(joint)?.r, goldNumber(MOBI, 'satisfaction_loyalty', 'CUSA1~CUSL3', 'spearman'));
  });
});

describe('ipacsi, 30 respondents, stated importance on 1...5', () => {
  const items = Array.from({ length: 24 }, (_, k) => `Q${k + 1}`);
  const slice = sliceOf(
    'ipacsi_questionnaire.csv',
    items.flatMap((q) => [
      scale('importance', `imp_${q}`, 1, 5, q),
      scale('satisfaction', `perf_${q}`, 1, 5, q),
    ]),
    'Respondent',
  );

  test.each(CROSSHAIRS)('matrix(slice) draws the quadrants under the %s crosshair', (kind, name) => {
    const drawn = matrix(slice, { crosshair: { kind } });
    const at = ['quadrants', 'crosshairs', name];
    expect(drawn).toMatchObject({ importance: 'stated', sameScale: true, notDrawn: [] });
    expectClose(drawn?.crosshair.importance, goldNumber(IPACSI, ...at, 'crosshair_importance'));
    expectClose(drawn?.crosshair.satisfaction, goldNumber(IPACSI, ...at, 'crosshair_satisfaction'));
    for (const point of drawn?.points ?? []) {
      const q = point.attribute.replace('battery.', '');
      expect(point.quadrant, q).toBe(goldQuadrant(IPACSI, ...at, 'quadrant', q));
      expectClose(point.satisfaction.value, goldNumber(IPACSI, 'performance', q, 'mean'));
      expectClose(point.importance.value, goldNumber(IPACSI, 'importance', q, 'mean'));
      expectClose(point.priority, point.importance.value - point.satisfaction.value);
    }
  });

  test('matrix(slice) agrees with the bootstrap certainty of stated importance', () => {
    let largest = 0;
    for (const point of matrix(slice)?.points ?? []) {
      const expected = goldNumber(IPACSI, 'bootstrap', 'certainty', point.attribute.replace('battery.', ''));
      largest = Math.max(largest, Math.abs((point.certainty ?? NaN) - expected));
    }
    expect(largest).toBeLessThan(0.03);
  });
});

describe('Martilla & James (1977), a table of means', () => {
  const file = goldFile('martilla_james_1977.json');
  test.each(CROSSHAIRS)('crosshairOf and quadrantOf under the %s', (kind, name) => {
    const satisfaction = goldRecord(file, 'quadrants', 'satisfaction');
    const importance = goldRecord(file, 'quadrants', 'importance');
    const scale = { min: 1, max: 4 };
    const lines = crosshairOf(
      { kind },
      { values: Object.values(satisfaction), scale },
      { values: Object.values(importance), scale },
    );
    const at = ['quadrants', 'crosshairs', name];
    expectClose(lines.importance, goldNumber(file, ...at, 'crosshair_importance'));
    expectClose(lines.satisfaction, goldNumber(file, ...at, 'crosshair_satisfaction'));
    for (const [key, x] of Object.entries(satisfaction)) {
      const quadrant = quadrantOf(
        distance(x, lines.satisfaction),
        distance(importance[key], lines.importance),
      );
      expect(quadrant).toBe(goldQuadrant(file, ...at, 'quadrant', key));
    }
  });
});
