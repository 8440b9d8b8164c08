import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { airportExports, AIRPORT, cli, fixture, Folder } from './run-cli.ts';

let folder: Folder;
beforeAll(() => {
  folder = new Folder();
});
afterAll(() => folder.remove());

describe('fourfold sql', () => {
  test('prints statements for an export of ours, by its header and a few rows', async () => {
    const file = folder.file('answers.csv', airportExports(400).csv);
    const to = folder.at('count.sql');
    const { code, told } = await cli('sql', file, '--dialect', 'duckdb', '-o', to);
    expect([code, told]).toEqual([0, '']);
    expect(folder.read('count.sql')).toContain('"service.satisfaction.');
  });

  test('prints statements for another table, by its mapping', async () => {
    const args = [AIRPORT, '--map', fixture('data/sfo_2017.map.json'), '--dialect', 'clickhouse'];
    const { code, out } = await cli('sql', ...args, '--table', 'survey.airport');
    expect(code).toBe(0);
    expect(out).toContain('from "survey"."airport"');
  });

  test('says which columns of a mapping the table lacks', async () => {
    const map = {
      ...{ format: 'fourfold-map', version: 1, survey: 'city' },
      columns: [
        { column: 'q1', role: 'nps', scale: { min: 0, max: 10 } },
        { column: 'ward', role: 'segment' },
      ],
    };
    const file = folder.file('city.csv', 'q1,other\n9,x\n');
    const { code, told } = await cli(
      ...['sql', file, '--map', folder.file('city.map.json', JSON.stringify(map)), '--dialect', 'postgres'],
    );
    expect(code).toBe(0);
    expect(told).toContain('the table lacks the column: ward');
  });

  test('says that a database has each name once', async () => {
    const file = folder.file('twice.csv', 'id,survey,nps,nps\na,shop,9,1\n');
    const { code, told } = await cli('sql', file, '--dialect', 'postgres');
    expect(code).toBe(0);
    expect(told).toContain('A database has each name once; the second is left out: nps');
  });

  const own = (name: string, columns: string) => folder.file(name, `id,survey,${columns}\na,shop,9\n`);
  const rating = (id: string, max: number) =>
    folder.file(
      `${id}.json`,
      JSON.stringify({
        id,
        version: 1,
        questions: [{ id: 'ease', kind: 'rating', label: 'Ease', scale: { min: 1, max } }],
      }),
    );
  test.each<[string, () => string[], number, RegExp]>([
    [
      'no dialect',
      () => [own('a.csv', 'nps')],
      2,
      /--dialect: expected one of duckdb, clickhouse, postgres, got nothing/,
    ],
    [
      'another dialect',
      () => [own('a.csv', 'nps'), '--dialect', 'oracle'],
      2,
      /--dialect: expected one of .*got oracle/,
    ],
    [
      'a file without a header',
      () => [folder.file('a.ndjson', airportExports(900).ndjson), '--dialect', 'duckdb'],
      1,
      /expected a table, whose header names the columns/,
    ],
    [
      'two headers',
      () => [own('a.csv', 'nps'), own('b.csv', 'csat'), '--dialect', 'duckdb'],
      1,
      /expected tables with one header/,
    ],
    [
      'a file with mistakes',
      () => [own('a.csv', 'nps'), folder.file('q.json', '{"questions":3}'), '--dialect', 'duckdb'],
      1,
      /no statements were written/,
    ],
    [
      'a question on two scales',
      () => [
        folder.file('two.csv', 'id,survey,ease\na,x,3\nb,y,3\n'),
        rating('x', 5),
        rating('y', 7),
        '--dialect',
        'duckdb',
      ],
      1,
      /expected ease on one scale, got two; write the statements for each survey/,
    ],
    [
      'a table of means',
      () => [
        fixture('data/martilla_james_1977.csv'),
        '--map',
        fixture('data/martilla_james_1977.map.json'),
        '--dialect',
        'duckdb',
      ],
      1,
      /expected a table of answers, got one of means/,
    ],
  ])('ends at %s, and says why', async (_, args, exit, reason) => {
    const { code, out, told } = await cli('sql', ...args());
    expect([code, out]).toEqual([exit, '']);
    expect(told).toMatch(reason);
  });
});
