import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseMapping } from '../../../shared/mapping/parse-mapping.ts';
import { COMMANDS } from '../../../report/cli/usage.ts';
import { goldNumber, oracleFile } from '../../shared/metrics/gold.ts';
import { AIRPORT, Folder, airportExports, cli, fixture } from './run-cli.ts';

const ORACLE = oracleFile('real-surveys.json');
let folder: Folder;
/** Every sixth passenger, as the survey comes. */
let some = '';
beforeAll(() => {
  folder = new Folder();
  const lines = readFileSync(AIRPORT, 'utf8').trimEnd().split('\n');
  some = folder.file('some.csv', lines.filter((_, at) => at % 6 === 0).join('\n'));
});
afterAll(() => folder.remove());

interface FiguresJson {
  readonly survey: string;
  readonly records: number;
  readonly nps?: {
    readonly value: number;
    readonly n: number;
    readonly effectiveN?: number;
    readonly scale: string;
  };
  readonly serviceLevel?: { readonly levels: readonly { readonly count: number }[] };
  readonly matrix?: { readonly importance: string; readonly crosshair: { readonly kind: string } };
}

async function figuresOf(...args: string[]): Promise<FiguresJson> {
  const { out, code, told } = await cli('figures', ...args, '--json');
  expect(code, told).toBe(0);
  return JSON.parse(out) as FiguresJson; // the format under test
}

describe('fourfold', () => {
  test.each(Object.keys(COMMANDS).filter((name) => name !== 'collect'))(
    '%s --help says what it does',
    async (name) => {
      const { code, out, told } = await cli(name, '--help');
      expect([code, told]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`^fourfold ${name} `));
      expect(out).toContain('Exit codes: 0 done; 1 ');
    },
  );

  test('--help names every command', async () => {
    const { code, out } = await cli('--help');
    expect(code).toBe(0);
    for (const name of Object.keys(COMMANDS)) expect(out).toContain(`\n  ${name} `);
  });

  test.each<[string, string[], RegExp]>([
    ['no command', [], /^fourfold: expected a command \(figures, .*\), got nothing/],
    ['another command', ['draw'], /got "draw"/],
    ['no file', ['figures'], /^fourfold figures: expected a file, got 0\nSee fourfold figures --help\.$/],
    ['an option that there is not', ['figures', 'a.csv', '--colour'], /--colour/],
    [
      'a crosshair that there is not',
      ['figures', 'a.csv', '--crosshair', 'mode'],
      /--crosshair: expected mean, median/,
    ],
    ['half a filter', ['figures', 'a.csv', '--filter', 'tier'], /--filter: expected FIELD=VALUE, got tier/],
    [
      'a day that is none',
      ['figures', 'a.csv', '--from', 'May'],
      /--from: expected a day such as 2026-03-01/,
    ],
    [
      'a share above 1',
      ['figures', 'a.csv', '--certainty', '80'],
      /--certainty: expected a number from 0 to 1/,
    ],
    [
      'another encoding',
      ['map', 'a.csv', '--encoding', 'latin'],
      /--encoding: expected one of utf-8, .*, got latin/,
    ],
    ['no place for the report', ['report', 'a.csv'], /expected -o FILE/],
    ['two files to map', ['map', 'a.csv', 'b.csv'], /expected one file, got 2/],
  ])('ends with 2 at %s, and names what it takes', async (_, args, message) => {
    const { code, out, told } = await cli(...args);
    expect([code, out]).toEqual([2, '']);
    expect(told).toMatch(message);
  });

  test.each<[string, () => string[], RegExp]>([
    [
      'a file that is not there',
      () => ['figures', folder.at('none.csv')],
      /none\.csv: there is no such file/,
    ],
    ['a folder', () => ['figures', folder.path], /it is a folder|illegal operation/],
    [
      'a mapping that is not there',
      () => ['figures', AIRPORT, '--map', folder.at('no.json')],
      /no\.json: it cannot be read/,
    ],
    [
      'a mapping with mistakes',
      () => ['figures', AIRPORT, '--map', folder.file('bad.json', '{"format":"fourfold-map"}')],
      /bad\.json is a mapping with mistakes:\n {2}version: /,
    ],
    [
      'nothing in the files',
      () => ['figures', folder.file('empty.csv', '')],
      /empty\.csv is empty.*\nfourfold figures: no answers were found/s,
    ],
    [
      'a workbook that is none',
      () => ['figures', folder.file('bad.xlsx', 'id,nps')],
      /bad\.xlsx: expected a workbook/,
    ],
    ['JSON to map', () => ['map', folder.file('a.json', '{"a":1}')], /expected a table, got JSON/],
  ])('ends with 1 at %s', async (_, args, message) => {
    const { code, out, told } = await cli(...args());
    expect([code, out]).toEqual([1, '']);
    expect(told).toMatch(message);
  });
});

describe('fourfold figures on a table without an overall question', () => {
  test('prints what is rated, the lowest first, and says what is missing and what to do', async () => {
    const { out, told, code } = await cli('figures', fixture('data/customersat.csv'));
    expect(code).toBe(0);
    // python3 -c "import csv; r=list(csv.DictReader(open('test/fixtures/data/customersat.csv'))); print(sorted((sum(int(x[q]) for x in r)/len(r), q) for q in r[0] if q!='id')[0], len(r))"
    expect(out).toMatch(/attribute +satisfaction +95 % +n\nQ4 +5\.65 .* 182\n/);
    expect(told).toMatch(
      /No question is taken as overall satisfaction.*\n {2}If a column holds it: fourfold map .*customersat\.csv/,
    );
  });

  test('says nothing of the kind where there is a score', async () => {
    expect((await cli('figures', some)).told).not.toContain('No question is taken');
  });
});

describe('fourfold map and figures on the airport’s survey as it comes', { timeout: 60_000 }, () => {
  test('propose 0, 6 and 11 as no answers, find the weights, and give NPS 39.8 without them', async () => {
    const mapped = await cli('map', AIRPORT, '-o', folder.at('map.json'));
    expect(mapped.code).toBe(0);
    for (const line of [
      'q7_food: 0 is taken as no answer (69 cells)',
      'q7_food: 6 is taken as "does not apply" (341 cells)',
      'netpro: 11 is taken as no answer (84 cells)',
      'weight: taken as weights; "weighted": false counts each record as one (2831 cells)',
    ])
      expect(mapped.told.split('\n')).toContain(line);
    expect(parseMapping(JSON.parse(folder.read('map.json'))).ok).toBe(true);

    const plain = await figuresOf(AIRPORT, '--map', folder.at('map.json'), '--unweighted');
    expect(plain.nps).toMatchObject({ n: goldNumber(ORACLE, 'sfo_2017', 'nps', 'n') });
    expect(plain.nps?.value.toFixed(1)).toBe('39.8');
    const weighted = await figuresOf(AIRPORT, '--map', folder.at('map.json'));
    expect(weighted.nps?.value).toBeCloseTo(goldNumber(ORACLE, 'sfo_2017', 'weighted', 'value'), 9);
  });

  test('without a mapping say that they guess, and come to the same', async () => {
    const guessed = await cli('figures', some, '--json');
    expect(guessed.told).toContain('nothing says what its columns are; read by a guess');
    const map = folder.at('some.json');
    await cli('map', some, '-o', map);
    const named = await cli('figures', some, '--json', '--map', map);
    expect(guessed.out).toBe(named.out);
  });

  test('for people: a line a figure, then the matrix', async () => {
    const { out } = await cli('figures', some, '--unweighted', '--crosshair', 'median');
    expect(out).toMatch(/^some: 471 records\nNPS +\d\d\.\d {2}\[.*\] {2}n \d{3}\n/);
    expect(out).toContain('Satisfied (4–5 of 1–5)');
    expect(out).toMatch(/\n1 +\S.* \d\.\d\d +\.\d\d +Improve first /);
  });

  test('with a filter count the records that it keeps, and name the fields that there are', async () => {
    const female = await figuresOf(some, '--unweighted', '--filter', 'gender=Female');
    const male = await figuresOf(some, '--unweighted', '--filter', 'gender=Male');
    const both = await figuresOf(
      some,
      '--unweighted',
      '--filter',
      'gender=Male',
      '--filter',
      'gender=Female',
    );
    expect(female.records + male.records).toBe(both.records);
    const { code, told } = await cli('figures', some, '--filter', 'tier=gold');
    expect(code).toBe(2);
    expect(told).toContain('filter: expected a field of the answers (boarding_area, flight_type,');
  });

  test('take importance and crosshair as they are asked for', async () => {
    const own = await figuresOf(some, '--importance', 'derived', '--crosshair', '4,0.5');
    expect(own.matrix).toMatchObject({ importance: 'correlation', crosshair: { kind: 'own' } });
    const weights = await figuresOf(
      fixture('data/customersat.csv'),
      '--importance',
      'weights',
      '--map',
      fixture('data/customersat.map.json'),
    );
    expect(weights.matrix).toMatchObject({ importance: 'relative-weight', crosshair: { kind: 'mean' } });
  });
});

describe('fourfold figures --json', { timeout: 60_000 }, () => {
  test('gives the same bytes of CSV and NDJSON, of one file and of ten, in any order', async () => {
    const { csv, ndjson } = airportExports(14);
    const whole = await cli('figures', folder.file('all.csv', csv), '--json');
    expect(whole.code, whole.told).toBe(0);
    const lines = ndjson.trimEnd().split('\n');
    const parts = Array.from({ length: 10 }, (_, k) =>
      folder.file(`part-${k}.ndjson`, lines.filter((_line, at) => at % 10 === k).join('\n')),
    );
    const others = [
      [folder.file('all.ndjson', ndjson)],
      parts,
      [...parts].reverse(),
      // The same answers twice count once.
      [folder.at('all.csv'), folder.at('all.ndjson')],
    ];
    // Compared as true or false: the text would fill the screen.
    for (const files of others)
      expect((await cli('figures', ...files, '--json')).out === whole.out).toBe(true);
  });

  test('writes 12 significant digits, keys in order, and no list of files', async () => {
    const { out } = await cli('figures', some, '--json');
    const keys = Object.keys(JSON.parse(out) as object); // an object of figures
    expect(keys).toEqual([...keys].sort());
    expect(out).not.toContain('some.csv');
    for (const [digits] of out.matchAll(/\d\.\d+(?=[,}\]])/g))
      expect(digits.replace('.', '').replace(/^0+/, '').length).toBeLessThanOrEqual(12);
  });

  test('gives each level of service its share, n, interval and method', async () => {
    const rows = [1, 1, 2, 4, 4, 4, 4, 5, 6, 6].map((level, at) => `${at},${level}`);
    const scale = { min: 1, max: 6 };
    const map = folder.file(
      'levels.map.json',
      JSON.stringify({
        ...{ format: 'fourfold-map', version: 1, survey: 'levels' },
        columns: [
          { column: 'id', role: 'id' },
          { column: 'level', role: 'rating', scale },
        ],
      }),
    );
    const answers = folder.file('levels.csv', ['id,level', ...rows].join('\n'));
    const { serviceLevel } = await figuresOf(answers, '--map', map);
    // python3 -c "from scipy.stats import binomtest; print(binomtest(4, 10).proportion_ci(method='wilson'))"
    expect(serviceLevel?.levels[3]).toEqual({
      ...{ level: 4, value: 0.4, count: 4, n: 10 },
      interval: { method: 'wilson', level: 0.95, low: 0.168180329706, high: 0.687326230266 },
    });
    expect(serviceLevel?.levels.map(({ count }) => count)).toEqual([2, 1, 0, 4, 1, 2]);
  });

  test('lists what does not count with file, line, column and reason, and ends with 1 only under --strict', async () => {
    const file = folder.file('odd.csv', 'id,survey,nps\na,shop,9\nb,shop,11\nc,shop\nd,shop,8\n');
    const { code, told, out } = await cli('figures', file, '--json');
    expect(code).toBe(0);
    expect(told).toContain(`  ${file}, line 3, column nps: "11": not a whole number from 0 to 10`);
    expect(told).toContain(`  ${file}, line 4: 2 cells where the header has 3`);
    expect(JSON.parse(out)).toMatchObject({ nps: { n: 2 } });
    expect((await cli('figures', file, '--strict')).code).toBe(1);
  });

  test('gives the figures of the good files, and ends with 1 for the bad one', async () => {
    const good = folder.file('good.csv', 'id,survey,nps\na,shop,9\nb,shop,8\n');
    const { code, out, told } = await cli('figures', good, folder.at('empty.csv'), '--json');
    expect(code).toBe(1);
    expect(told).toContain('empty.csv is empty');
    expect(JSON.parse(out)).toMatchObject({ records: 2 });
  });

  test('asks for the encoding where the bytes leave it open', async () => {
    // printf '满意度,城市\n5,上海\n4,上海\n3,上海\n' | iconv -t GB18030 | xxd -p
    const bytes = Buffer.from('c2fad2e2b6c82cb3c7cad00a352cc9cfbaa30a342cc9cfbaa30a332cc9cfbaa30a', 'hex');
    const file = folder.file('gbk.csv', bytes);
    const refused = await cli('figures', file);
    expect(refused.code).toBe(1);
    expect(refused.told).toContain(
      'It is most likely gb18030; if its names look right so, pass --encoding gb18030.',
    );
    const { out } = await cli('figures', file, '--encoding', 'gb18030', '--json');
    expect(JSON.parse(out)).toMatchObject({ survey: 'gbk', csat: { n: 3 } });
  });

  test('reads a workbook as its table', async () => {
    const { out, code, told } = await cli('figures', fixture('data/answers.xlsx'), '--json');
    expect(code, told).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ survey: 'answers', records: 3, csat: { n: 3 } });
  });
});
