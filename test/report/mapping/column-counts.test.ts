import { describe, expect, test } from 'vitest';
import { columnCounts } from '../../../report/mapping/column-counts.ts';
import { isScore } from '../../../report/mapping/score-column.ts';
import { airport, tableOf } from './tables.ts';

async function countsOf(cells: readonly string[], form = {}) {
  const { table } = await tableOf(`food\n${cells.join('\n')}\n`);
  const scale = { min: 1, max: 5 };
  const column = { column: 'food', role: 'satisfaction', attribute: 'food', scale, missing: ['9'] } as const;
  return columnCounts({ ...column, notApplicable: ['6'] }, table.columns[0], form);
}

describe('columnCounts(column, profile, form)', () => {
  test('counts answers, codes by size with their state, and what would be rejected', async () => {
    expect(await countsOf(['1', '5', '5', '9', '6', '6', '7', 'x', '""'])).toEqual({
      ...{ answers: 3, empty: 1, rejected: 2 },
      codes: [
        { code: '6', rows: 2, state: 'not-applicable' },
        { code: '7', rows: 1, state: 'rejected' },
        { code: '9', rows: 1, state: 'missing' },
        { code: 'x', rows: 1, state: 'rejected' },
      ],
    });
  });

  test('rejects spaces and 4.0 until they are allowed', async () => {
    const cells = ['1', ' 2', '3.0', '4'];
    expect(await countsOf(cells)).toMatchObject({ answers: 2, rejected: 2 });
    expect(await countsOf(cells, { trimSpaces: true })).toMatchObject({ answers: 3, rejected: 1 });
    expect(await countsOf(cells, { trimSpaces: true, wholeDecimals: true })).toMatchObject({
      answers: 4,
      rejected: 0,
    });
  });

  test('puts words behind numbers, in the order of their letters', async () => {
    expect((await countsOf(['b', 'a', '-1', '8', '1']))?.codes.map(({ code }) => code)).toEqual([
      '-1',
      '8',
      'a',
      'b',
    ]);
  });

  test('knows no counts of a column with thousands of different cells', async () => {
    expect(await countsOf(Array.from({ length: 2100 }, (_, n) => String(n)))).toBeUndefined();
  });

  // python3 -c "import csv,collections as c; r=[x['q7_ltparking'] for x in csv.DictReader(open('demo/data/sfo_2017.csv'))]; print(c.Counter(r))"
  test('agrees with a count of the airport survey by Python', async () => {
    const { table } = await airport();
    const mapped = table.guess.mapping.columns.find(({ column }) => column === 'q7_ltparking');
    const profile = table.columns.find(({ name }) => name === 'q7_ltparking');
    expect(mapped && profile && isScore(mapped) && columnCounts(mapped, profile, {})).toEqual({
      ...{ answers: 834, empty: 0, rejected: 0 },
      codes: [
        { code: '0', rows: 181, state: 'missing' },
        { code: '6', rows: 1816, state: 'not-applicable' },
      ],
    });
  });
});
