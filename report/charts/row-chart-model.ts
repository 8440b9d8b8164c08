import type { AxisRange } from './axis-range.ts';

/** What one mark says: act on this, it differs, or one among others. */
export type MarkColour = 'act' | 'ink' | 'grey';

/** One value in a row, with its interval. */
export interface RowMark {
  readonly value: number;
  readonly interval?: { readonly low: number; readonly high: number };
  /** Not settled: an interval that includes zero, too few answers, or a file still being read. */
  readonly hollow?: boolean;
  /** Fewer than 30 answers. */
  readonly dashed?: boolean;
  readonly colour: MarkColour;
  /** What the value is compared with, drawn as a tick and a bar between: expected, stated, the other group. */
  readonly from?: number;
}

/** One plot beside the names: its axis, and the line that rows are compared with. */
export interface RowMeasure {
  readonly title: string;
  readonly range: AxisRange;
  readonly tickText: (value: number) => string;
  readonly line?: { readonly at: number; readonly text?: string };
}

/** A figure written beside its mark, in the notation of all figures: value, interval, n. */
export interface RowFigure {
  readonly value?: string;
  readonly strong?: boolean;
  readonly interval?: string;
  readonly n?: string;
}

/** A row of a chart. */
export interface ChartRow {
  readonly id: string;
  readonly name: string;
  readonly strong?: boolean;
  /** One for each measure; undefined where there is none. */
  readonly marks: readonly (RowMark | undefined)[];
  /** One for each column of figures. */
  readonly figures: readonly RowFigure[];
}

/** Rows under one heading. */
export interface RowGroup {
  readonly title?: string;
  readonly rows: readonly ChartRow[];
}

/** Values with intervals, one row each: names, plots, figures. */
export interface RowChartModel {
  readonly measures: readonly RowMeasure[];
  /** Heads of the columns of figures. */
  readonly columns: readonly string[];
  readonly groups: readonly RowGroup[];
}

/**
 * All rows of a chart, in order.
 *
 * @example rowsOf({ measures: [], columns: [], groups: [] }) // []
 */
export function rowsOf({ groups }: RowChartModel): readonly ChartRow[] {
  return groups.flatMap(({ rows }) => rows);
}
