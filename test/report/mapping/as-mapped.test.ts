import { describe, expect, test } from 'vitest';
import { asMapped } from '../../../report/mapping/as-mapped.ts';
import { foldColumns } from '../../../report/mapping/fold-columns.ts';
import { airport, tableOf } from './tables.ts';

describe('asMapped(mapping, columns)', () => {
  // The same numbers of answers as test/fixtures/gold/sfo_2017, which an independent script counted.
  test('counts who rated the airport of 2017', async () => {
    const { table } = await airport();
    expect(asMapped(table.guess.mapping, table.columns)).toEqual({
      ...{ satisfaction: { columns: 19, fewest: 834, most: 2762 }, csat: 2688, nps: 2746 },
      ...{ means: false, importanceFrom: 'derived', rejected: 0, scores: 22 },
    });
  });

  test('counts a column with thousands of values as rejected, and says where importance comes from', async () => {
    const text = ['a,b', ...Array.from({ length: 2100 }, (_, n) => `${n},${(n % 5) + 1}`)].join('\n');
    const { table } = await tableOf(text);
    const scale = { min: 1, max: 5 };
    const base = { format: 'fourfold-map', version: 1, survey: 's' } as const;
    const sum = asMapped(
      {
        ...base,
        columns: [
          { column: 'a', role: 'importance', attribute: 'a', scale },
          { column: 'b', role: 'satisfaction', attribute: 'b', scale },
          { column: 'gone', role: 'csat', scale },
        ],
      },
      table.columns,
    );
    expect(sum).toMatchObject({ rejected: 2100, scores: 2, importanceFrom: 'asked' });
    expect(asMapped({ ...base, columns: [] }, table.columns)).toEqual({
      ...{ means: false, importanceFrom: 'nowhere', rejected: 0, scores: 0 },
    });
  });
});

describe('foldColumns(columns)', () => {
  const column = (role: 'satisfaction' | 'segment', n: number, doubtful = false) => ({
    name: `${role}${n}`,
    role,
    doubtful,
  });

  test('shows twelve columns whole', () => {
    const columns = Array.from({ length: 12 }, (_, n) => column('segment', n));
    expect(foldColumns(columns)).toEqual({ shown: columns.map(({ name }) => name), folded: new Map() });
  });

  test('folds what is alike, and never what is doubtful', () => {
    const columns = [
      ...Array.from({ length: 8 }, (_, n) => column('satisfaction', n, n === 7)),
      ...Array.from({ length: 5 }, (_, n) => column('segment', n)),
    ];
    const { shown, folded } = foldColumns(columns);
    expect(shown).toEqual([
      ...['satisfaction0', 'satisfaction1', 'satisfaction2', 'satisfaction3', 'satisfaction7'],
      ...['segment0', 'segment1'],
    ]);
    expect([...folded]).toEqual([
      ['satisfaction', 3],
      ['segment', 3],
    ]);
  });
});
