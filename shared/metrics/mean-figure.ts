import { interval, type Interval } from '../statistics/interval.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { moments } from '../statistics/moments.ts';
import { studentQuantile } from '../statistics/student-t.ts';
import { weightedMoments } from '../statistics/weighted-sample.ts';
import { tallied, type Tally } from '../summary/tally.ts';
import type { Figure } from './figure.ts';

/** A mean in points of its scale. */
export interface MeanFigure extends Figure {
  /** Standard deviation, divisor n − 1. */
  readonly sd: number;
  /** Standard error: sd / √n, or linearised where answers are weighted. */
  readonly se: number;
}

/** A mean of answers: two of them make an interval. */
export interface LimitedMean extends MeanFigure {
  readonly interval: Interval;
}

/**
 * Mean of answers by point with its 95 % t interval.
 *
 * @param min the point of the first count
 * @param tally answers by point, or their counts alone
 * @returns `undefined` below two answers
 * @example meanFigure(1, [1, 0, 1])?.value // 2
 */
export function meanFigure(min: number, tally: Tally | readonly number[]): LimitedMean | undefined {
  const answers = 'counts' in tally ? tally : tallied({ counts: tally });
  return meanOfValues(
    answers.counts.map((_, k) => min + k),
    answers,
  );
}

/**
 * Mean of any values by level, with its 95 % t interval.
 *
 * @example meanOfValues([0, 50, 100], tally)?.value // of a scale rescaled to 0...100
 */
export function meanOfValues(values: readonly number[], tally: Tally): LimitedMean | undefined {
  if (!tally.weighted) {
    const sample = moments(values, tally.counts);
    if (!sample) return undefined;
    const { n, mean, sd } = sample;
    return { value: mean, n, sd, se: sd / Math.sqrt(n), interval: meanInterval(sample) };
  }
  const sample = weightedMoments(values, tally);
  if (!sample) return undefined;
  const { n, mean, sd, se, effectiveN } = sample;
  const half = studentQuantile(0.975, n - 1) * se;
  return { value: mean, n, effectiveN, sd, se, interval: interval('linearised-t', mean - half, mean + half) };
}
