import type { AnswerRow } from './answer-table.ts';

/** Byte order mark with which an export begins, so that spreadsheets read it as UTF-8. */
export const CSV_BOM = '\uFEFF';

/** A text that a spreadsheet would run: a formula's first character, half or full width, after blanks or quotes. */
const RUNS_AS_FORMULA = /^[\s'"\u3000]*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * One line of RFC 4180, ended by CRLF: quoted where needed, texts guarded against being run as formulas.
 *
 * @param columns names of all columns, in order
 * @param row cells by column; an absent one is empty
 * @example csvLine(['a', 'b'], new Map([['a', '=1+1'], ['b', 'x,y']])) // `'=1+1,"x,y"\r\n`
 */
export function csvLine(columns: readonly string[], row: AnswerRow): string {
  return columns.map((column) => quote(guardFormula(row.get(column) ?? ''))).join(',') + '\r\n';
}

/**
 * The first line of an export, with its byte order mark.
 *
 * @example csvHeader(['id', 'nps']) // '\uFEFFid,nps\r\n'
 */
export function csvHeader(columns: readonly string[]): string {
  return CSV_BOM + columns.map((column) => quote(guardFormula(column))).join(',') + '\r\n';
}

/**
 * A text with an apostrophe before it where a spreadsheet would run it; plain numbers stay.
 *
 * @example guardFormula('=1+1') // "'=1+1"
 * @example guardFormula('-3') // '-3'
 */
export function guardFormula(cell: string): string {
  return RUNS_AS_FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/**
 * The text that was guarded: exact inverse of {@link guardFormula}.
 *
 * @example unguardFormula("'=1+1") // '=1+1'
 */
export function unguardFormula(cell: string): string {
  const inner = cell.slice(1);
  return cell.startsWith("'") && RUNS_AS_FORMULA.test(inner) && !PLAIN_NUMBER.test(inner) ? inner : cell;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
