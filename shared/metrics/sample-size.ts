import { Z } from '../statistics/interval.ts';
import type { Counted } from '../summary/marginal.ts';
import type { FiguresOptions } from './figures-options.ts';
import { marginOf, measureOf, measuresOf } from './measure.ts';

/** How many answers a measure wants, and has. */
export interface SampleSize {
  readonly measure: string;
  /** Half-width of the interval that is wanted, in the measure's unit. */
  readonly margin: number;
  readonly needed: number;
  readonly have: number;
}

/** Spread of a share that nothing is known of: that of one half. */
export const SHARE_SD_MAX = 0.5;

/** Spread of NPS that nothing is known of, in points: nobody passive, and a score of 0. */
export const NPS_SD_MAX = 100;

/**
 * Answers that a measure wants for a margin: ⌈(z s / m)²⌉.
 *
 * @param margin half-width of the interval that is wanted
 * @param sd of one answer, in the same unit
 * @example sampleSize(0.05, SHARE_SD_MAX) // 385
 * @example sampleSize(5, NPS_SD_MAX) // 1537
 */
export function sampleSize(margin: number, sd: number): number {
  // Rounding must not ask for one more than a whole number.
  return Math.ceil(((Z * sd) / margin) ** 2 - 1e-9);
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
      if (!figure) return [];
      return [{ measure: measure.id, margin, needed: sampleSize(margin, figure.sd), have: figure.n }];
    });
}
