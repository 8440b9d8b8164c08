import { describe, expect, test } from 'vitest';
import { summarize } from '../../../report/engine/summarize.ts';
import { csi } from '../../../shared/metrics/csi.ts';
import { regressionSlopes } from '../../../shared/metrics/regression-importance.ts';
import { regressionImportance } from '../../../shared/metrics/regression-importance.ts';
import { gaps } from '../../../shared/metrics/gaps.ts';
import { indexModel } from '../../../shared/metrics/index-model.ts';
import { meansFigures } from '../../../shared/metrics/means-figures.ts';
import { figures } from '../../../shared/metrics/figures.ts';
import { serviceQuality } from '../../../shared/metrics/service-quality.ts';
import { correlationMatrix } from '../../../shared/statistics/correlation-matrix.ts';
import { standardisedRegression } from '../../../shared/statistics/regression.ts';
import { pool } from '../../../shared/summary/pool.ts';
import type { ScoreRules } from '../../../shared/summary/score-rules.ts';
import type { Slice } from '../../../shared/summary/summary.ts';
import { weightUnits } from '../../../shared/summary/weight-units.ts';
import { AIRPORT_CSV, expectClose, gold, goldFile, goldNumber, goldNumbers } from './gold.ts';
import { goldRecord, oracleFile } from './gold.ts';
import { AIRPORT_SCALES, AIRPORT_SERVICES, columnsOf, scale, table, type TableScale } from './survey-of.ts';
import { slice as counted } from './counted.ts';

const MOBI = goldFile('mobi.json');
const IPACSI = goldFile('ipacsi_questionnaire.json');
const TEXTBOOK = goldFile('textbook.json');
const MARTILLA = goldFile('martilla_james_1977.json');

function sliceOf(file: string, scales: readonly TableScale[], id: string, rules: ScoreRules = {}): Slice {
  return summarize(columnsOf(table(goldFile(file)), scales, id), { rules }).slices[0];
}

describe('mobi', () => {
  test.each(['drivers_perq7_to_CUSA1', 'drivers_14_to_CUSA1'])(
    'regressionImportance(slice, outcome): %s',
    (set) => {
      const items = gold(MOBI, set, 'predictors') as string[]; // names of columns
      const scales = [
        scale('csat', 'CUSA1', 1, 10),
        ...items.map((item) => scale('satisfaction', item, 1, 10, item)),
      ];
      const model = regressionImportance(sliceOf('mobi.csv', scales, 'id'), 'CUSA1');
      expectClose(model.rSquared, goldNumber(MOBI, set, 'listwise', 'r_squared'));
      expect(model.unstable).toBe(false);
      expect(model.slopes).toHaveLength(items.length);
      for (const { key, value, vif } of model.slopes) {
        expectClose(value, goldNumber(MOBI, set, 'listwise', 'std_beta', key));
        expectClose(vif, goldNumber(MOBI, set, 'listwise', 'vif', key));
      }
    },
  );

  test('gaps(slice, perception, expectation) of the one matched pair', () => {
    const scales = [
      scale('expectation', 'CUEX1', 1, 10, 'overall'),
      scale('perception', 'PERQ1', 1, 10, 'overall'),
    ];
    const slice = sliceOf('mobi.csv', scales, 'id');
    const found = gaps(slice, 'perception', 'expectation');
    const at = ['gap', 'per_item_paired', 'overall_quality'];
    const [low, high] = goldNumbers(MOBI, ...at, 'ci95');
    expectClose(found[0]?.value, goldNumber(MOBI, ...at, 'mean'));
    expectClose(found[0]?.sd, goldNumber(MOBI, ...at, 'sd'));
    expectClose(found[0]?.availableCases, goldNumber(MOBI, ...at, 'gap_of_available_case_means'));
    expect(found[0]?.interval?.method).toBe('paired-t');
    expectClose(found[0]?.interval?.low, low);
    expectClose(found[0]?.interval?.high, high);
    const quality = serviceQuality(slice, found, {});
    expectClose(quality?.unweighted?.value, goldNumber(MOBI, 'gap', 'listwise', 'sq_unweighted'));
    expectClose(quality?.availableUnweighted, goldNumber(MOBI, 'gap', 'sq_unweighted_pairwise'));
    expect(quality).not.toHaveProperty('source');
  });

  test('indexModel(slice, rules) after the ACSI formula, equal weights and those of Ohio', () => {
    const items = ['CUSA1', 'CUSA2', 'CUSA3'];
    const scales = items.map((item) => scale('rating', item, 1, 10));
    const rules = { index: [{ factor: 'satisfaction', items }] };
    const slice = sliceOf('mobi.csv', scales, 'id', rules);
    const [equal] = indexModel(slice, rules.index);
    const at = ['acsi', 'respondent_level_equal'];
    const [low, high] = goldNumbers(MOBI, ...at, 'ci95');
    expectClose(equal?.value, goldNumber(MOBI, 'acsi', 'equal_weights'));
    expectClose(equal?.sd, goldNumber(MOBI, ...at, 'sd'));
    expectClose(equal?.interval?.low, low);
    expectClose(equal?.interval?.high, high);
    const weights = goldNumbers(MOBI, 'acsi', 'weights_ohio');
    const [ohio] = indexModel(slice, [{ factor: 'satisfaction', items, weights }]);
    expectClose(ohio?.value, goldNumber(MOBI, 'acsi', 'ohio_weights'));
  });
});

describe('ipacsi', () => {
  const items = Array.from({ length: 24 }, (_, k) => `Q${k + 1}`);
  const slice = sliceOf(
    'ipacsi_questionnaire.csv',
    items.flatMap((q) => [
      scale('importance', `imp_${q}`, 1, 5, q),
      scale('satisfaction', `perf_${q}`, 1, 5, q),
    ]),
    'Respondent',
  );

  test('gaps(slice, satisfaction, importance) with paired intervals, and all as one figure', () => {
    const found = gaps(slice, 'satisfaction', 'importance');
    expect(found).toHaveLength(24);
    for (const { attribute, value, sd, interval } of found) {
      const at = ['gap_performance_minus_importance', 'per_item_paired', attribute.replace('battery.', '')];
      const [low, high] = goldNumbers(IPACSI, ...at, 'ci95');
      expectClose(value, goldNumber(IPACSI, ...at, 'mean'));
      expectClose(sd, goldNumber(IPACSI, ...at, 'sd'));
      expectClose(interval?.low, low);
      expectClose(interval?.high, high);
    }
    const quality = serviceQuality(slice, found, {});
    expectClose(
      quality?.availableUnweighted,
      goldNumber(IPACSI, 'gap_performance_minus_importance', 'sq_unweighted_pairwise'),
    );
    expectClose(quality?.availableWeighted, goldNumber(IPACSI, 'sq_importance_weighted', 'sq'));
    expect(quality?.source).toBe('importance');
    for (const { attribute, weight } of quality?.weights ?? [])
      expectClose(
        weight,
        goldNumber(IPACSI, 'sq_importance_weighted', 'weights', attribute.replace('battery.', '')),
      );
  });

  test('serviceQuality(slice, gaps) over respondents who gave every pair', () => {
    const asked = sliceOf(
      'ipacsi_questionnaire.csv',
      items.flatMap((q) => [
        scale('expectation', `imp_${q}`, 1, 5, q),
        scale('perception', `perf_${q}`, 1, 5, q),
      ]),
      'Respondent',
    );
    const quality = serviceQuality(asked, gaps(asked, 'perception', 'expectation'), {});
    const at = ['gap_performance_minus_importance', 'listwise', 'respondent_score'];
    const [low, high] = goldNumbers(IPACSI, ...at, 'ci95');
    expectClose(quality?.unweighted?.value, goldNumber(IPACSI, ...at, 'mean'));
    expectClose(quality?.unweighted?.sd, goldNumber(IPACSI, ...at, 'sd'));
    expectClose(quality?.unweighted?.interval?.low, low);
    expectClose(quality?.unweighted?.interval?.high, high);
  });

  test('csi(slice) weighs satisfaction by stated importance', () => {
    const figure = csi(slice);
    expectClose(figure?.value, goldNumber(IPACSI, 'csi', 'rescaled_0_100'));
    expectClose(figure?.weightedMean, goldNumber(IPACSI, 'csi', 'weighted_mean'));
    expect(figure).toMatchObject({ source: 'stated', n: 30, min: 1, max: 5 });
    for (const { attribute, weight } of figure?.weights ?? [])
      expectClose(weight, goldNumber(IPACSI, 'csi', 'weights', attribute.replace('battery.', '')));
  });
});

describe('Martilla & James (1977)', () => {
  const satisfaction = goldRecord(MARTILLA, 'quadrants', 'satisfaction');
  const importance = goldRecord(MARTILLA, 'quadrants', 'importance');
  const scale = { min: 1, max: 4 };
  const means = Object.entries(satisfaction).map(([attribute, value]) => ({
    ...{ attribute, satisfaction: value, importance: importance[attribute] },
  }));

  test('meansFigures(means, scales) gives gaps, all of them as one figure, and CSI', () => {
    const found = meansFigures(means, { importance: scale, satisfaction: scale });
    for (const { attribute, value } of found?.gaps ?? [])
      expectClose(value, goldNumber(MARTILLA, 'gap_performance_minus_importance', attribute));
    expect(found?.gaps).toHaveLength(14);
    expectClose(found?.quality?.unweighted, goldNumber(MARTILLA, 'sq_unweighted'));
    expectClose(found?.quality?.weighted, goldNumber(MARTILLA, 'sq_importance_weighted'));
    expectClose(found?.csi.value, goldNumber(MARTILLA, 'csi', 'rescaled_0_100'));
    expectClose(found?.csi.weightedMean, goldNumber(MARTILLA, 'csi', 'weighted_mean'));
  });

  test('meansFigures(means, scales) has no gap on two scales, and nothing without rows', () => {
    const scales = { importance: { min: 1, max: 5 }, satisfaction: scale };
    expect(Object.keys(meansFigures(means, scales) ?? {})).toEqual(['csi']);
    expect(meansFigures([], scales)).toBeUndefined();
  });
});

describe('textbook', () => {
  test.each([
    ['relative_weights_mtcars', 'mtcars.csv', 'mpg'],
    ['lmg_swiss', 'swiss.csv', 'Fertility'],
  ])('standardisedRegression(correlations, withOutcome): %s', (name, file, outcome) => {
    const at = [name, 'computed'];
    const predictors = Object.keys(goldRecord(TEXTBOOK, ...at, 'std_beta'));
    const rows = table(goldFile(file));
    const values = [outcome, ...predictors].map((key) => rows.map((row) => Number(row[key])));
    const sums = values.map((column) => column.reduce((a, b) => a + b, 0));
    const products = values.flatMap((a, i) =>
      values.slice(0, i + 1).map((b) => a.reduce((sum, x, row) => sum + x * b[row], 0)),
    );
    const matrix = correlationMatrix({ n: rows.length, sums, products }) ?? [];
    const p = values.length;
    const places = predictors.map((_, k) => k + 1);
    const model = standardisedRegression(
      places.flatMap((i) => places.map((j) => matrix[i * p + j])),
      places.map((i) => matrix[i]),
    );
    expectClose(model?.rSquared, goldNumber(TEXTBOOK, ...at, 'r_squared'));
    predictors.forEach((key, k) => {
      expectClose(model?.slopes[k], goldNumber(TEXTBOOK, ...at, 'std_beta', key));
      expectClose(model?.vif[k], goldNumber(TEXTBOOK, ...at, 'vif', key));
    });
    expect(regressionSlopes({ n: rows.length, sums, products })).toEqual(model?.slopes);
  });

  test('serviceQuality(slice, gaps) of the SERVQUAL example, unweighted and by points', () => {
    const expected = Object.entries(goldRecord(TEXTBOOK, 'servqual', 'gaps_P_minus_E'));
    const points = goldRecord(TEXTBOOK, 'servqual', 'points');
    // A hundred respondents give a gap of two decimals, all of one expectation.
    const scales = expected.flatMap(([name]) => [
      scale('expectation', `e ${name}`, 1, 7, name),
      scale('perception', `p ${name}`, 1, 7, name),
    ]);
    const rows = Array.from({ length: 100 }, (_, row) =>
      expected.flatMap(([, gap]) => [5, 5 - Math.floor(-gap) - (row < Math.round(100 * (-gap % 1)) ? 1 : 0)]),
    );
    const slice = counted(scales, rows);
    const gapWeights = new Map(Object.entries(points).map(([name, value]) => [`battery.${name}`, value]));
    const quality = serviceQuality(slice, gaps(slice, 'perception', 'expectation'), { gapWeights });
    expectClose(quality?.unweighted?.value, goldNumber(TEXTBOOK, 'servqual', 'unweighted'));
    expectClose(quality?.weighted?.value, goldNumber(TEXTBOOK, 'servqual', 'weighted'));
    expectClose(quality?.availableWeighted, goldNumber(TEXTBOOK, 'servqual', 'weighted'));
  });

  test('indexModel(slice, rules) of the ACSI cases', () => {
    const cases = gold(TEXTBOOK, 'acsi', 'cases') as { x: number[]; equal: number; ohio: number }[]; // a list there
    const items = ['x1', 'x2', 'x3'];
    const weights = goldNumbers(TEXTBOOK, 'acsi', 'ohio_weights');
    for (const { x, equal, ohio } of cases) {
      if (!x.every(Number.isInteger)) continue;
      const rules = { index: [{ factor: 'a', items }] };
      const columns = columnsOf(
        [x, x].map((row) => Object.fromEntries(row.map((value, k) => [items[k], String(value)]))),
        items.map((item) => scale('rating', item, 1, 10)),
      );
      const [slice] = summarize(columns, { rules }).slices;
      expectClose(indexModel(slice, rules.index)[0]?.value, equal);
      expectClose(indexModel(slice, [{ factor: 'a', items, weights }])[0]?.value, ohio);
      expect(indexModel(slice, rules.index)[0]?.se).toBe(0);
    }
  });
});

describe('airport survey of 2017, weighted', () => {
  // test/fixtures/oracle/sfo-2017-weighted.py
  const ORACLE = oracleFile('sfo-2017-weighted.json');
  const rows = table(AIRPORT_CSV);
  const columns = {
    ...columnsOf(rows, AIRPORT_SCALES, 'respnum'),
    weight: Float64Array.from(rows, ({ weight }) => weightUnits(weight)),
  };
  const result = figures(summarize(columns));
  const all = result.ok ? result.value : undefined;

  test('nps(slice) is 40.40 with a linearised error of 1.445, worth 2,266.5 answers', () => {
    expectClose(all?.nps?.value, goldNumber(ORACLE, 'nps'));
    expectClose(all?.nps?.effectiveN, goldNumber(ORACLE, 'effectiveN'));
    const half = 1.959963984540054 * goldNumber(ORACLE, 'se');
    expectClose(all?.nps?.interval?.high, goldNumber(ORACLE, 'nps') + half);
    expect(all?.nps?.interval?.method).toBe('linearised');
    expect(all?.nps?.value.toFixed(2)).toBe('40.40');
    expect(goldNumber(ORACLE, 'se').toFixed(3)).toBe('1.445');
    expect(all?.nps?.effectiveN?.toFixed(1)).toBe('2266.5');
    expectClose(
      all?.surveyHealth?.weights?.npsUnweighted?.value,
      goldNumber(oracleFile('sfo-2017.json'), 'nps', 'value'),
    );
  });

  test('matrix(slice) draws weighted means and correlations, as certain as resampling says', () => {
    for (const service of AIRPORT_SERVICES) {
      const point = all?.matrix?.points.find(({ attribute }) => attribute === `battery.${service}`);
      expectClose(point?.satisfaction.value, goldNumber(ORACLE, 'means', service));
      expectClose(point?.importance.value, goldNumber(ORACLE, 'correlations', service));
      expect(point?.quadrant).toBe(gold(ORACLE, 'quadrants', service));
      expect(Math.abs((point?.certainty ?? 0) - goldNumber(ORACLE, 'certainty', service))).toBeLessThan(0.03);
    }
  });

  test('leaves out rows without a weight, and counts them', () => {
    const some = { ...columns, weight: columns.weight.map((units, row) => (row < 100 ? 0 : units)) };
    const pooled = pool(summarize(some));
    expect(pooled).toMatchObject({ ok: true, value: { weightless: 100, all: { records: 2731 } } });
  });
});
