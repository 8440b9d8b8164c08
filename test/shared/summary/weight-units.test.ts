import { describe, expect, test } from 'vitest';
import { WEIGHT_UNITS, weightUnits } from '../../../shared/summary/weight-units.ts';

describe('weightUnits(text)', () => {
  test.each([
    ['1', WEIGHT_UNITS],
    ['0.7312', 7_312_000_000],
    ['.5', 5_000_000_000],
    ['2.', 2 * WEIGHT_UNITS],
    [' 1.25 ', 12_500_000_000],
    ['1e-3', 10_000_000],
    ['1.5E+2', 150 * WEIGHT_UNITS],
    ['0.1', 1_000_000_000],
    ['900719', 900_719 * WEIGHT_UNITS],
  ])('reads %s exactly', (text, units) => {
    expect(weightUnits(text)).toBe(units);
  });

  test('rounds halves up at the tenth place', () => {
    expect(weightUnits('0.00000000005')).toBe(1);
    expect(weightUnits('0.00000000004')).toBe(0);
    expect(weightUnits('1.99999999995')).toBe(2 * WEIGHT_UNITS);
  });

  test.each(['', '0', '-1', 'abc', '.', '1,5', '900720', '1e99', '1e999', '1e-99', 'NaN', 'Infinity'])(
    'counts nothing for %s',
    (text) => {
      expect(weightUnits(text)).toBe(0);
    },
  );
});
