import { describe, expect, test } from 'vitest';
import type { Figures } from '../../../shared/metrics/figures.ts';
import { isRefusal } from '../../../report/filters/chosen-figures.ts';
import { sideFilter } from '../../../report/filters/compare-controls.ts';
import { filterChoices, periodChosen } from '../../../report/filters/filter-choices.ts';
import { filterText } from '../../../report/filters/filter-text.ts';
import { en } from '../../../report/strings/en.ts';
import { zhCN } from '../../../report/strings/zh-CN.ts';

const none: Figures = {
  survey: 's',
  records: 9,
  otherAudiences: [],
  satisfaction: [],
  importance: [],
  asked: [],
};
const field = (name: string, values: readonly string[], tooMany = false) => ({
  ...{ field: name, tooMany },
  segments: values.map((value, k) => ({ value, records: k + 1 })),
});
const between = (oldest: string, newest: string): Figures => ({
  ...none,
  ...{ oldest: Date.parse(`${oldest}T09:00:00Z`), newest: Date.parse(`${newest}T09:00:00Z`) },
});

describe('filterChoices(base)', () => {
  test('offers fields of two values or more, each value with its records', () => {
    const fields = [field('tier', ['gold', 'basic']), field('one', ['x']), field('city', [], true)];
    const base = { ...none, records: 3, segments: [{ measure: 'nps', family: 0, fields }] };
    const tier = [
      { value: 'gold', records: 1 },
      { value: 'basic', records: 2 },
    ];
    expect(
      filterChoices({ ...base, segments: [{ measure: 'nps', family: 0, fields: [fields[0], fields[2]] }] })
        .fields,
    ).toEqual([{ field: 'tier', values: tier }]);
    // One of three records has a value.
    expect(filterChoices(base).fields[1]).toEqual({
      field: 'one',
      values: [
        { value: 'x', records: 1 },
        { value: '', records: 2 },
      ],
    });
  });

  test('offers months, over a year’s end and a leap day', () => {
    expect(filterChoices(between('2023-12-31', '2024-02-01'))).toEqual({
      fields: [],
      periods: [
        { label: '2023-12', filter: { from: '2023-12-01', until: '2023-12-31' } },
        { label: '2024-01', filter: { from: '2024-01-01', until: '2024-01-31' } },
        { label: '2024-02', filter: { from: '2024-02-01', until: '2024-02-29' } },
      ],
      days: { first: '2023-12-31', last: '2024-02-01' },
    });
  });

  test('offers years beyond 24 months, and no period within one month', () => {
    expect(filterChoices(between('2022-01-01', '2023-12-31')).periods).toHaveLength(24);
    const years = filterChoices(between('2022-01-01', '2024-01-01')).periods;
    expect(years.map(({ label }) => label)).toEqual(['2022', '2023', '2024']);
    expect(years[1].filter).toEqual({ from: '2023-01-01', until: '2023-12-31' });
    expect(filterChoices(between('2022-01-01', '2022-01-31')).periods).toEqual([]);
  });

  test('offers the source’s own periods by their names, and none without times', () => {
    const points = ['wave 1', 'wave 2'].map((label) => ({ label, finished: true }));
    const series = [{ measure: 'nps', attribute: false, points, changes: [] }];
    expect(filterChoices({ ...none, trend: { by: 'own', series } }).periods).toEqual([
      { label: 'wave 1', filter: { periods: ['wave 1'] } },
      { label: 'wave 2', filter: { periods: ['wave 2'] } },
    ]);
    expect(filterChoices(none)).toEqual({ fields: [], periods: [] });
  });
});

describe('periodChosen(choices, filter)', () => {
  test('finds the month that is chosen, and no other stretch', () => {
    const choices = filterChoices(between('2024-01-01', '2024-02-10'));
    expect(periodChosen(choices, { fields: {}, from: '2024-02-01', until: '2024-02-29' })?.label).toBe(
      '2024-02',
    );
    expect(periodChosen(choices, { fields: {}, from: '2024-02-02', until: '2024-02-29' })).toBeUndefined();
    expect(periodChosen(choices, { fields: {} })).toBeUndefined();
  });
});

describe('sideFilter(filter, compare, side, choices)', () => {
  const choices = filterChoices(between('2024-01-01', '2024-02-10'));

  test('keeps what else is chosen', () => {
    const filter = { fields: { region: ['north'], tier: ['gold'] }, from: '2024-01-01' };
    expect(sideFilter(filter, { by: 'tier', a: 'gold', b: 'basic' }, 'b', choices)).toEqual({
      ...filter,
      fields: { region: ['north'], tier: ['basic'] },
    });
    expect(sideFilter(filter, { a: '2024-01', b: '2024-02' }, 'b', choices)).toEqual({
      ...{ fields: filter.fields, from: '2024-02-01', until: '2024-02-29' },
    });
  });
});

describe('filterText(filter, base, nameOf, strings)', () => {
  test('says in words what is chosen', () => {
    const base = between('2024-01-01', '2024-02-10');
    const nameOf = (id: string): string => id.slice(id.indexOf('.') + 1);
    const filter = { fields: { tier: ['gold', ''] }, from: '2024-02-01', until: '2024-02-29' };
    expect(filterText(filter, base, nameOf, en as typeof zhCN)).toEqual([
      'Period: 2024-02',
      'tier: gold and (none)',
    ]);
    expect(filterText({ fields: {}, from: '2024-02-03' }, base, nameOf, zhCN)).toEqual([
      '时段：2024-02-03 至 …',
    ]);
    expect(filterText({ fields: {} }, base, nameOf, zhCN)).toEqual([]);
  });
});

describe('isRefusal(error)', () => {
  test('knows the engine’s refusal, also as a worker tells it', () => {
    expect(isRefusal(new RangeError('filter: expected one value of one field'))).toBe(true);
    expect(isRefusal(new Error('RangeError: filter: expected a field of the answers'))).toBe(true);
    expect(isRefusal(new Error('no memory'))).toBe(false);
  });
});
