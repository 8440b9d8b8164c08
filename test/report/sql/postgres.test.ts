import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeAnswers } from '../../engines/made-answers.ts';
import { postgresEngine } from '../../engines/postgres-engine.ts';
import type { SqlEngine } from '../../engines/sql-engine.ts';
import { countBySql, statementsOf, summaryByEngine, summaryBySql } from '../../engines/summary-by-sql.ts';
import { cli, Folder } from '../cli/run-cli.ts';

describe('fourfold sql --dialect postgres', { timeout: 120_000 }, () => {
  let folder: Folder;
  let engine: SqlEngine;
  beforeAll(async () => {
    folder = new Folder();
    engine = await postgresEngine();
  }, 60_000);
  afterAll(async () => {
    await engine.remove();
    folder.remove();
  });

  test('counts an export as our own engine does, byte for byte', async () => {
    const files = { table: folder.file('answers.csv', [...madeAnswers(1, 150)].join('')) };
    const counted = await summaryBySql(engine, 'postgres', files, folder);
    expect(counted === (await summaryByEngine(files))).toBe(true);
  });

  test('counts a weighted table with picks as our own engine does, and adds up with the rest of it', async () => {
    const maps = [folder.file('mobi.map.json', WEIGHTED)];
    const [first, second] = [WEIGHTED_ROWS.slice(0, 9), WEIGHTED_ROWS.slice(9)];
    const table = (name: string, rows: readonly string[]) =>
      folder.file(name, `id;w;day;q;r;p1;p2\n${rows.join('\n')}\n`.replaceAll(';', ','));
    const counted = await summaryBySql(
      engine,
      'postgres',
      { table: table('first.csv', first), maps },
      folder,
    );
    const rest = await summaryByEngine({ table: table('second.csv', second), maps });
    const parts = [folder.file('first.json', counted), folder.file('second.json', rest)];
    const merged = await cli('merge', ...parts);
    expect(merged.out).toBe(await summaryByEngine({ table: table('all.csv', WEIGHTED_ROWS), maps }));
  });

  test('refuses ids that stand in two different rows, and surveys that it was not written for', async () => {
    const sample = folder.file('sample.csv', 'id,survey,nps\na,shop,9\n');
    const table = folder.file('odd.csv', 'id,survey,nps\na,shop,9\na,shop,3\nb,other,1\n');
    const rows = await countBySql(engine, 'postgres', { table, sample }, folder);
    const { code, told } = await cli('summarize', '--from', rows);
    expect(code).toBe(1);
    expect(told).toContain('expected one row for each id and revision, got 1');
    expect(told).toContain('expected surveys and versions that the statements know, got 1');
  });

  test('says which column the owner’s table lacks before anything is counted', async () => {
    await engine.run('create table crm (id varchar, survey varchar)');
    const sample = folder.file('with-nps.csv', 'id,survey,nps\na,shop,9\n');
    const { out } = await cli('sql', sample, '--dialect', 'postgres', '--table', 'crm');
    const running = statementsOf(out).reduce<Promise<void>>(
      (before, statement) => before.then(() => engine.run(statement)),
      Promise.resolve(),
    );
    await expect(running).rejects.toThrow('column "nps" does not exist');
  });

  test.each([
    ['iso', ['2024-02-29T23:30:00-01:00', '2024/3/1 7:05', '2024.12.31', '2023-1-1T00:00:00.5Z', 'soon', '']],
    ['month-first', ['2/29/2024', '12-31-2024 23:59', '3.1.2024 7:05:09.25', '13/1/2024', '2024-01-01', '']],
    ['epoch-s', ['0', '1709251199', '1709251200', '-1', '4000000000', '']],
    ['epoch-ms', ['951782400000', '1709251199999', '1709251200000', 'x', '1', '']],
    ['label', ['2023 wave 2', '2024 wave 1', ' 2024 wave 1', 'spring', 'spring', '']],
  ])('understands times of the form %s as our own engine does', async (form, times) => {
    const map = {
      ...{
        format: 'fourfold-map',
        version: 1,
        survey: 'town',
        table: { trimSpaces: true, wholeDecimals: true },
      },
      columns: [
        { column: 'when', role: 'time', form },
        { column: 'who', role: 'audience' },
        { column: 'wave', role: 'version' },
        { column: 'place', role: 'touchpoint' },
        { column: 'q', role: 'nps', scale: { min: 0, max: 10 }, values: [{ text: 'none', point: 0 }] },
      ],
    };
    const cells = times.map(
      (time, k) => `${time},${k === 1 ? 'manager' : ''},2, desk ,${['9', ' 8.0', 'none', '11', '', '7'][k]}`,
    );
    const files = {
      table: folder.file('times.csv', `when,who,wave,place,q\n${cells.join('\n')}\n`),
      maps: [folder.file('times.map.json', JSON.stringify(map))],
    };
    const counted = await summaryBySql(engine, 'postgres', files, folder);
    expect(counted).toBe(await summaryByEngine(files));
  });
});

const WEIGHTED = JSON.stringify({
  ...{ format: 'fourfold-map', version: 1, survey: 'town' },
  columns: [
    { column: 'id', role: 'id' },
    { column: 'w', role: 'weight' },
    { column: 'day', role: 'time', form: 'day-first' },
    { column: 'q', role: 'csat', scale: { min: 1, max: 5 } },
    { column: 'r', role: 'satisfaction', attribute: 'roads', scale: { min: 1, max: 5 }, missing: ['9'] },
  ],
  picks: [
    {
      ...{ columns: ['p1', 'p2'], none: ['0'] },
      options: [
        { code: '1', attribute: 'roads' },
        { code: '2', attribute: 'parks' },
      ],
    },
  ],
});

/** Weights of every kind: none, zero, negative, no number, small, with more than ten places, large. */
const WEIGHTED_ROWS = [
  ...['1;0.7312;1/2/2024;5;4', '2;1;29.02.2024 9:05;4;3', '3;.5;3-3-2024;3;9', '4;;4/3/2024;2;2'],
  ...[
    '5;0;5/3/2024;1;1',
    '6;-1;6/3/2024;5;5',
    '7;many;7/3/2024;4;4',
    '8;0.00000000005;31/12/2023 23:59:59.5;3;3',
  ],
  ...[
    '9;900719.9254740991;1/1/2024;2;2',
    '10;900720;2/1/2024;1;1',
    '11;2.123456789049;31/1/2024;5;7',
    '12;3;;4;4',
  ],
].map((row, k) => `${row};${['1;2', '0;', ';', '2;', '7;1'][k % 5]}`);
