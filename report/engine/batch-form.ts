import type { CsvMarks } from './csv-marks.ts';
import type { Steps } from './json-template.ts';

/** What a column is to the scanner; wasm/assembly/cells.ts has the same numbers. What is none of these is passed over. */
export const BATCH_SCORE = 1;
export const BATCH_MEMO = 2;
export const BATCH_ASIDE = 3;
export const BATCH_ID = 4;
export const BATCH_TIME = 5;
export const BATCH_WHOLE = 6;

/** Numbers of values: 0 is that of an empty cell. */
export const NUMBERS = 1025;

/** A column, and for one of scores its scale. */
export interface BatchColumn {
  readonly kind: number;
  readonly least?: number;
  readonly points?: number;
}

/** A cell whose bytes stand in `bytes`. */
export interface Aside {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** Its bytes are not its text. */
  readonly escaped: boolean;
  /** It is a number, in JSON. */
  readonly number: boolean;
}

/** How text stands in bytes: as in a table of these marks, or as in lines of JSON with these keys. */
export type BatchForm = { readonly marks: CsvMarks } | { readonly steps: Steps };

/** Rows that are read in one call. */
export const ROWS_MAX = 2048;
