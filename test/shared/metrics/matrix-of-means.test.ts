import { describe, expect, test } from 'vitest';
import { matrixOfMeans, type AttributeMeans } from '../../../shared/metrics/matrix-of-means.ts';
import { gold, goldFile, goldNumber, goldQuadrant } from './gold.ts';

const GOLD = goldFile('martilla_james_1977.json');
const scales = { importance: { min: 1, max: 4 }, satisfaction: { min: 1, max: 4 } };

/** The published table, by number of attribute. */
function published(): AttributeMeans[] {
  const importance = gold(GOLD, 'quadrants', 'importance') as Record<string, number>; // the fixture has numbers there
  return Object.entries(importance).map(([attribute, value]) => ({
    ...{ attribute, importance: value, n: 284 },
    satisfaction: goldNumber(GOLD, 'quadrants', 'satisfaction', attribute),
  }));
}

describe('matrixOfMeans(table) of Martilla and James (1977)', () => {
  test.each([
    ['mean', 'grand_mean'],
    ['median', 'median'],
    ['midpoint', 'scale_midpoint'],
  ] as const)('draws the published quadrants under the %s crosshair', (kind, name) => {
    const matrix = matrixOfMeans({ means: published(), scales }, { crosshair: { kind } });
    const path = ['quadrants', 'crosshairs', name];
    expect(matrix?.crosshair.importance).toBeCloseTo(goldNumber(GOLD, ...path, 'crosshair_importance'), 10);
    expect(matrix?.points).toHaveLength(14);
    for (const { attribute, quadrant } of matrix?.points ?? [])
      expect(quadrant, attribute).toBe(goldQuadrant(GOLD, ...path, 'quadrant', attribute));
  });

  test('settles nothing, and gives no interval and no certainty', () => {
    const { points = [], sameScale } = matrixOfMeans({ means: published(), scales }) ?? {};
    expect(sameScale).toBe(true);
    for (const point of points) {
      expect(point.settled).toBe(false);
      expect(point).not.toHaveProperty('certainty');
      expect(point.satisfaction).not.toHaveProperty('interval');
      expect(point.priority).toBeCloseTo(point.importance.value - point.satisfaction.value, 12);
    }
  });

  test('draws no line of equal priority over two scales', () => {
    const other = { ...scales, importance: { min: 1, max: 10 } };
    const matrix = matrixOfMeans({ means: published(), scales: other });
    expect(matrix?.sameScale).toBe(false);
    expect(matrix?.points[0]).not.toHaveProperty('priority');
  });

  test('is absent without an attribute', () => {
    expect(matrixOfMeans({ means: [], scales })).toBeUndefined();
    const upper = { importance: { min: 1, max: 4 }, satisfaction: { min: 0, max: 4 } };
    expect(matrixOfMeans({ means: published(), scales: upper })?.sameScale).toBe(false);
  });
});
