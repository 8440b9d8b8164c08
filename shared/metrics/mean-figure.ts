import { meanInterval } from '../statistics/mean-interval.ts';
import { moments } from '../statistics/moments.ts';
import type { Figure } from './figure.ts';

/** A mean in points of its scale. */
export interface MeanFigure extends Figure {
  /** Standard deviation, divisor n − 1. */
  readonly sd: number;
}

/**
 * Mean of a histogram with its 95 % t interval.
 *
 * @param min the point of the first count
 * @param counts answers by point
 * @returns `undefined` below two answers
 * @example meanFigure(1, [1, 0, 1])?.value // 2
 */
export function meanFigure(min: number, counts: readonly number[]): MeanFigure | undefined {
  const values = counts.map((_, k) => min + k);
  const sample = moments(values, counts);
  if (!sample) return undefined;
  return { value: sample.mean, n: sample.n, sd: sample.sd, interval: meanInterval(sample) };
}
