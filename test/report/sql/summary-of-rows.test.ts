import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownSqlPlan } from '../../../report/sql/own-sql-plan.ts';
import { digestOf, resultPlan } from '../../../report/sql/result-plan.ts';
import { completeRules } from '../../../shared/summary/default-rules.ts';
import { md5 } from '../../../shared/summary/md5.ts';
import { cli, Folder } from '../cli/run-cli.ts';

type Row = Record<string, string | number>;

const HEADER = ['id', 'revision', 'survey', 'surveyVersion', 'status', 'skipped', 'nps'];
const IDS = ['a', 'b', 'c'];
const CSV = `${HEADER.join(',')}\na,1,shop,2,completed,,9\nb,1,shop,2,completed,,9\nc,1,shop,2,completed,nps,\n`;

const plan = ownSqlPlan({
  ...{ header: HEADER, questionnaires: [], rules: completeRules({}) },
  known: [{ survey: 'shop', version: '2' }],
});
const result = resultPlan(typeof plan === 'string' ? expect.fail() : plan);

/** What a database gives for the three records, worked out by hand. */
function result3(): Row[] {
  const empty = { survey: '', survey_version: '', audience: '', scope: '', value: '', moment: 0, item: '' };
  const put = (part: string, more: Row): Row => ({
    ...{ digest: digestOf(result), part, ...empty, level: 0, n: 3, sums: '' },
    ...more,
  });
  const all = { survey: 'shop', survey_version: '2', scope: 'all' };
  const rows = [
    put('plan', { item: JSON.stringify(result), n: 1 }),
    ...['row', 'shownAt', 'status', 'durationMs', 'id', 'survey', 'conflict'].map((item) =>
      put('check', { item, n: 0 }),
    ),
    put('records', all),
    put('histogram', { ...all, item: '1', level: 9, n: 2 }),
    put('histogram', { ...all, item: '1', level: 252, n: 1 }),
    put('status', { ...all, level: 4 }),
    put('health', { ...all, level: 0 }),
    put('sample', all),
    ...IDS.map((id) => put('sketch', { survey: 'shop', item: headOf(id), n: 1 })),
  ];
  return [...rows, put('end', { n: rows.length + 1 })];
}

function headOf(id: string): string {
  return Array.from(md5(id), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 13);
}

let folder: Folder;
beforeAll(() => {
  folder = new Folder();
});
afterAll(() => folder.remove());

const ndjson = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const summarised = (text: string, ...more: string[]) =>
  cli('summarize', '--from', folder.file('rows.ndjson', text), ...more);

/** The result with one row changed: the one of that part, and the how-manieth of them. */
function changed(part: string, change: Row, at = 0): Row[] {
  const rows = result3();
  const found = rows.filter((row) => row.part === part)[at];
  return rows.map((row) => (row === found ? { ...row, ...change } : row));
}

describe('fourfold summarize --from', () => {
  test('gives the summary of the same answers, byte for byte', async () => {
    const own = await cli('summarize', folder.file('answers.csv', CSV));
    const counted = await summarised(ndjson(result3()));
    expect([counted.code, counted.told]).toEqual([0, '']);
    expect(counted.out).toBe(own.out);
  });

  test('takes the parts of a result from several files, in any order, and numbers as texts', async () => {
    const rows = result3().map((row) => ({ ...row, n: String(row.n), level: String(row.level) }));
    const files = [rows.slice(5), rows.slice(0, 5)].map((some, k) =>
      folder.file(`${k}.ndjson`, ndjson(some)),
    );
    const counted = await cli('summarize', ...files.flatMap((file) => ['--from', file]));
    expect(counted.out).toBe((await summarised(ndjson(result3()))).out);
  });

  test('tells what did not count, and ends with 1 under --strict', async () => {
    const rows = ndjson(changed('check', { n: 2 }, 1));
    const { code, told } = await summarised(rows);
    expect([code, told]).toEqual([0, '2 cells of shownAt could not be read']);
    expect((await summarised(rows, '--strict')).code).toBe(1);
    expect((await summarised(ndjson(changed('check', { n: 4 })))).told).toBe('4 rows did not count');
  });

  test.each<[string, () => string, RegExp]>([
    [
      'a line that is no JSON',
      () => `${ndjson(result3())}{"part"`,
      /rows\.ndjson, line 19: expected a row as JSON/,
    ],
    ['a list', () => '[1]\n', /line 1: expected a row as JSON, got "\[1\]"/],
    [
      'a negative count',
      () => ndjson(changed('records', { n: -3 })),
      /line 9: expected a whole number in n.*got -3/,
    ],
    [
      'half a count',
      () => ndjson(changed('records', { n: 2.5 })),
      /line 9: expected a whole number in n.*got 2\.5/,
    ],
    [
      'sums that are none',
      () => ndjson(changed('records', { sums: '1 x' })),
      /line 9: expected whole numbers in sums/,
    ],
    [
      'a text that is missing',
      () => ndjson(changed('status', { scope: 3 })),
      /line 12: expected a text in scope, got 3/,
    ],
    [
      'another part',
      () => ndjson(changed('status', { part: 'mood' })),
      /line 12: expected a part of a summary, got "mood"/,
    ],
    ['no plan', () => ndjson(result3().slice(1)), /expected a row with part "plan"/],
    ['two results', () => ndjson([...result3(), ...result3()]), /line 19: expected one result, got "two"/],
    [
      'rows of another plan',
      () => ndjson(changed('records', { digest: '0123456789ab' })),
      /line 9: expected rows of the plan [0-9a-f]{12}, got "0123456789ab"/,
    ],
    [
      'a plan of another version',
      () => ndjson(changed('plan', { item: '{"format":"fourfold-rows","version":9}' })),
      /line 1: expected fourfold-rows 1, got 9/,
    ],
    [
      'a plan that was changed',
      () => ndjson(changed('plan', { item: JSON.stringify({ ...result, fields: ['tier'] }) })),
      /line 1: expected a plan with the digest/,
    ],
    ['no end', () => ndjson(result3().slice(0, -1)), /expected a row with part "end"/],
    [
      'a row that is missing',
      () => ndjson(result3().filter(({ part }) => part !== 'sample')),
      /expected 18 rows, got 17/,
    ],
    ['a row that is there twice', () => ndjson([...result3(), result3()[8]]), /expected 18 rows, got 19/],
    [
      'ids in two rows',
      () => ndjson(changed('check', { n: 2 }, 6)),
      /line 8: expected one row for each id and revision, got 2; .*delete/,
    ],
    [
      'a survey that is not known',
      () => ndjson(changed('check', { n: 1 }, 5)),
      /line 7: expected surveys and versions that the statements know/,
    ],
    [
      'ids with a guard',
      () => ndjson(changed('check', { n: 1 }, 4)),
      /line 6: expected ids without an apostrophe/,
    ],
    [
      'a part that does not add up',
      () => ndjson(changed('health', { n: 2 })),
      /line 9: expected 3 records in health too, got 2/,
    ],
    [
      'a histogram that does not add up',
      () => ndjson(changed('histogram', { n: 4 })),
      /rows for slices\[0\]\.all\.histograms\.nps/,
    ],
    [
      'a column that the plan lacks',
      () => ndjson(changed('histogram', { item: '7' })),
      /line 10: expected numbers of columns, got "7"/,
    ],
    [
      'a level that the column lacks',
      () => ndjson(changed('histogram', { level: 300 })),
      /line 10: expected a level below 256, got 300/,
    ],
  ])('refuses %s, with the reason', async (_, text, reason) => {
    const { code, out, told } = await summarised(text());
    expect([code, out]).toEqual([1, '']);
    expect(told).toMatch(reason);
  });

  test('refuses a result without records: the table lacked a column', async () => {
    const rows = result3().filter(({ part }) => ['plan', 'check', 'end'].includes(String(part)));
    const { code, told } = await summarised(
      ndjson(rows.map((row) => (row.part === 'end' ? { ...row, n: rows.length } : row))),
    );
    expect(code).toBe(1);
    expect(told).toContain('expected records, got nothing');
  });

  test('lists the first twenty faults', async () => {
    const { told } = await summarised('{}\n'.repeat(30));
    expect(told.match(/expected a text/g)).toHaveLength(20);
  });

  test.each<[string, () => string[], number, RegExp]>([
    ['files and rows', () => ['answers.csv', '--from', 'rows.ndjson'], 2, /expected either files or --from/],
    ['neither', () => [], 2, /expected a file, got 0/],
    [
      'rows that are not there',
      () => ['--from', folder.at('none.ndjson')],
      1,
      /none\.ndjson: it cannot be read/,
    ],
  ])('takes %s for a mistake', async (_, args, exit, reason) => {
    const { code, told } = await cli('summarize', ...args());
    expect(code).toBe(exit);
    expect(told).toMatch(reason);
  });
});
