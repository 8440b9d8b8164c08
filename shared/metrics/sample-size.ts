import { Z } from '../statistics/interval.ts';
import type { Counted } from '../summary/marginal.ts';
import type { FiguresOptions } from './figures-options.ts';
import { marginOf, measureOf, measuresOf, type Measure, type MeasureFigure } from './measure.ts';
import { npsOf } from './nps.ts';
import { tallyOf } from '../summary/tally.ts';

/** How many answers a measure wants, and has. */
export interface SampleSize {
  readonly measure: string;
  /** Half-width of the interval that is wanted, in the measure's unit. */
  readonly margin: number;
  readonly needed: number;
  readonly have: number;
}

/**
 * Answers that a share wants for a margin: ⌈z² p (1 − p) / m²⌉.
 *
 * @param p absent: 0.5, what varies most
 * @example shareSampleSize(0.05) // 385
 */
export function shareSampleSize(margin: number, p = 0.5): number {
  return needed(p * (1 - p), margin);
}

/**
 * Answers that NPS wants for a margin: ⌈z² v / m²⌉.
 *
 * @param margin points
 * @param variance of the score in +1, 0 and −1; absent: 1, the largest
 * @example npsSampleSize(5) // 1537
 */
export function npsSampleSize(margin: number, variance = 1): number {
  return needed(variance, margin / 100);
}

/**
 * Answers that a mean wants for a margin: ⌈(z s / m)²⌉.
 *
 * @example meanSampleSize(0.1, 1) // 385
 */
export function meanSampleSize(margin: number, sd: number): number {
  return needed(sd ** 2, margin);
}

function needed(variance: number, margin: number): number {
  // Rounding must not ask for one more than a whole number.
  return Math.ceil((Z ** 2 * variance) / margin ** 2 - 1e-9);
}

/**
 * What each headline measure wants for the margin that counts as none, by the spread that its answers have.
 *
 * @example sampleSizes(slice, {})[0] // { measure: 'nps', margin: 5, needed: 757, have: 2746 }
 */
export function sampleSizes(slice: Counted, options: FiguresOptions): SampleSize[] {
  return measuresOf(slice, options)
    .filter(({ attribute }) => !attribute)
    .flatMap((measure) => {
      const figure = measureOf(slice, measure);
      const margin = marginOf(measure, options.margins);
      return figure
        ? [{ measure: measure.id, margin, needed: neededFor(slice, measure, figure, margin), have: figure.n }]
        : [];
    });
}

function neededFor(slice: Counted, { kind, column }: Measure, figure: MeasureFigure, margin: number): number {
  if (kind === 'mean') return meanSampleSize(margin, (figure.se ?? 0) * Math.sqrt(figure.n));
  if (kind === 'share') return shareSampleSize(margin, figure.value);
  const { counts } = tallyOf(slice, column.key);
  const score = npsOf(column.min, { counts, weights: counts, squares: counts, weighted: false });
  const variance = score && (score.promoters + score.detractors) / score.n - (score.value / 100) ** 2;
  return npsSampleSize(margin, variance);
}
