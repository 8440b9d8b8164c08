import type { Interval } from '../statistics/interval.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { Tally } from '../summary/tally.ts';
import { FIGURE_N_MIN, type Figure } from './figure.ts';

/** A share with the number behind it. */
export interface ShareFigure extends Figure {
  readonly interval: Interval;
  /** Answers that count. */
  readonly count: number;
}

/**
 * A share of n, 0...1, with its Wilson interval.
 *
 * @example shareFigure(1, 4).value // 0.25
 */
export function shareFigure(k: number, n: number): Omit<ShareFigure, 'count'> {
  return { value: k / n, n, interval: wilsonInterval(k, n) };
}

/**
 * The share of some levels among others, 0...1: Wilson, under weights with the sample size that the variance of the
 * weighted share is worth.
 *
 * @param counts whether a level counts
 * @param base whether a level is in the base; absent: all are
 * @returns `undefined` below two answers
 * @example shareOf(tally, (k) => k === 1)?.value // 0.25
 */
export function shareOf(
  tally: Tally,
  counts: (level: number) => boolean,
  base: (level: number) => boolean = () => true,
): ShareFigure | undefined {
  const sum = (of: readonly number[], which: (level: number) => boolean) =>
    of.reduce((total, value, level) => (base(level) && which(level) ? total + value : total), 0);
  const all = () => true;
  const n = sum(tally.counts, all);
  if (n < FIGURE_N_MIN) return undefined;
  const count = sum(tally.counts, counts);
  if (!tally.weighted) return { ...shareFigure(count, n), count };
  const weight = sum(tally.weights, all);
  const value = count === n ? 1 : sum(tally.weights, counts) / weight;
  const [yes, squares] = [sum(tally.squares, counts), sum(tally.squares, all)];
  const variance = (yes * (1 - value) ** 2 + (squares - yes) * value ** 2) / weight ** 2;
  const effectiveN = weight ** 2 / squares;
  const worth = count > 0 && count < n ? (value * (1 - value)) / variance : effectiveN;
  return { value, n, count, effectiveN, interval: wilsonInterval(value * worth, worth, 'linearised-wilson') };
}
