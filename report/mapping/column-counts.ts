import type { TableForm } from '../../shared/mapping/mapping.ts';
import { CELL_NOT_APPLICABLE, CELL_NOT_SHOWN, CELL_REJECTED, CELL_SKIPPED } from '../engine/columns.ts';
import type { ColumnProfile } from '../engine/guess/profile-column.ts';
import { cellReader } from '../engine/mapped-cell.ts';
import type { ScoreColumn } from './score-column.ts';

/** What a cell that is no point of the scale is read as. */
export type CodeState = 'missing' | 'not-applicable' | 'rejected';

/** A text beside the scale, and the rows that it stands in. */
export interface CodeCount {
  readonly code: string;
  readonly rows: number;
  readonly state: CodeState;
}

/** What becomes of the cells of a column as it is mapped. */
export interface ColumnCounts {
  readonly answers: number;
  /** Texts that are no point of the scale: numbers by size, then words. */
  readonly codes: readonly CodeCount[];
  readonly empty: number;
  /** Cells that would be rejected and listed. */
  readonly rejected: number;
}

const STATES: ReadonlyMap<number, CodeState> = new Map([
  [CELL_SKIPPED, 'missing'],
  [CELL_NOT_APPLICABLE, 'not-applicable'],
  [CELL_REJECTED, 'rejected'],
]);

/**
 * What becomes of a column's cells. Cells with spaces around them, or written as 4.0, are counted as rejected unless
 * the owner has allowed them.
 *
 * @returns undefined when the column has too many different cells to be a scale
 * @example columnCounts(column, profile, {})?.codes // [{ code: '9', rows: 3, state: 'missing' }]
 */
export function columnCounts(
  column: ScoreColumn,
  profile: ColumnProfile,
  form: TableForm,
): ColumnCounts | undefined {
  if (!profile.values) return undefined;
  const read = cellReader(column, form);
  const codes: CodeCount[] = [];
  let answers = 0;
  for (const [code, rows] of profile.values) {
    const cell = read(code);
    const state = STATES.get(cell);
    if (state) codes.push({ code, rows, state });
    else if (cell !== CELL_NOT_SHOWN) answers += rows;
  }
  const misformed =
    (form.trimSpaces === true ? 0 : profile.padded) +
    (form.wholeDecimals === true ? 0 : profile.wholeDecimals);
  const unread = Math.min(answers, misformed);
  const offScale = codes.reduce((sum, { state, rows }) => sum + (state === 'rejected' ? rows : 0), 0);
  return {
    answers: answers - unread,
    codes: codes.sort(byCode),
    empty: profile.empty,
    rejected: offScale + unread,
  };
}

function byCode(a: CodeCount, b: CodeCount): number {
  const [first, second] = [Number(a.code), Number(b.code)];
  if (Number.isNaN(first) && Number.isNaN(second)) return a.code < b.code ? -1 : 1;
  if (Number.isNaN(first) || Number.isNaN(second)) return Number.isNaN(first) ? 1 : -1;
  return first - second;
}
