import { CELL_REJECTED } from './columns.ts';
import type { CsvMarks } from './csv-marks.ts';
import type { OrdinaryRows } from './csv-receiver.ts';
import { ID, SHOWN_AT } from './own-head.ts';
import { BYTES, HEAD, MEMO, PASSED, SCORE, type OrdinaryPlan } from './ordinary-plan.ts';
import type { OrdinaryRow } from './ordinary-row.ts';
import { UTC_TEXT } from './iso-time.ts';
import { UUID_TEXT } from './uuid.ts';

const LF = 10;
const CR = 13;
const NUL = 0;
const SINGLE = 39;
const ID_KIND = HEAD + ID;
const TIME_KIND = HEAD + SHOWN_AT;

/**
 * Reads rows of a table straight from its bytes, as long as they are ordinary: see {@link OrdinaryRow}.
 *
 * It takes no row that breaks a rule of the table's form; {@link CsvScanner} names what is wrong with it.
 */
export class OrdinaryCsv implements OrdinaryRows {
  readonly #row: OrdinaryRow;
  readonly #width: number;
  readonly #stops = new Uint8Array(BYTES);
  lines = 0;
  rows = 0;

  constructor(row: OrdinaryRow, width: number) {
    this.#row = row;
    this.#width = width;
  }

  /** As the interface has it, of one row. */
  read(bytes: Uint8Array, at: number, limit: number, marks: CsvMarks): number {
    try {
      let next = this.#read(bytes, at, limit, marks);
      if (next < 0 && this.#row.drop()) {
        next = this.#read(bytes, at, limit, marks);
        if (next < 0) this.#row.drop();
      }
      return next;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.#row.drop();
      return -1; // bytes that are no text: named when the row is read in full
    }
  }

  #read(bytes: Uint8Array, from: number, limit: number, { delimiter, quote }: CsvMarks): number {
    const row = this.#row;
    const plan = row.begin(bytes);
    if (!plan) return -1;
    const { kinds, digits, cells } = plan;
    const stops = this.#stopsOf(delimiter, quote);
    const place = row.row;
    const last = this.#width - 1;
    this.lines = 1;
    let at = from;
    for (let column = 0; column <= last; column++) {
      const kind = kinds[column];
      if (kind === SCORE) {
        // Nearly all are one digit.
        if (bytes[at + 1] === delimiter) {
          const cell = digits[BYTES * column + bytes[at]];
          if (cell !== CELL_REJECTED) {
            cells[column][place] = cell;
            at += 2;
            continue;
          }
        }
        at = this.#cell(plan, column, bytes, at, stops);
      } else if (kind === MEMO) at = this.#memo(plan, column, bytes, at, stops);
      else if (kind === ID_KIND && bytes[at + UUID_TEXT] === delimiter)
        at = row.take(plan, column, at, at + UUID_TEXT, 'plain') ? at + UUID_TEXT : -1;
      else if (kind === TIME_KIND && bytes[at + UTC_TEXT] === delimiter)
        at = row.take(plan, column, at, at + UTC_TEXT, 'plain') ? at + UTC_TEXT : -1;
      else if (bytes[at] === quote) at = this.#quoted(plan, column, bytes, at + 1, limit, quote);
      else at = this.#cell(plan, column, bytes, at, stops);
      if (at < 0) return -1;
      if (column < last && bytes[at++] !== delimiter) return -1;
    }
    if (bytes[at] === CR) at++;
    if (bytes[at] !== LF || !row.keep()) return -1;
    this.rows++;
    return at + 1;
  }

  /** @returns where the cell ends; −1 when it is not as others are */
  #cell(plan: OrdinaryPlan, column: number, bytes: Uint8Array, start: number, stops: Uint8Array): number {
    let at = start;
    while (stops[bytes[at]] === 0) at++;
    const kind = plan.kinds[column];
    return at === start || kind === PASSED || this.#row.take(plan, column, start, at, 'plain') ? at : -1;
  }

  /** As {@link #cell}, of values that come again and again: the likely one is tried before its end is looked for. */
  #memo(plan: OrdinaryPlan, column: number, bytes: Uint8Array, start: number, stops: Uint8Array): number {
    const memo = plan.memos[column];
    const { found } = this.#row;
    const likely = memo.likely(bytes, start);
    if (likely >= 0) {
      const end = start + memo.lengthOf(likely);
      if (stops[bytes[end]] !== 0) {
        found[column] = likely;
        return end;
      }
    }
    let at = start;
    while (stops[bytes[at]] === 0) at++;
    found[column] = at > start ? memo.find(bytes, start, at) : -1;
    return at === start || found[column] >= 0 ? at : -1;
  }

  /** Bytes that end a cell without quotes, or that it may not hold. */
  #stopsOf(delimiter: number, quote: number): Uint8Array {
    if (this.#stops[delimiter] === 0)
      for (const byte of [delimiter, quote, LF, CR, NUL]) this.#stops[byte] = 1;
    return this.#stops;
  }

  /** @returns the place behind the closing quote; −1 when there is none, or the cell is not as others are */
  #quoted(
    plan: OrdinaryPlan,
    column: number,
    bytes: Uint8Array,
    start: number,
    limit: number,
    quote: number,
  ): number {
    let doubled = false;
    let at = start;
    for (; at < limit; at++) {
      const byte = bytes[at];
      if (byte === NUL) return -1;
      if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) this.lines++;
      if (byte !== quote) continue;
      if (bytes[at + 1] !== quote) break;
      doubled = true;
      at++;
    }
    if (at >= limit) return -1;
    const written = doubled ? (quote === SINGLE ? "''" : '""') : 'plain';
    return at === start || this.#row.take(plan, column, start, at, written) ? at + 1 : -1;
  }
}
