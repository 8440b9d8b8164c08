import { expect, test } from 'vitest';
import { timeLeft } from '../../../report/format/time-left.ts';

test.each([
  [0, { unit: 'moment', n: 0 }],
  [999, { unit: 'moment', n: 0 }],
  [1_000, { unit: 's', n: 1 }],
  [12_300, { unit: 's', n: 13 }],
  [90_000, { unit: 's', n: 90 }],
  [90_001, { unit: 'min', n: 2 }],
  [600_000, { unit: 'min', n: 10 }],
] as const)('%d ms are told as %o', (ms, told) => {
  expect(timeLeft(ms)).toEqual(told);
});
