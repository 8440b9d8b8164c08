import { Z } from '../statistics/interval.ts';
import type { Counted } from '../summary/marginal.ts';
import type { FiguresOptions, Target } from './figures-options.ts';
import { measureOf, measuresOf, type Measure, type MeasureFigure } from './measure.ts';

/** Whether a value is reached, as far as the interval tells. */
export type TargetVerdict = 'met' | 'not-met' | 'cannot-say';

/** A target or benchmark beside what was measured. */
export interface TargetFigure extends Target {
  /** Absent: the measure is not asked, or has too few answers. */
  readonly figure?: MeasureFigure;
  readonly verdict: TargetVerdict;
}

/**
 * Targets and benchmarks, each with its verdict.
 *
 * Met: the interval's lower limit reaches the value. Not met: the upper stays below it. A benchmark with its own n
 * counts with the largest sampling error that its value allows (of a mean: with the spread of our answers).
 *
 * @example targetFigures(slice, { targets: [{ measure: 'nps', value: 30, kind: 'target' }] })[0]?.verdict // 'met'
 */
export function targetFigures(slice: Counted, options: FiguresOptions): TargetFigure[] {
  const measures = measuresOf(slice, options);
  return (options.targets ?? []).map((target) => {
    const measure = measures.find(({ id }) => id === target.measure);
    const figure = measure && measureOf(slice, measure);
    if (!figure) return { ...target, verdict: 'cannot-say' };
    return { ...target, figure, verdict: verdictOf(figure, target, errorOf(measure, figure, target)) };
  });
}

function verdictOf({ value, interval }: MeasureFigure, target: Target, error: number): TargetVerdict {
  const low = value - Math.hypot(value - interval.low, Z * error);
  const high = value + Math.hypot(interval.high - value, Z * error);
  if (low >= target.value) return 'met';
  return high < target.value ? 'not-met' : 'cannot-say';
}

function errorOf({ kind }: Measure, figure: MeasureFigure, { value, n }: Target): number {
  if (n === undefined) return 0;
  if (kind === 'mean') return figure.sd / Math.sqrt(n);
  if (kind === 'share') return Math.sqrt(Math.max(0, value * (1 - value)) / n);
  // Nobody passive: of all samples with this score, the one that varies most.
  return 100 * Math.sqrt(Math.max(0, 1 - (value / 100) ** 2) / n);
}
