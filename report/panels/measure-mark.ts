import { SMALL_SAMPLE_N_BELOW } from '../../shared/metrics/figure.ts';
import type { MeasureFigure } from '../../shared/metrics/measure.ts';
import type { MarkColour, RowMark } from '../charts/row-chart-model.ts';

/** A measure as a mark: hollow and dashed on a small sample. */
export function measureMark(
  { value, n, effectiveN = n, interval }: MeasureFigure,
  colour: MarkColour,
): RowMark {
  const small = effectiveN < SMALL_SAMPLE_N_BELOW;
  return { value, interval, hollow: small, dashed: small, colour };
}
