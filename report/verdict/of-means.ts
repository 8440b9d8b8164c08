import type { Matrix } from '../../shared/metrics/matrix.ts';

/**
 * Whether a matrix stands on means alone: no answer is left, so nothing tells how sure a place in it is.
 *
 * @example isOfMeans({ ...matrix, points: [] }) // false
 */
export function isOfMeans({ points }: Pick<Matrix, 'points'>): boolean {
  return points.length > 0 && points.every(({ satisfaction }) => satisfaction.counts.length === 0);
}
