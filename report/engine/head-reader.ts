import type { ByteRow } from './byte-row.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { HeadCodes } from './head-columns.ts';
import type { RejectionCode } from './rejections.ts';

/** Why a whole row cannot count. */
export interface RowFault {
  readonly code: RejectionCode;
  readonly value: string;
}

/** A cell that does not count, though its row does. */
export interface BadCell {
  readonly column: string;
  readonly value: string;
  readonly code: RejectionCode;
}

/** Reads what a row says of its record. What it finds is good until the next row. */
export interface HeadReader {
  readonly codes: HeadCodes;
  readonly bad: readonly BadCell[];
  readonly revision: number;
  /** The row's id was taken into the builder's ids. */
  readonly hasId: boolean;
  /** What the row's other columns are. */
  readonly plan: ColumnPlan;

  /**
   * @returns why the row cannot count; undefined when it can
   * @throws TypeError when its bytes are not UTF-8
   */
  read(row: ByteRow): RowFault | undefined;
}
