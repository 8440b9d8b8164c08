import { SMALL_SAMPLE_N_BELOW, type Figure } from '../../shared/metrics/figure.ts';
import { axisRange } from '../charts/axis-range.ts';
import type { ChartRow, RowChartModel } from '../charts/row-chart-model.ts';
import { count, interval } from '../format/numbers.ts';

const TICKS_MAX = 6;

/** A figure as a row: the mark, and value, interval and n beside it. */
export function scoreRow(
  id: string,
  name: string,
  figure: Figure,
  format: (value: number) => string,
): ChartRow {
  const { value, n, interval: ends } = figure;
  const small = (figure.effectiveN ?? n) < SMALL_SAMPLE_N_BELOW;
  return {
    ...{ id, name },
    marks: [{ value, ...(ends && { interval: ends }), hollow: small, dashed: small, colour: 'grey' }],
    figures: [{ value: format(value), ...(ends && { interval: interval(ends, format) }), n: count(n) }],
  };
}

/**
 * Rows under one name, on an axis that holds them all.
 *
 * @param seen values that the axis must hold too
 */
export function scoreModel(
  rows: readonly ChartRow[],
  title: string,
  tick: (value: number) => string,
  seen: readonly number[],
): RowChartModel {
  const marks = rows.flatMap(({ marks: [mark] }) =>
    mark ? [mark.value, mark.interval?.low ?? mark.value, mark.interval?.high ?? mark.value] : [],
  );
  return {
    measures: [{ title, range: axisRange([...seen, ...marks], TICKS_MAX), tickText: tick }],
    columns: [title],
    groups: [{ rows }],
  };
}
