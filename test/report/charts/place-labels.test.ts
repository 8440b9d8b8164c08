import { describe, expect, test } from 'vitest';
import { crosses, overlap } from '../../../report/charts/geometry.ts';
import {
  LEADER_FROM,
  type LabelRequest,
  type LabelSurroundings,
} from '../../../report/charts/label-candidates.ts';
import { placeLabels } from '../../../report/charts/place-labels.ts';

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function crowd(
  count: number,
  width: number,
  height: number,
  seed: number,
): [LabelRequest[], LabelSurroundings] {
  const next = random(seed);
  const area = { x: 38, y: 26, width, height };
  const [cx, cy] = [area.x + width / 2, area.y + height / 2];
  const requests = Array.from({ length: count }, (): LabelRequest => {
    // Bunched around the crosshair, as attributes of one survey are.
    const x = cx + (next() + next() + next() - 1.5) * 0.6 * width;
    const y = cy + (next() + next() + next() - 1.5) * 0.6 * height;
    const home = {
      x: x < cx ? area.x : cx,
      y: y < cy ? area.y : cy,
      width: width / 2,
      height: height / 2,
    };
    return { x, y, radius: 5, width: 40 + next() * 110, height: 15, home };
  });
  const bars = requests.flatMap(({ x, y }) => [
    { x1: x - 40, y1: y, x2: x + 40, y2: y },
    { x1: x, y1: y - 50, x2: x, y2: y + 50 },
  ]);
  const lines = [
    { x1: cx, y1: area.y, x2: cx, y2: area.y + height },
    { x1: area.x, y1: cy, x2: area.x + width, y2: cy },
  ];
  const taken = [
    { x: area.x, y: area.y, width: 90, height: 20 },
    { x: area.x + width - 150, y: area.y, width: 150, height: 20 },
  ];
  return [requests, { area, taken, bars, lines }];
}

describe('placeLabels', () => {
  test('puts no name beside a point that is not its own, and none against a line', () => {
    const area = { x: 0, y: 0, width: 400, height: 300 };
    const lines = [{ x1: 0, y1: 122, x2: 400, y2: 122 }];
    const request = { radius: 5, width: 80, height: 15, home: area };
    const points = [
      { ...request, x: 130, y: 100 },
      { ...request, x: 240, y: 100 },
    ];
    for (const [own, label] of placeLabels(points, { area, taken: [], bars: [], lines }).entries()) {
      const { x, y } = points[1 - own];
      const beside = label.y < y && y < label.y + label.height;
      const gap = Math.max(label.x - x, x - label.x - label.width);
      expect(beside && gap < 17).toBe(false);
      expect(crosses(lines[0], { ...label, y: label.y - 3, height: label.height + 6 })).toBe(false);
    }
  });

  test.each([
    [14, 714, 622],
    [14, 652, 366],
    [36, 714, 622],
    [36, 900, 620],
  ])(
    'with %d attributes on %d × %d px lets no label cover another, a point or a text',
    (count, width, height) => {
      for (let seed = 1; seed <= 8; seed++) {
        const [requests, surroundings] = crowd(count, width, height, seed);
        const labels = placeLabels(requests, surroundings);
        labels.forEach((label, index) => {
          for (const other of labels.slice(index + 1)) expect(overlap(label, other)).toBe(0);
          for (const { x, y, radius } of requests) {
            const point = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
            expect(overlap(label, point)).toBe(0);
          }
          for (const box of surroundings.taken) expect(overlap(label, box)).toBe(0);
          expect(overlap(label, surroundings.area)).toBeCloseTo(label.width * label.height, 6);
        });
      }
    },
  );

  test('keeps a lone label beside its point, in its quadrant, without a leader', () => {
    const [[request], surroundings] = crowd(1, 600, 500, 3);
    const [label] = placeLabels([request], surroundings);
    expect(label.leader).toBeUndefined();
    expect(overlap(label, request.home)).toBeCloseTo(label.width * label.height, 6);
  });

  test('ties a label to its point by a leader as soon as the gap is wider than 14 px', () => {
    const [requests, surroundings] = crowd(36, 714, 622, 5);
    placeLabels(requests, surroundings).forEach((label, index) => {
      const { x, y, radius } = requests[index];
      const toX = Math.max(label.x, Math.min(x, label.x + label.width));
      const toY = Math.max(label.y, Math.min(y, label.y + label.height));
      expect(label.leader !== undefined).toBe(Math.hypot(toX - x, toY - y) - radius > LEADER_FROM);
    });
  });

  test('places the same points the same way', () => {
    const [requests, surroundings] = crowd(36, 714, 622, 2);
    expect(placeLabels(requests, surroundings)).toEqual(placeLabels(requests, surroundings));
  });

  test('places nothing where there is nothing', () => {
    const [, surroundings] = crowd(0, 600, 500, 1);
    expect(placeLabels([], surroundings)).toEqual([]);
  });
});

describe('crosses', () => {
  const box = { x: 10, y: 10, width: 10, height: 10 };
  test.each([
    [{ x1: 0, y1: 15, x2: 30, y2: 15 }, true],
    [{ x1: 0, y1: 0, x2: 30, y2: 30 }, true],
    [{ x1: 12, y1: 12, x2: 14, y2: 14 }, true],
    [{ x1: 0, y1: 5, x2: 30, y2: 5 }, false],
    [{ x1: 0, y1: 15, x2: 9, y2: 15 }, false],
    [{ x1: 0, y1: 10, x2: 30, y2: 10 }, false],
  ])('%j: %s', (segment, expected) => {
    expect(crosses(segment, box)).toBe(expected);
  });
});
