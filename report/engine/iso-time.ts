const DAY_MS = 86_400_000;
/** Bytes of such a time. */
export const UTC_TEXT = 24;
const ZERO = 48;
const DASH = 45;
const POINT = 46;
const COLON = 58;
const T = 84;
const Z = 90;

/**
 * Reads times such as `2026-03-01T10:00:00.000Z` from bytes. Rows that follow each other are mostly of one day, so
 * that is understood once.
 */
export class IsoTime {
  /** Year, month and day as one number, and when it began; NaN for a day that there is not. */
  #day = -1;
  #dayMs = NaN;

  /**
   * @returns epoch milliseconds; undefined for every other form
   * @example new IsoTime().read(bytes, 0, 24) // 1772359200000
   */
  read(bytes: Uint8Array, at: number, end: number): number | undefined {
    if (end - at !== UTC_TEXT || bytes[at + 4] !== DASH || bytes[at + 7] !== DASH || bytes[at + 10] !== T)
      return undefined;
    if (bytes[at + 13] !== COLON || bytes[at + 16] !== COLON || bytes[at + 19] !== POINT) return undefined;
    const century = two(bytes, at);
    const years = two(bytes, at + 2);
    const month = two(bytes, at + 5);
    const day = two(bytes, at + 8);
    const hours = two(bytes, at + 11);
    const minutes = two(bytes, at + 14);
    const seconds = two(bytes, at + 17);
    const tens = two(bytes, at + 20);
    const ms = bytes[at + 22] - ZERO;
    // One look at the signs of all tells whether one is out of range.
    const date = century | years | month | day;
    const clock =
      hours | minutes | seconds | tens | ms | (9 - ms) | (23 - hours) | (59 - minutes) | (59 - seconds);
    if ((date | clock) < 0 || bytes[at + 23] !== Z) return undefined;
    const dayMs = this.#dayAt(100 * century + years, month, day);
    if (Number.isNaN(dayMs)) return undefined;
    return dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000 + (10 * tens + ms);
  }

  #dayAt(year: number, month: number, day: number): number {
    const number = (100 * year + month) * 100 + day;
    if (number === this.#day) return this.#dayMs;
    this.#day = number;
    const date = new Date(0);
    date.setUTCFullYear(year, month - 1, day);
    // 30 February becomes 2 March; no day that there is changes so.
    const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    this.#dayMs = isDay ? Math.floor(date.getTime() / DAY_MS) * DAY_MS : NaN;
    return this.#dayMs;
  }
}

/** Two digits as a number; negative where one of the bytes is no digit. */
function two(bytes: Uint8Array, at: number): number {
  const tens = bytes[at] - ZERO;
  const ones = bytes[at + 1] - ZERO;
  return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : 10 * tens + ones;
}
