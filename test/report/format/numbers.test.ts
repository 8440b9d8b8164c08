import { describe, expect, test } from 'vitest';
import * as numbers from '../../../report/format/numbers.ts';

const plain = (text: string): string => text.replaceAll('\u202F', ' ');

describe('numbers', () => {
  test.each([
    [0.5, 0, '1'],
    [-0.5, 0, '−1'],
    [1.5, 0, '2'],
    [2.5, 0, '3'],
    [-2.5, 0, '−3'],
    [1.005, 2, '1.01'],
    [2.675, 2, '2.68'],
    [-0.4, 0, '0'],
    [-0.004, 2, '0.00'],
    [1234567.891, 1, '1,234,567.9'],
    [100, 0, '100'],
    [999.5, 0, '1,000'],
  ])('fixed(%d, %d) rounds half away from zero: %s', (value, decimals, text) => {
    expect(numbers.fixed(value, decimals)).toBe(text);
  });

  test('countRange(least, most) is one count where both are the same', () => {
    expect(numbers.countRange(250, 250)).toBe('250');
    expect(numbers.countRange(120, 1487)).toBe('120–1,487');
  });

  test.each([
    [0.637, '.64'],
    [-0.637, '−.64'],
    [1, '1.00'],
    [0, '.00'],
    [0.996, '1.00'],
  ])('correlation(%d) has no leading zero: %s', (value, text) => {
    expect(numbers.correlation(value)).toBe(text);
  });

  test.each([
    [1, '> 99 %'],
    [0.9951, '> 99 %'],
    [0.995, '99 %'],
    [0.994, '99 %'],
    [0.93, '93 %'],
    [0.005, '1 %'],
    [0.0049, '< 1 %'],
    [0, '< 1 %'],
  ])('certainty(%d) is never 100 or 0: %s', (value, text) => {
    expect(plain(numbers.certainty(value))).toBe(text);
  });

  test('has its thresholds fixed', () => {
    expect(numbers.CERTAINTY_CAPPED_ABOVE).toBe(0.995);
    expect(numbers.CERTAINTY_CAPPED_BELOW).toBe(0.005);
    expect(numbers.SHARE_DECIMAL_BELOW).toBe(0.02);
  });

  test('percent(share) has a thin gap that does not break', () => {
    expect(numbers.percent(0.39)).toBe('39\u202F%');
    expect(numbers.percent(0.8206, 1)).toBe('82.1\u202F%');
  });

  test('shareDecimals(halfWidth) gives a decimal only where the half-width is under 2 points', () => {
    expect(numbers.shareDecimals(0.0199)).toBe(1);
    expect(numbers.shareDecimals(0.02)).toBe(0);
    expect(numbers.shareDecimals(undefined)).toBe(0);
  });

  test('interval(ends, format) puts both ends through one format', () => {
    expect(numbers.interval({ low: -3.2, high: 42.4 }, numbers.count)).toBe('[−3, 42]');
  });

  test('bytes(size) takes the largest unit', () => {
    expect(plain(numbers.bytes(512))).toBe('512 B');
    expect(plain(numbers.bytes(349394))).toBe('341 kB');
    expect(plain(numbers.bytes(1468006))).toBe('1.4 MB');
  });
});

describe('certainty(share, limit)', () => {
  test.each([
    [0.796, '79 %'],
    [0.7999, '79 %'],
    [0.8, '80 %'],
    [0.794, '79 %'],
    [0.999, '> 99 %'],
    [0.6, '60 %'],
    [0.001, '< 1 %'],
  ])('writes %s measured against four fifths as %s', (share, text) => {
    expect(plain(numbers.certainty(share, 0.8))).toBe(text);
  });
});
