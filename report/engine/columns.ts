import type { RecordStatus, ScaleDefinition } from '../../shared/summary/summary.ts';

/**
 * The answers as a table of typed arrays: one row a record (its latest revision), one array a column.
 *
 * Every array has `rows` entries. Readers fill it through `ColumnsBuilder` (columns-builder.ts); `summarize` turns it into counts.
 * Absent values have named codes, so no array ever holds NaN.
 */
export interface Columns {
  readonly rows: number;
  /** Client-made ids in the clear, '' for none; absent when the source has no ids at all. */
  readonly ids?: Ids;
  /** Index into `STATUSES`. */
  readonly status: Uint8Array;
  /** Epoch milliseconds, or `TIME_ABSENT`. */
  readonly shownAt: Float64Array;
  /** Share of visitors that were drawn, in (0, 1], or `SAMPLE_ABSENT`. Absent when no record says it. */
  readonly sample?: Float64Array;
  /** Milliseconds from the prompt to the last answer, at most `DURATION_MAX`; or `DURATION_ABSENT`. */
  readonly durationMs: Int32Array;
  /**
   * Weights as whole units of 1e-10, from `weightUnits`; 0 where a row's weight is absent, zero, negative or no
   * number: that row is left out and counted. Absent when the source has no weights.
   */
  readonly weight?: Float64Array;
  /** Periods of a source that tells no day: its own months, quarters, years or waves. Absent when `shownAt` tells. */
  readonly period?: PeriodColumn;
  readonly survey: DictionaryColumn;
  readonly surveyVersion: DictionaryColumn;
  readonly audience: DictionaryColumn;
  /** Context fields by name, `audience` left out. */
  readonly fields: ReadonlyMap<string, DictionaryColumn>;
  readonly scales: readonly ScaleColumn[];
}

/** Ids by row. */
export interface Ids extends Iterable<string> {
  at(row: number): string | undefined;
  /** UUIDs in small letters as four words a row; zeros for every other id, and for none. */
  readonly words?: Int32Array;
}

/** Texts that repeat: row `i` holds `values[codes[i]]`. Code 0 (`CODE_ABSENT`, value '') means absent. */
export interface DictionaryColumn {
  readonly values: readonly string[];
  readonly codes: Codes;
}

/** As wide as the number of values asks for. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Period labels; `order[code]` says where `values[code]` stands in time: any number, the same in every file. */
export interface PeriodColumn extends DictionaryColumn {
  readonly order: readonly number[];
}

/** Answers on one scale: a cell is `value - min`, or one of the four codes of a missing answer below. */
export interface ScaleColumn extends ScaleDefinition {
  readonly cells: Uint8Array;
}

/** The cell of a question that was asked and left out; every cell below this is an answer. */
export const CELL_SKIPPED = 252;
/** The cell of an attribute that the respondent said does not apply. */
export const CELL_NOT_APPLICABLE = 253;
/** The cell of a question that the record never came to; what a row has until something is written. */
export const CELL_NOT_SHOWN = 254;
/** The cell of an answer off the scale. */
export const CELL_REJECTED = 255;

/** Why a cell has no answer. */
export type MissingCell =
  typeof CELL_SKIPPED | typeof CELL_NOT_APPLICABLE | typeof CELL_NOT_SHOWN | typeof CELL_REJECTED;

/** `shownAt` of a record without a time. */
export const TIME_ABSENT = -Infinity;
/** `sample` of a record that does not say it. */
export const SAMPLE_ABSENT = -1;
/** `durationMs` of a record that does not say it. */
export const DURATION_ABSENT = -1;
/** A longer duration, of more than 24 days, is kept as this. */
export const DURATION_MAX = 2 ** 31 - 1;
/** The dictionary code of an absent value. */
export const CODE_ABSENT = 0;
/** The meaning of `Columns.status`. */
export const STATUSES = [
  'unknown',
  'shown',
  'dismissed',
  'partial',
  'completed',
] as const satisfies readonly RecordStatus[];
