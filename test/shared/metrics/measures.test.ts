import { describe, expect, test } from 'vitest';
import { attributeId, attributeScores } from '../../../shared/metrics/attribute-scores.ts';
import { csat } from '../../../shared/metrics/csat.ts';
import { DRAWN_N_MIN, FIGURE_N_MIN, SMALL_SAMPLE_N_BELOW } from '../../../shared/metrics/figure.ts';
import { nps, NPS_DETRACTOR_MAX, NPS_PROMOTER_MIN } from '../../../shared/metrics/nps.ts';
import { responseRate } from '../../../shared/metrics/response-rate.ts';
import { satisfiedFrom } from '../../../shared/metrics/satisfied-from.ts';
import { satisfiedNotLoyal } from '../../../shared/metrics/satisfied-not-loyal.ts';
import type { RecordStatus } from '../../../shared/summary/summary.ts';
import { slice } from './counted.ts';
import { expectClose } from './gold.ts';
import { scale } from './survey-of.ts';

const NPS = scale('nps', 'nps', 0, 10);
const CSAT = scale('csat', 'csat', 1, 5);
const one = (values: readonly (number | undefined)[]) => values.map((value) => [value]);

describe('thresholds', () => {
  test('are frozen', () => {
    expect([NPS_DETRACTOR_MAX, NPS_PROMOTER_MIN]).toEqual([6, 9]);
    expect([FIGURE_N_MIN, DRAWN_N_MIN, SMALL_SAMPLE_N_BELOW]).toEqual([2, 10, 30]);
  });

  test.each([
    [1, 2, 2],
    [1, 3, 2],
    [1, 5, 4],
    [0, 4, 3],
    [1, 7, 6],
    [0, 10, 8],
    [1, 10, 7],
    [0, 7, 5],
    [1, 8, 6],
    [0, 100, 67],
  ])('satisfiedFrom(%s...%s) is %s', (min, max, from) => {
    expect(satisfiedFrom({ min, max })).toBe(from);
  });
});

describe('nps(slice)', () => {
  test('counts 9 as a promoter, 8 and 7 as passives and 6 as a detractor', () => {
    const figure = nps(slice([NPS], one([10, 9, 8, 7, 6, 0, undefined])));
    expect(figure).toMatchObject({ value: 0, n: 6, promoters: 2, passives: 2, detractors: 2, scale: '0–10' });
  });

  test('is absent below two answers', () => {
    expect(nps(slice([NPS], one([undefined, undefined])))).toBeUndefined();
    expect(nps(slice([NPS], one([9, undefined])))).toBeUndefined();
    expect(nps(slice([NPS], one([9, 9])))?.value).toBe(100);
  });

  test('is absent without its question, on another scale, or under another name', () => {
    expect(nps(slice([CSAT], one([1, 2])))).toBeUndefined();
    expect(nps(slice([scale('nps', 'nps', 1, 5)], one([1, 2])), { oneToTen: true })).toBeUndefined();
    expect(nps(slice([scale('nps', 'nps', 5, 10)], one([9, 9])), { oneToTen: true })).toBeUndefined();
    expect(nps(slice([NPS], one([1, 2])), { key: 'csat' })).toBeUndefined();
    expect(nps(slice([NPS], one([1, 2])), { key: 'nps' })?.n).toBe(2);
  });
});

describe('csat(slice)', () => {
  test('is the share of the two highest points, with the mean', () => {
    const figure = csat(slice([CSAT], one([5, 4, 3, 1, undefined])));
    expect(figure).toMatchObject({
      value: 0.5,
      n: 4,
      satisfied: 2,
      satisfiedFrom: 4,
      counts: [1, 0, 1, 1, 1],
    });
    expect(figure?.mean.value).toBe(3.25);
  });

  test('takes the lowest satisfied point from the reader', () => {
    const answers = slice([CSAT], one([5, 4, 3, 1]));
    expect(csat(answers, { satisfiedFrom: 5 })?.value).toBe(0.25);
    expect(csat(answers, { satisfiedFrom: -1 })?.value).toBe(1);
  });

  test('is absent below two answers and without its question', () => {
    expect(csat(slice([CSAT], one([5, undefined])))).toBeUndefined();
    expect(csat(slice([CSAT], one([5, 5])))?.value).toBe(1);
    expect(csat(slice([NPS], one([5, 5])))).toBeUndefined();
  });
});

describe('satisfiedNotLoyal(slice)', () => {
  test('counts CSAT 4 with NPS 8, and neither CSAT 3 nor NPS 9', () => {
    const rows = [
      [4, 8],
      [4, 9],
      [3, 8],
      [5, 0],
      [5, undefined],
      [undefined, 3],
    ];
    const figure = satisfiedNotLoyal(slice([CSAT, NPS], rows));
    expect(figure).toMatchObject({ value: 0.5, n: 4, count: 2, satisfiedFrom: 4, notLoyalUpTo: 8 });
    expectClose(figure?.ofSatisfied?.value, 2 / 3);
    expect(figure?.ofSatisfied?.n).toBe(3);
    expect(satisfiedNotLoyal(slice([CSAT, NPS], rows), { csat: { satisfiedFrom: 5 } })?.count).toBe(1);
  });

  test('has no share of the satisfied below two of them', () => {
    expect(
      satisfiedNotLoyal(
        slice(
          [CSAT, NPS],
          [
            [4, 8],
            [1, 1],
          ],
        ),
      ),
    ).not.toHaveProperty('ofSatisfied');
  });

  test('is absent below two answers to both, and without either question', () => {
    expect(
      satisfiedNotLoyal(
        slice(
          [CSAT, NPS],
          [
            [4, 8],
            [5, undefined],
          ],
        ),
      ),
    ).toBeUndefined();
    expect(satisfiedNotLoyal(slice([CSAT], [[4], [5]]))).toBeUndefined();
    expect(satisfiedNotLoyal(slice([NPS], [[4], [5]]))).toBeUndefined();
    const wide = scale('csat', 'csat', 0, 20);
    expect(
      satisfiedNotLoyal(
        slice(
          [wide, NPS],
          [
            [4, 8],
            [5, 9],
          ],
        ),
      ),
    ).toBeUndefined();
  });
});

describe('attributeScores(slice, role)', () => {
  test('gives the mean of each attribute with the reasons for missing answers', () => {
    const speed = { ...scale('satisfaction', 'sat.speed', 1, 5, 'speed'), label: 'Speed' };
    const rare = scale('satisfaction', 'sat.rare', 1, 5, 'rare');
    const scores = attributeScores(slice([speed, rare], [[4, 5], [5], [9]]), 'satisfaction');
    expect(scores).toHaveLength(1);
    expect(scores[0]).toMatchObject({
      attribute: 'battery.speed',
      label: 'Speed',
      value: 4.5,
      n: 2,
      rejected: 1,
    });
    expect(attributeScores(slice([speed], [[4], [5]]), 'importance')).toEqual([]);
  });

  test('attributeId(column) is the key outside a battery', () => {
    expect(attributeId({ key: 'wifi', question: 'q' })).toBe('wifi');
  });
});

describe('responseRate(slice)', () => {
  const minute = 60_000;
  const prompts = (list: readonly (readonly [RecordStatus, number])[]) =>
    slice(
      [NPS],
      list.map(() => [5]),
      (k) => ({ status: list[k][0], shownAt: list[k][1] * minute }),
    );

  test('is completed of shown, with completion of started', () => {
    const figure = responseRate(
      prompts([
        ['shown', 0],
        ['dismissed', 1],
        ['partial', 2],
        ['completed', 3],
        ['completed', 99],
      ]),
    );
    expect(figure).toMatchObject({
      value: 0.4,
      n: 5,
      shown: 5,
      dismissed: 1,
      started: 3,
      completed: 2,
      open: 0,
    });
    expectClose(figure?.completion?.value, 2 / 3);
  });

  test('leaves out what is shown or partial within 30 minutes of the newest record', () => {
    const list = [
      ['shown', 0],
      ['shown', 1],
      ['partial', 20],
      ['dismissed', 30],
      ['completed', 31],
    ] as const;
    expect(responseRate(prompts(list))).toMatchObject({ n: 3, completed: 1, open: 2, started: 1 });
    expect(responseRate(prompts(list))).not.toHaveProperty('completion');
    expect(responseRate(prompts(list), 51 * minute)).toMatchObject({ n: 5, open: 0 });
  });

  test('is absent for a source that lists answers only, and below two prompts', () => {
    expect(
      responseRate(
        prompts([
          ['completed', 0],
          ['partial', 0],
          ['completed', 90],
        ]),
      ),
    ).toBeUndefined();
    expect(
      responseRate(
        prompts([
          ['unknown', 0],
          ['unknown', 0],
        ]),
      ),
    ).toBeUndefined();
    expect(responseRate(prompts([['dismissed', 0]]))).toBeUndefined();
    expect(
      responseRate(
        prompts([
          ['completed', 0],
          ['shown', 0],
        ]),
      ),
    ).toBeUndefined();
    expect(
      responseRate(
        prompts([
          ['completed', 0],
          ['completed', 0],
          ['shown', 0],
        ]),
      ),
    ).toMatchObject({ value: 1, n: 2 });
  });
});
