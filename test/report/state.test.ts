import { describe, expect, test } from 'vitest';
import {
  filterOf,
  FIRST_STATE,
  isUnfiltered,
  NO_FILTER,
  optionsOf,
  parsePageState,
  withField,
  withPeriod,
  type PageState,
} from '../../report/state.ts';

const whole: PageState = {
  ...{ survey: 'shop', surveyVersion: '2', weigh: 'none' },
  matrix: { importance: 'stated', crosshair: { kind: 'own', satisfaction: 3, importance: 4 } },
  filter: { fields: { tier: ['gold', ''] }, from: '2026-03-01', until: '2026-03-31' },
  compare: { by: 'region', a: 'north', b: 'south' },
};

describe('parsePageState(input)', () => {
  test.each([
    whole,
    FIRST_STATE,
    { filter: { fields: {}, periods: ['wave 1'] }, compare: { a: '1', b: '2' } },
  ])('reads back what JSON made of %j', (state) => {
    expect(parsePageState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  test.each([
    undefined,
    null,
    {},
    { filter: {} },
    { filter: { fields: { tier: 'gold' } } },
    { filter: { fields: {}, from: 'March' } },
    { filter: { fields: {} }, matrix: { crosshair: { kind: 'own' } } },
    { filter: { fields: {} }, more: 1 },
  ])('takes nothing else: %j', (input) => {
    expect(parsePageState(input)).toBeUndefined();
  });
});

describe('optionsOf(state)', () => {
  test('gives the choices for all figures, and no more', () => {
    expect(optionsOf(whole)).toEqual({
      ...{ survey: 'shop', surveyVersion: '2', matrix: whole.matrix, rules: { weigh: 'none' } },
    });
    expect(optionsOf(FIRST_STATE)).toEqual({});
  });
});

describe('filterOf(filter)', () => {
  test('counts the last day whole', () => {
    expect(filterOf(whole.filter)).toEqual({
      fields: new Map([['tier', ['gold', '']]]),
      from: Date.parse('2026-03-01T00:00:00Z'),
      before: Date.parse('2026-04-01T00:00:00Z'),
    });
    expect(filterOf({ fields: {}, periods: ['w1'] })).toEqual({ periods: ['w1'] });
  });
});

describe('withField(filter, field, wanted) and withPeriod(filter, period)', () => {
  test('replace one condition and leave the others', () => {
    const both = withField(whole.filter, 'region', ['north']);
    expect(both.fields).toEqual({ tier: ['gold', ''], region: ['north'] });
    expect(withField(both, 'tier', []).fields).toEqual({ region: ['north'] });
    expect(withPeriod(whole.filter, { periods: ['w1'] })).toEqual({
      fields: whole.filter.fields,
      periods: ['w1'],
    });
    expect(isUnfiltered(withPeriod(withField(whole.filter, 'tier', []), {}))).toBe(true);
    expect(isUnfiltered(NO_FILTER)).toBe(true);
    expect(isUnfiltered(whole.filter)).toBe(false);
  });
});
