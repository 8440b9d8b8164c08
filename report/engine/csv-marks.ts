import { DELIMITERS, type Delimiter } from '../../shared/mapping/mapping.ts';
import { ROW_BYTES_MAX } from './scan-fault.ts';

const LF = 10;
const CR = 13;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/** How a table is written. */
export interface CsvMarks {
  /** Between cells. */
  readonly delimiter: number;
  /** Around cells. */
  readonly quote: number;
}

/**
 * Finds a table's marks in its first row: the delimiter (comma, semicolon, tab or bar) is the one that the row has
 * most of, and a row that begins with an apostrophe is quoted by apostrophes.
 *
 * @param start behind the byte order mark
 * @param asked delimiter that the owner names; it counts where the row has it
 * @param final no more bytes will come
 * @returns undefined when the row does not end yet
 * @example findMarks(new TextEncoder().encode('a;b\n'), 0, undefined, false) // { delimiter: 59, quote: 34 }
 */
export function findMarks(
  bytes: Uint8Array,
  start: number,
  asked: Delimiter | undefined,
  final: boolean,
): CsvMarks | undefined {
  const quote = isQuotedBySingle(bytes, start) ? SINGLE_QUOTE : DOUBLE_QUOTE;
  const counts = new Map(DELIMITERS.map((mark) => [mark.charCodeAt(0), 0]));
  let quoted = false;
  let at = start;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === quote) quoted = !quoted;
    else if (!quoted && (byte === LF || byte === CR)) break;
    else if (!quoted && counts.has(byte)) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  }
  if (at === bytes.length && !final && at < ROW_BYTES_MAX) return undefined;
  const [[found]] = [...counts].sort((a, b) => b[1] - a[1]);
  const wanted = asked?.charCodeAt(0);
  return { delimiter: wanted !== undefined && counts.get(wanted) !== 0 ? wanted : found, quote };
}

/** Whether the first cell is written `'name'`, and not a word that an apostrophe guards. */
function isQuotedBySingle(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] !== SINGLE_QUOTE) return false;
  const closing = bytes.indexOf(SINGLE_QUOTE, start + 1);
  const marks = [LF, CR, ...DELIMITERS.map((mark) => mark.charCodeAt(0))];
  return closing > 0 && marks.includes(bytes[closing + 1]);
}
