import { describe, expect, test } from 'vitest';
import type { MappedColumn, Mapping } from '../../../shared/mapping/mapping.ts';
import { isError, judgeMapping } from '../../../report/mapping/judge-mapping.ts';
import { airport, tableOf } from './tables.ts';

const scale = { min: 1, max: 5 };
const nps = { min: 0, max: 10 };

async function judged(
  cells: Readonly<Record<string, readonly string[]>>,
  columns: readonly MappedColumn[],
  more: Partial<Mapping> = {},
) {
  const names = Object.keys(cells);
  const rows = cells[names[0]].map((_, row) => names.map((name) => cells[name][row]).join(','));
  const { table } = await tableOf([names.join(','), ...rows].join('\n'));
  const mapping: Mapping = { format: 'fourfold-map', version: 1, survey: 'shop', columns, ...more };
  return Object.fromEntries(judgeMapping(mapping, table.columns));
}

describe('judgeMapping(mapping, columns)', () => {
  test('refuses two columns of NPS, and names the other', async () => {
    const columns: MappedColumn[] = [
      { column: 'a', role: 'nps', scale: nps },
      { column: 'b', role: 'nps', scale: nps },
    ];
    const found = await judged({ a: ['1', '9'], b: ['2', '8'] }, columns);
    expect(found.a).toEqual([{ kind: 'twice', role: 'nps', other: 'b' }]);
    expect(found.b.every(isError)).toBe(true);
  });

  test('refuses a weight that is no number, and doubts one that mostly is', async () => {
    const weight: MappedColumn[] = [{ column: 'w', role: 'weight' }];
    expect(await judged({ w: ['x', 'y', '1'] }, weight)).toEqual({ w: [{ kind: 'not-numeric', cells: 2 }] });
    expect(await judged({ w: ['1.5', '0.5', 'y'] }, weight)).toEqual({
      w: [{ kind: 'some-not-numeric', cells: 1 }],
    });
    expect(await judged({ w: ['1.5', '0.5'] }, weight)).toEqual({});
  });

  test('refuses two services with one name', async () => {
    const columns: MappedColumn[] = ['a', 'b'].map((column) => ({
      ...{ column, role: 'satisfaction', attribute: column, scale, label: 'Food' },
    }));
    const found = await judged({ a: ['1', '2'], b: ['3', '4'] }, columns);
    expect(found.a).toEqual([{ kind: 'same-name', other: 'b' }]);
  });

  test('refuses NPS on another scale, and leaves 1–10 to the owner', async () => {
    const on = (min: number, max: number): MappedColumn[] => [
      { column: 'a', role: 'nps', scale: { min, max } },
    ];
    expect(await judged({ a: ['1', '5'] }, on(1, 5))).toEqual({ a: [{ kind: 'nps-scale' }] });
    expect(await judged({ a: ['1', '9'] }, on(1, 10))).toEqual({ a: [{ kind: 'one-to-ten' }] });
    expect(await judged({ a: ['1', '9'] }, on(1, 10), { npsOneToTen: true })).toEqual({});
  });

  test('doubts a recommendation on 1–11', async () => {
    const columns: MappedColumn[] = [{ column: 'recommend', role: 'rating', scale: { min: 1, max: 11 } }];
    expect(await judged({ recommend: ['1', '11'] }, columns)).toEqual({
      recommend: [{ kind: 'one-to-eleven' }],
    });
  });

  test('refuses scores without an answer or with thousands of values; doubts most missing and some rejected', async () => {
    const columns: MappedColumn[] = [{ column: 'a', role: 'csat', scale, missing: ['9'] }];
    expect(await judged({ a: ['x', 'y'] }, columns)).toEqual({ a: [{ kind: 'no-answers' }] });
    const many = Array.from({ length: 2100 }, (_, n) => String(n));
    expect(await judged({ a: many }, columns)).toEqual({ a: [{ kind: 'too-many-values' }] });
    expect(await judged({ a: ['1', '9'] }, columns)).toEqual({ a: [{ kind: 'mostly-missing', share: 0.5 }] });
    expect(await judged({ a: ['1', '2', '7'] }, columns)).toEqual({ a: [{ kind: 'rejected', cells: 1 }] });
  });

  test('refuses times that are none, counts those that are none, and asks which is the day', async () => {
    const time = (form: 'iso' | 'day-first' | 'label'): MappedColumn[] => [
      { column: 't', role: 'time', form },
    ];
    expect(await judged({ t: ['soon', 'late'] }, time('iso'))).toEqual({ t: [{ kind: 'no-times' }] });
    expect(await judged({ t: ['2024-01-13', 'late'] }, time('iso'))).toEqual({
      t: [{ kind: 'some-no-times', cells: 1 }],
    });
    expect(await judged({ t: ['01/02/2024'] }, time('day-first'))).toEqual({ t: [{ kind: 'day-or-month' }] });
    expect(await judged({ t: ['13/02/2024'] }, time('day-first'))).toEqual({});
    expect(await judged({ t: ['2023', '2024'] }, time('label'))).toEqual({});
    const words = Array.from({ length: 401 }, (_, n) => `w${n}`);
    expect(await judged({ t: words }, time('label'))).toEqual({ t: [{ kind: 'no-times' }] });
  });

  test('asks what is not used, until the owner has left it out', async () => {
    const { table } = await tableOf('a,b\n1,\n2,\n');
    const mapping: Mapping = { format: 'fourfold-map', version: 1, survey: 'shop', columns: [] };
    expect([...judgeMapping(mapping, table.columns)]).toEqual([['a', [{ kind: 'unknown' }]]]);
    expect(judgeMapping(mapping, table.columns, { chosen: new Set(['a']) }).size).toBe(0);
  });

  test('finds no error in the guess for the airport survey, and few doubts', async () => {
    const { table } = await airport();
    const found = judgeMapping(table.guess.mapping, table.columns);
    expect([...found.values()].flat().some(isError)).toBe(false);
    expect([...found.keys()]).toEqual([
      'interview_day',
      'q7_park',
      'q7_ltparking',
      'q7_rental',
      'q9_clean_rental',
    ]);
  });
});
