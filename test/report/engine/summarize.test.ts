import { describe, expect, test } from 'vitest';
import * as code from '../../../report/engine/columns.ts';
import { ColumnsBuilder } from '../../../report/engine/columns-builder.ts';
import { BLOCK_ABSENT, idBlocks } from '../../../report/engine/id-blocks.ts';
import { summarize } from '../../../report/engine/summarize.ts';
import { crossTable } from '../../../report/engine/count-tables.ts';
import type { ScaleDefinition } from '../../../shared/summary/summary.ts';

const NPS: ScaleDefinition = { key: 'nps', role: 'nps', question: 'nps', min: 0, max: 10 };
const CSAT: ScaleDefinition = {
  key: 'csat',
  role: 'csat',
  question: 'csat',
  min: 1,
  max: 5,
  label: 'Overall',
};
const speed: ScaleDefinition = {
  key: 'service.satisfaction.speed',
  role: 'satisfaction',
  question: 'service',
  attribute: 'speed',
  min: 1,
  max: 5,
};

describe('summarize(columns)', () => {
  function build(rows: readonly (readonly (number | undefined)[])[], head: object = {}) {
    const builder = new ColumnsBuilder();
    const handles = [NPS, CSAT, speed].map((scale) => builder.scale(scale));
    for (const cells of rows) {
      const row = builder.add({ survey: 's', ...head });
      cells.forEach((value, k) => value !== undefined && builder.cell(row, handles[k], value));
    }
    return builder.build();
  }

  test('counts answers by point and the four reasons for none', () => {
    const builder = new ColumnsBuilder();
    const nps = builder.scale(NPS);
    for (const value of [0, 10, 10, 11]) builder.cell(builder.add({}), nps, value);
    builder.missing(builder.add({}), nps, code.CELL_SKIPPED);
    builder.missing(builder.add({}), nps, code.CELL_NOT_APPLICABLE);
    builder.add({});
    const [slice] = summarize(builder.build()).slices;
    expect(slice).toMatchObject({ survey: '', columns: [NPS], all: { records: 7, hashed: false } });
    expect(slice.all.histograms.nps).toEqual({
      counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2],
      skipped: 1,
      notApplicable: 1,
      notShown: 1,
      rejected: 1,
    });
  });

  test('crosses answers, "no answer" last', () => {
    const [slice] = summarize(
      build([
        [10, 5, 5],
        [10, 5],
        [undefined, 1, 1],
      ]),
    ).slices;
    const table = slice.all.cross.find(({ keys }) => keys.join() === 'csat,nps');
    expect(table?.counts).toHaveLength(6 * 12);
    expect(table?.counts[4 * 12 + 10]).toBe(2);
    expect(table?.counts[11]).toBe(1);
  });

  test('adds cross products of complete records only', () => {
    const [slice] = summarize(
      build([
        [10, 5, 4],
        [10, 5],
        [9, 3, 2],
      ]),
    ).slices;
    expect(slice.all.complete).toEqual([
      {
        name: 'drivers.csat',
        keys: ['csat', speed.key],
        total: { n: 2, sums: [8, 6], products: [34, 26, 20] },
      },
      {
        name: 'drivers.nps',
        keys: ['nps', speed.key],
        total: { n: 2, sums: [19, 6], products: [181, 58, 20] },
      },
    ]);
  });

  test('deals complete records into blocks by id, unless a record of the slice has none', () => {
    const builder = new ColumnsBuilder();
    const [csat, attribute] = [builder.scale(CSAT), builder.scale(speed)];
    for (const [survey, id] of [
      ['a', 'abc'],
      ['a', 'x'],
      ['b', 'y'],
      ['b', ''],
    ]) {
      const row = builder.add({ survey, id });
      builder.cell(row, csat, 4);
      builder.cell(row, attribute, 3);
    }
    const columns = builder.build();
    const blocks = idBlocks(columns);
    expect(blocks?.[3]).toBe(BLOCK_ABSENT);
    const [a, b] = summarize(columns, { blocks }).slices;
    expect(a.all.complete[0].blocks).toHaveLength(64);
    expect(a.all.complete[0].blocks?.[0x90 % 64]).toEqual({ n: 1, sums: [4, 3], products: [16, 12, 9] });
    expect(b.all).toMatchObject({ hashed: false });
    expect(b.all.complete[0]).not.toHaveProperty('blocks');
    expect(idBlocks({ rows: 0 })).toBeUndefined();
  });

  test('takes only the rows that the filter keeps', () => {
    const columns = build([
      [10, 5],
      [0, 1],
      [9, 4],
    ]);
    const [slice] = summarize(columns, { rows: Uint8Array.of(1, 0, 1) }).slices;
    expect(slice.all.records).toBe(2);
    expect(slice.all.histograms.csat.counts).toEqual([0, 0, 0, 1, 1]);
    expect(summarize(columns, { rows: new Uint8Array(3) }).slices).toEqual([]);
  });

  test('keys slices by survey, version and audience, and leaves out columns nobody was shown', () => {
    const builder = new ColumnsBuilder();
    const [nps, csat] = [builder.scale(NPS), builder.scale(CSAT)];
    const heads = [
      { survey: 'b' },
      { survey: 'a', surveyVersion: 2 },
      { survey: 'a', audience: 'manager' },
      { survey: 'a' },
    ];
    heads.forEach((head, k) => builder.cell(builder.add(head), k === 0 ? csat : nps, 3));
    const { slices } = summarize(builder.build());
    expect(
      slices.map(({ survey, surveyVersion, audience, columns }) => [
        survey,
        surveyVersion,
        audience,
        columns[0].key,
      ]),
    ).toEqual([
      ['a', undefined, undefined, 'nps'],
      ['a', undefined, 'manager', 'nps'],
      ['a', '2', undefined, 'nps'],
      ['b', undefined, undefined, 'csat'],
    ]);
  });

  test('allows a key on two scales in two versions, and throws within one', () => {
    const builder = new ColumnsBuilder();
    const [five, seven] = [builder.scale(CSAT), builder.scale({ ...CSAT, max: 7 })];
    builder.cell(builder.add({ surveyVersion: 1 }), five, 5);
    builder.cell(builder.add({ surveyVersion: 2 }), seven, 7);
    expect(summarize(builder.build()).slices.map(({ columns }) => columns[0].max)).toEqual([5, 7]);
    builder.cell(builder.add({ surveyVersion: 2 }), five, 5);
    expect(() => summarize(builder.build())).toThrow(RangeError);
  });

  test('keeps records open that are shown or partial within 30 minutes of the newest', () => {
    const builder = new ColumnsBuilder();
    const nps = builder.scale(NPS);
    const minute = 60_000;
    for (const [status, at] of [
      ['shown', 0],
      ['shown', 1],
      ['partial', 2],
      ['completed', 31],
      ['dismissed', 3],
    ] as const)
      builder.cell(builder.add({ status, shownAt: at * minute }), nps, 5);
    builder.cell(builder.add({ status: 'shown' }), nps, 5);
    const { oldest, newest, response } = summarize(builder.build()).slices[0].all;
    expect([oldest, newest]).toEqual([0, 31 * minute]);
    expect(response).toEqual({
      settled: { unknown: 0, shown: 2, dismissed: 1, partial: 0, completed: 1 },
      open: [
        { shownAt: minute, status: 'shown', count: 1 },
        { shownAt: 2 * minute, status: 'partial', count: 1 },
      ],
    });
  });

  test('does not touch its input', () => {
    const columns = build([
      [10, 5, 4],
      [0, 1, 1],
    ]);
    const before = structuredClone(columns);
    summarize(columns, { rows: Uint8Array.of(1, 1) });
    expect(columns).toEqual(before);
  });

  test('crossTable(columns) throws for fewer than two columns', () => {
    expect(() => crossTable([])).toThrow(RangeError);
  });
});
