import type { ByteRow } from './byte-row.ts';
import type { CsvMarks } from './csv-marks.ts';
import type { ScanFault } from './scan-fault.ts';

/** Who is told what the scanner finds. */
export interface CsvReceiver {
  /** The first row: its names as they stand. Return false to stop: this is no table that you read. */
  header(row: ByteRow): boolean;
  /** A data row as wide as the header. The view is only good until this returns. */
  row(row: ByteRow): void;
  /** A row that was left out. */
  fault(fault: ScanFault): void;
  /** Who reads rows that hold nothing unusual; asked for anew as long as there is nobody. */
  ordinary?(): OrdinaryRows | undefined;
}

/** Reads rows without being told their cells. */
export interface OrdinaryRows {
  /** Lines of the rows read last. */
  readonly lines: number;
  /** Rows in all. */
  readonly rows: number;
  /** Other bytes follow. */
  begin?(): void;
  /**
   * Reads one row or more.
   *
   * @param at where the first begins
   * @param limit behind a line end, so that a row that begins before it is not looked at beyond its bytes
   * @returns where the next row begins; −1 when the one at `at` is for the scanner
   */
  read(bytes: Uint8Array, at: number, limit: number, marks: CsvMarks): number;
  /** No more bytes follow. */
  end?(): void;
}
