import { points } from '../summary/summary.ts';

/** Scales up to this many points count their two highest as satisfied. */
export const TOP_TWO_POINTS_MAX = 7;

/**
 * The lowest point of a scale that counts as satisfied.
 *
 * The two highest points of scales up to 7 points, the three highest of 0...10, two thirds of the way up on
 * others; of two points only the higher one, since otherwise everyone would be satisfied.
 *
 * @example satisfiedFrom({ min: 1, max: 5 }) // 4
 */
export function satisfiedFrom(scale: { readonly min: number; readonly max: number }): number {
  const { min, max } = scale;
  if (points(scale) === 2) return max;
  if (points(scale) <= TOP_TWO_POINTS_MAX) return max - 1;
  if (min === 0 && max === 10) return 8;
  return Math.ceil(min + (2 * (max - min)) / 3);
}
