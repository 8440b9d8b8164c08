import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { Figure } from './figure.ts';

/**
 * A share with its Wilson interval.
 *
 * @param k how many of n, n at least 1
 * @example shareFigure(1, 4).value // 0.25
 */
export function shareFigure(k: number, n: number): Figure {
  return { value: k / n, n, interval: wilsonInterval(k, n) };
}
