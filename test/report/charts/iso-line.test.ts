import { describe, expect, test } from 'vitest';
import { isoLine } from '../../../report/charts/iso-line.ts';

describe('isoLine(crosshair, x, y)', () => {
  const scale = { min: 1, max: 5 };

  test('is the diagonal where both axes and both values are alike', () => {
    expect(isoLine({ x: 3, y: 3 }, scale, scale)).toEqual([
      { x: 1, y: 1 },
      { x: 5, y: 5 },
    ]);
  });

  test('ends where it leaves the plot, above or beside', () => {
    expect(isoLine({ x: 3, y: 4 }, scale, { min: 3, max: 5 })).toEqual([
      { x: 2, y: 3 },
      { x: 4, y: 5 },
    ]);
    expect(isoLine({ x: 4, y: 3 }, { min: 3.5, max: 4.25 }, scale)).toEqual([
      { x: 3.5, y: 2.5 },
      { x: 4.25, y: 3.25 },
    ]);
  });

  test('is none where the crosshair stands far beside the plot', () => {
    expect(isoLine({ x: 1, y: 5 }, { min: 2, max: 3 }, { min: 1, max: 5 })).toBeUndefined();
  });
});
