import { describe, expect, test } from 'vitest';
import { axisRange } from '../../../report/charts/axis-range.ts';

describe('axisRange(marks, linesMax)', () => {
  test.each([
    [[3.58, 4.18], 7],
    [[0.43, 0.68], 7],
    [[1, 5], 7],
    [[-0.2, 0.4], 5],
    [[3, 3], 7],
    [[0, 0], 7],
    [[0, 100], 5],
  ])('of %j holds every mark and has 2 to %d lines', (marks, lines) => {
    const { min, max, ticks } = axisRange(marks, lines);
    expect(min).toBeLessThan(Math.min(...marks));
    expect(max).toBeGreaterThan(Math.max(...marks));
    expect(ticks.length).toBeLessThanOrEqual(lines);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    for (const tick of ticks) {
      expect(tick).toBeGreaterThanOrEqual(min);
      expect(tick).toBeLessThanOrEqual(max);
    }
  });

  test('puts lines on round values and says how many decimals they need', () => {
    expect(axisRange([3.58, 4.18], 7)).toMatchObject({
      ticks: [3.6, 3.7, 3.8, 3.9, 4, 4.1, 4.2],
      decimals: 1,
    });
    expect(axisRange([0.435, 0.675], 7)).toMatchObject({ ticks: [0.45, 0.5, 0.55, 0.6, 0.65], decimals: 2 });
  });
});
