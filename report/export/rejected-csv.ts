import { csvHeader, csvLine } from '../../shared/answers/write-csv.ts';
import type { Rejection } from '../engine/rejections.ts';

const COLUMNS = ['file', 'line', 'column', 'value', 'code', 'reason'] as const;

/**
 * What did not count, as a table for spreadsheets.
 *
 * @param reason in the reader's language
 * @example rejectedCsv(listed, en.rejected.reason)
 */
export function rejectedCsv(listed: readonly Rejection[], reason: (rejection: Rejection) => string): string {
  const lines = listed.map((rejection) => {
    const { file, line, column = '', value = '', code } = rejection;
    const cells = { file, line: String(line), column, value, code, reason: reason(rejection) };
    return csvLine(COLUMNS, new Map(Object.entries(cells)));
  });
  return csvHeader(COLUMNS) + lines.join('');
}
