import { describe, expect, test } from 'vitest';
import { parseMapping } from '../../../shared/mapping/parse-mapping.ts';
import type { BatteryColumn, Mapping } from '../../../shared/mapping/mapping.ts';
import {
  parseScale,
  turned,
  withCode,
  withColumn,
  withDirection,
  withName,
  withScale,
} from '../../../report/mapping/edit-column.ts';
import { shownName, withShownNames } from '../../../report/mapping/shown-name.ts';

const scale = { min: 1, max: 5 };
const food: BatteryColumn = { column: 'q1_food', role: 'satisfaction', attribute: 'food', scale };
const weight: BatteryColumn = { column: 'w_food', role: 'importance', attribute: 'w_food', scale };
const mapping: Mapping = {
  ...{ format: 'fourfold-map', version: 1, survey: 'shop' },
  columns: [
    food,
    weight,
    { column: 'netpro', role: 'nps', scale: { min: 0, max: 10 } },
    { column: 'age', role: 'segment' },
  ],
};
const at = ({ columns }: Mapping, name: string) => columns.find(({ column }) => column === name);

describe('parseScale(text)', () => {
  test.each([
    ['1–5', { min: 1, max: 5 }],
    ['0-10', { min: 0, max: 10 }],
    ['−2 – 2', { min: -2, max: 2 }],
    ['-2--1', { min: -2, max: -1 }],
    ['1 to 7', { min: 1, max: 7 }],
    ['1到5', { min: 1, max: 5 }],
    ['5–1', undefined],
    ['5', undefined],
    ['1–1', undefined],
    ['0–101', undefined],
    ['0–100', { min: 0, max: 100 }],
    ['a–b', undefined],
    ['', undefined],
  ])('reads %j', (text, expected) => {
    expect(parseScale(text)).toEqual(expected);
  });
});

describe('withName(mapping, name, text, locale)', () => {
  test('labels a column, and gives its own name back for nothing', () => {
    const labelled = withName(mapping, 'q1_food', ' Restaurants ', 'en');
    expect(at(labelled, 'q1_food')).toEqual({ ...food, label: 'Restaurants' });
    expect(at(withName(labelled, 'q1_food', '', 'en'), 'q1_food')).toEqual(food);
    expect(at(withName(mapping, 'age', 'Years', 'en'), 'age')).toMatchObject({ label: 'Years' });
  });

  test('makes one attribute of an importance and a satisfaction with one name', () => {
    const paired = withName(mapping, 'w_food', 'Food', 'en');
    expect(at(paired, 'w_food')).toMatchObject({ role: 'importance', attribute: 'food' });
    const renamed = withName(paired, 'w_food', 'Meals', 'en');
    expect(
      [at(renamed, 'q1_food'), at(renamed, 'w_food')].map((column) => column && shownName(column, 'en')),
    ).toEqual(['Meals', 'Meals']);
    expect(parseMapping(renamed).ok).toBe(true);
  });

  test('takes no attribute that another column of the role has', () => {
    const third: BatteryColumn = { column: 'i2', role: 'importance', attribute: 'food', scale };
    const twice = { ...mapping, columns: [...mapping.columns, third] };
    expect(at(withName(twice, 'w_food', 'Food', 'en'), 'w_food')).toMatchObject({
      attribute: 'w_food',
      label: 'Food',
    });
  });

  test('leaves alone what has no name in the report, or is not there', () => {
    const plain: Mapping = { ...mapping, columns: [{ column: 'w', role: 'weight' }] };
    expect(withName(plain, 'w', 'Weight', 'en')).toEqual(plain);
    expect(withName(plain, 'x', 'Weight', 'en')).toBe(plain);
  });
});

describe('withCode(column, code, state)', () => {
  test('moves a code between no answer, does not apply and rejected', () => {
    const absent = withCode(food, '6', 'missing');
    expect(absent).toEqual({ ...food, missing: ['6'] });
    const outside = withCode(absent, '6', 'not-applicable');
    expect(outside).toEqual({ ...food, notApplicable: ['6'] });
    expect(withCode(outside, '6', 'rejected')).toEqual(food);
  });
});

describe('withScale(column, scale)', () => {
  test('drops codes that become points, and words whose point is gone', () => {
    const values = [
      { text: 'good', point: 5 },
      { text: 'bad', point: 1 },
    ];
    const column = { ...food, missing: ['6', '99'], notApplicable: ['7', 'n/a'], values };
    expect(withScale(column, { min: 2, max: 7 })).toEqual({
      ...{ ...food, scale: { min: 2, max: 7 } },
      ...{ missing: ['99'], notApplicable: ['n/a'], values: [{ text: 'good', point: 5 }] },
    });
  });
});

describe('withDirection(mapping, reversed)', () => {
  test('turns every scale but that of NPS, and back', () => {
    const bad = withDirection(mapping, true);
    expect(bad.columns.map((column) => 'reversed' in column && column.reversed)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(withDirection(bad, false)).toEqual(mapping);
    expect(turned(turned(food, true), false)).toEqual(food);
  });
});

describe('withColumn(mapping, name, change)', () => {
  test('changes one column and mutates nothing', () => {
    const frozen = Object.freeze(mapping);
    const changed = withColumn(frozen, 'age', () => ({ column: 'age', role: 'ignore' }));
    expect(at(changed, 'age')).toEqual({ column: 'age', role: 'ignore' });
    expect(at(frozen, 'age')).toEqual({ column: 'age', role: 'segment' });
  });
});

describe('withShownNames(mapping)', () => {
  test('writes the names of attributes that were let stand, and leaves those that were given', () => {
    const given = withName(mapping, 'q1_food', 'Meals', 'en');
    expect(withShownNames(given).columns.map((column) => 'label' in column && column.label)).toEqual([
      ...['Meals', 'W food', false, false],
    ]);
  });
});
