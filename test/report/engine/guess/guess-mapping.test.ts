import { describe, expect, test } from 'vitest';
import type { MappedColumn } from '../../../../shared/mapping/mapping.ts';
import { parseMapping } from '../../../../shared/mapping/parse-mapping.ts';
import { inspect, type TableInspection } from '../../../../report/engine/inspect.ts';
import { blobSource } from '../../../../report/engine/source.ts';
import { fixtureSource } from '../../support/read-disk.ts';

async function inspected(text: string): Promise<TableInspection> {
  const { table } = await inspect(blobSource('shop.csv', new Blob([text])));
  if (!table) throw new Error('inspected: expected a table');
  return table;
}

async function guessOf(text: string) {
  return (await inspected(text)).guess;
}

/** A table of one column, its cells one after another as often as they are said. */
async function columnOf(name: string, ...cells: [string | number, number][]): Promise<MappedColumn> {
  const rows = cells.flatMap(([cell, times]) => Array.from({ length: times }, () => cell));
  const { mapping } = await guessOf(`${name}\n${rows.join('\n')}\n`);
  return mapping.columns[0];
}

const points = (from: number, to: number, times = 20): [number, number][] =>
  Array.from({ length: to - from + 1 }, (_, step) => [from + step, times]);

describe('guessMapping(profile) of an NPS column', () => {
  test('is NPS on 0–10, with 11 as no answer', async () => {
    const column = await columnOf('netpro', ...points(0, 10), [11, 9]);
    expect(column).toMatchObject({ role: 'nps', scale: { min: 0, max: 10 }, missing: ['11'] });
  });

  test('on 1–10 is not NPS before its owner says so', async () => {
    const rows = points(1, 10).flatMap(([point, times]) => Array.from({ length: times }, () => point));
    const { mapping, proposals } = await guessOf(`recommend\n${rows.join('\n')}\n`);
    expect(mapping.columns[0]).toMatchObject({ role: 'nps', scale: { min: 1, max: 10 } });
    expect(mapping.npsOneToTen).toBe(false);
    expect(proposals).toContainEqual({ kind: 'nps-one-to-ten', column: 'recommend', count: 200 });
  });

  test('of few answers is long by its name, and not NPS before its owner says so', async () => {
    const { mapping, proposals } = await guessOf('id,nps\na,1\nb,10\nc,9\nd,3\ne,10\n');
    expect(mapping.columns[1]).toMatchObject({ role: 'nps', scale: { min: 1, max: 10 } });
    expect(mapping.columns[1]).not.toHaveProperty('missing');
    expect(proposals).toContainEqual({ kind: 'nps-one-to-ten', column: 'nps', count: 5 });
  });

  test('on 1–11 is a rating, and its owner is told', async () => {
    const rows = points(1, 11).flatMap(([point, times]) => Array.from({ length: times }, () => point));
    const { mapping, proposals } = await guessOf(`likely_to_recommend\n${rows.join('\n')}\n`);
    expect(mapping.columns[0]).toMatchObject({ role: 'rating', scale: { min: 1, max: 11 } });
    expect(proposals).toContainEqual({
      kind: 'nps-one-to-eleven',
      column: 'likely_to_recommend',
      count: 220,
    });
  });
});

describe('guessMapping(profile) of scales and codes', () => {
  test.each<[string, [string | number, number][], object]>([
    ['1–5 with 0 as no answer', [[0, 4], ...points(1, 5)], { scale: { min: 1, max: 5 }, missing: ['0'] }],
    ['1–5 with 9', [...points(1, 5), [9, 8]], { scale: { min: 1, max: 5 }, missing: ['9'] }],
    ['1–5 with 99', [...points(1, 5), [99, 8]], { scale: { min: 1, max: 5 }, missing: ['99'] }],
    ['1–7', points(1, 7), { scale: { min: 1, max: 7 } }],
    ['1–10', points(1, 10), { scale: { min: 1, max: 10 } }],
    [
      'words',
      [
        ['Very satisfied', 9],
        ['neutral', 4],
      ],
      { scale: { min: 1, max: 5 } },
    ],
    [
      'two sentences',
      [
        ['satisfied', 9],
        ['neutral or dissatisfied', 4],
      ],
      { satisfiedFrom: 1 },
    ],
    [
      '中文',
      [
        ['非常满意', 9],
        ['一般', 4],
        ['不满意', 2],
      ],
      { scale: { min: 1, max: 5 } },
    ],
    ['NA', [...points(1, 5), ['NA', 8]], { scale: { min: 1, max: 5 }, notApplicable: ['NA'] }],
  ])('tells %s', async (_, cells, expected) => {
    expect(await columnOf('csat', ...cells)).toMatchObject({ role: 'csat', ...expected });
  });

  test('takes a column with a code of its own as one of the battery', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => [
      ...[(n % 5) + 1, ((n * 2) % 5) + 1, ((n * 3) % 5) + 1],
      n % 6 ? (n % 5) + 1 : 99,
    ]);
    const { mapping } = await guessOf(`味道,速度,态度,停车\n${rows.join('\n')}\n`);
    expect(mapping.columns.map(({ role }) => role)).toEqual(Array.from({ length: 4 }, () => 'satisfaction'));
    expect(mapping.columns[3]).toMatchObject({ scale: { min: 1, max: 5 }, missing: ['99'] });
  });

  test('leaves a single mistake to be rejected', async () => {
    const column = await columnOf('csat', ...points(1, 5, 200), [55, 1], ['abc', 1]);
    expect(column).toEqual({ column: 'csat', role: 'csat', scale: { min: 1, max: 5 } });
  });

  test('proposes to trim spaces and to read 4.0 as 4, with counts, and does neither by itself', async () => {
    const { mapping, proposals } = await guessOf('csat\n 1\n2\n3.0\n4.0\n5\n5\n1\n');
    expect(mapping.table).toMatchObject({ trimSpaces: false, wholeDecimals: false });
    expect(proposals).toEqual([
      { kind: 'trim-spaces', column: 'csat', count: 1 },
      { kind: 'whole-decimals', column: 'csat', count: 2 },
    ]);
  });
});

describe('guessMapping(profile) of names', () => {
  const row = (cells: readonly (string | number)[]) => cells.join(',');
  test('tells importance and satisfaction of one attribute, in Chinese too', async () => {
    const header = '序号,停车重要性,停车满意度,网络重要性,网络满意度,推荐意愿,总体满意度,意见';
    const rows = Array.from({ length: 40 }, (_, at) => {
      const five = (at % 5) + 1;
      return row([at + 1, five, 6 - five, five, five, at % 11, five, `第${at}条：希望停车更方便`]);
    });
    const { mapping } = await guessOf(`${header}\n${rows.join('\n')}\n`);
    expect(
      mapping.columns.map(({ role, ...rest }) => [role, 'attribute' in rest ? rest.attribute : '']),
    ).toEqual([
      ['id', ''],
      ['importance', '停车'],
      ['satisfaction', '停车'],
      ['importance', '网络'],
      ['satisfaction', '网络'],
      ['nps', ''],
      ['csat', ''],
      ['comment', ''],
    ]);
  });

  test('tells weights by their values, times by their form, segments by how few they are', async () => {
    const header = 'respondent;factor;submitted;city;seconds';
    const rows = Array.from({ length: 100 }, (_, at) =>
      [
        at,
        (0.5 + at / 99).toFixed(4).replace('.', ','),
        `${(at % 28) + 1}.03.2026`,
        ['Oslo', 'Bergen'][at % 2],
        at + 30,
      ].join(';'),
    );
    const { mapping } = await guessOf(`${header}\n${rows.join('\n')}\n`);
    expect(mapping.table).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(mapping.columns).toEqual([
      { column: 'respondent', role: 'id' },
      { column: 'factor', role: 'weight' },
      { column: 'submitted', role: 'time', form: 'day-first' },
      { column: 'city', role: 'segment' },
      { column: 'seconds', role: 'duration', unit: 's' },
    ]);
    expect(mapping.weighted).toBe(true);
  });

  test('takes odd names as ordinary ones', async () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const rows = Array.from({ length: 20 }, (_, at) => names.map(() => (at % 5) + 1).join(','));
    const { mapping } = await guessOf(`${names.join(',')}\n${rows.join('\n')}\n`);
    expect(mapping.columns.map(({ column }) => column)).toEqual(names);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined(); // a fresh object must not have it
  });

  test('knows an export of ours', async () => {
    expect((await inspected('id,survey,nps\na,shop,9\n')).own).toBe(true);
    expect((await inspected('id,score\na,9\n')).own).toBe(false);
  });
});

describe('guessMapping(profile) of real surveys', () => {
  test.each([
    ['../../demo/data/sfo_2017.csv'],
    ['data/sfo_trend.csv'],
    ['data/kc_residents.csv'],
    ['data/airline.csv'],
    ['data/asap_reviews_zh.csv'],
    ['data/nps_verbatim_en.csv'],
    ['data/hoteles.csv'],
    ['gold/mobi.csv'],
    ['data/martilla_james_1977.csv'],
  ])('makes a mapping of %s that can be read again', async (path) => {
    const { table } = await inspect(fixtureSource(path));
    expect(parseMapping(JSON.parse(JSON.stringify(table?.guess.mapping)))).toEqual({
      ok: true,
      value: table?.guess.mapping,
    });
  });

  test('finds the airport’s codes and weights', async () => {
    const { table } = await inspect(fixtureSource('../../demo/data/sfo_2017.csv'));
    const { mapping, proposals } = table?.guess ?? { mapping: undefined, proposals: [] };
    const role = (name: string) => mapping?.columns.find(({ column }) => column === name);
    expect(role('q7_food')).toEqual({
      ...{ column: 'q7_food', role: 'satisfaction', attribute: 'food', scale: { min: 1, max: 5 } },
      ...{ missing: ['0'], notApplicable: ['6'] },
    });
    expect(role('netpro')).toMatchObject({ role: 'nps', missing: ['11'] });
    expect(role('weight')).toEqual({ column: 'weight', role: 'weight' });
    expect(proposals).toContainEqual({ kind: 'missing', column: 'netpro', code: '11', count: 84 });
    expect(proposals).toContainEqual({ kind: 'weight', column: 'weight', count: 2831 });
  });

  test('finds the city’s picks, and numbers that begin anew in each wave', async () => {
    const { table } = await inspect(fixtureSource('data/kc_residents.csv'));
    expect(table?.guess.mapping.picks).toMatchObject([
      { columns: ['top1_priority', 'top2_priority', 'top3_priority'], none: ['99'] },
    ]);
    expect(table?.guess.mapping.picks?.[0].options[15]).toEqual({
      code: '16',
      attribute: 'planning_development',
    });
    expect(table?.guess.mapping.columns.slice(0, 2)).toEqual([
      { column: 'wave', role: 'time', form: 'label', partOfId: true },
      { column: 'row', role: 'id' },
    ]);
  });
});
