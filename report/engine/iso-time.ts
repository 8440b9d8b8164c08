import type { ByteRow } from './byte-row.ts';

const DAY_MS = 86_400_000;
const DAY_TEXT = 10;
const UTC_TEXT = 24;

/**
 * Reads times such as `2026-03-01T10:00:00.000Z` from bytes. Rows that follow each other are mostly of one day, so
 * its name is understood once.
 */
export class IsoTime {
  readonly #day = new Uint8Array(DAY_TEXT);
  #dayMs = NaN;

  /**
   * @returns epoch milliseconds; undefined for every other form
   * @example new IsoTime().read(row, 6) // 1772359200000
   */
  read(row: ByteRow, field: number): number | undefined {
    const { bytes } = row;
    const at = row.start(field);
    if (row.end(field) - at !== UTC_TEXT || bytes[at + 10] !== 84 || bytes[at + 23] !== 90) return undefined;
    if (bytes[at + 13] !== 58 || bytes[at + 16] !== 58 || bytes[at + 19] !== 46) return undefined;
    const hours = digits(bytes, at + 11, 2);
    const minutes = digits(bytes, at + 14, 2);
    const seconds = digits(bytes, at + 17, 2);
    const ms = digits(bytes, at + 20, 3);
    if (!(hours < 24 && minutes < 60 && seconds < 60 && ms >= 0)) return undefined;
    const dayMs = this.#dayAt(bytes, at);
    return Number.isNaN(dayMs) ? undefined : dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000 + ms;
  }

  #dayAt(bytes: Uint8Array, start: number): number {
    let same = !Number.isNaN(this.#dayMs);
    for (let at = 0; same && at < DAY_TEXT; at++) same = this.#day[at] === bytes[start + at];
    if (same) return this.#dayMs;
    this.#day.set(bytes.subarray(start, start + DAY_TEXT));
    const text = String.fromCharCode(...this.#day);
    const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
    // Date.parse turns 30 February into 2 March; no day that there is changes so.
    this.#dayMs = time % DAY_MS === 0 && new Date(time).toISOString().startsWith(text) ? time : NaN;
    return this.#dayMs;
  }
}

/** NaN where one of the bytes is no digit. */
function digits(bytes: Uint8Array, start: number, length: number): number {
  let value = 0;
  for (let at = start; at < start + length; at++) {
    const digit = bytes[at] - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}
