/** A row of a table, or a line, longer than this is a fault: most likely a quote that was never closed. */
export const ROW_BYTES_MAX = 4 * 1024 * 1024;

/** Why a scanner left a row out. */
export type ScanFaultCode = 'ragged' | 'open-quote' | 'stray-quote' | 'nul' | 'row-too-long' | 'encoding';

/** A row that was left out, and the line on which it begins, counted from 1. */
export interface ScanFault {
  readonly line: number;
  readonly code: ScanFaultCode;
  /** Cells found and expected, of a ragged row. */
  readonly found?: number;
  readonly expected?: number;
}
