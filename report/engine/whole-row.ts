import type { ByteRow } from './byte-row.ts';
import type { CsvMarks } from './csv-marks.ts';

const LF = 10;
const CR = 13;

/**
 * Finds the cells of a row without a fault.
 *
 * @param at where the row begins
 * @param length where the bytes end
 * @param row gets the cells
 * @returns where the row ends, before its line end; −1 when the bytes cut it, or it breaks a rule
 */
export function wholeRow(
  bytes: Uint8Array,
  at: number,
  length: number,
  { delimiter, quote }: CsvMarks,
  row: ByteRow,
): number {
  let { starts, ends, escaped } = row;
  let count = 0;
  let byte: number;
  row.anyQuoted = false;
  for (;;) {
    if (at >= length) return -1;
    let from = at;
    let to: number;
    let doubled = 0;
    byte = bytes[at];
    if (byte === quote) {
      from = ++at;
      for (;;) {
        to = bytes.indexOf(quote, at);
        at = to + 1;
        if (to < 0 || at >= length) return -1;
        if (bytes[at] !== quote) break;
        doubled = 1;
        at++;
      }
      byte = bytes[at];
      row.anyQuoted = true;
    } else {
      while (byte !== delimiter && byte !== LF && byte !== CR && byte !== quote) {
        if (++at >= length) return -1;
        byte = bytes[at];
      }
      to = at;
    }
    if (count === starts.length) {
      row.grow();
      ({ starts, ends, escaped } = row);
    }
    starts[count] = from;
    ends[count] = to;
    escaped[count++] = doubled;
    if (byte !== delimiter) break;
    at++;
  }
  // A fault, or a line end of which the second half is not there yet.
  if ((byte !== LF && byte !== CR) || (byte === CR && at + 1 >= length)) return -1;
  row.count = count;
  return at;
}

/** Line ends between two places, of CR LF one. */
export function lineEnds(bytes: Uint8Array, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) lines++;
  }
  return lines;
}
