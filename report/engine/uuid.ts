/** Bytes of a UUID's text, and 32-bit words of its value. */
export const UUID_TEXT = 36;
export const UUID_WORDS = 4;

const DASH = 45;
/** The highest bit of each of four bytes. */
const HIGH = 0x80808080 | 0;
const NO_DIGITS = -1;

/**
 * Packs a UUID in small letters into {@link UUID_WORDS} words.
 *
 * @param bytes hold {@link UUID_TEXT} of them from `start` on
 * @returns false when it is none, or the one of zeros alone: then `words` holds nothing of use
 * @example packUuid(new DataView(new TextEncoder().encode('0195e6a0-0000-7000-8000-000000000001').buffer), 0, new Int32Array(4)) // true
 */
export function packUuid(bytes: DataView, start: number, words: Int32Array): boolean {
  if (bytes.getUint8(start + 8) !== DASH || bytes.getUint8(start + 13) !== DASH) return false;
  if (bytes.getUint8(start + 18) !== DASH || bytes.getUint8(start + 23) !== DASH) return false;
  const a = fourDigits(bytes, start);
  const b = fourDigits(bytes, start + 4);
  const c = fourDigits(bytes, start + 9);
  const d = fourDigits(bytes, start + 14);
  const e = fourDigits(bytes, start + 19);
  const f = fourDigits(bytes, start + 24);
  const g = fourDigits(bytes, start + 28);
  const h = fourDigits(bytes, start + 32);
  words[0] = (a << 16) | b;
  words[1] = (c << 16) | d;
  words[2] = (e << 16) | f;
  words[3] = (g << 16) | h;
  return (a | b | c | d | e | f | g | h) > 0;
}

/**
 * The value of four hexadecimal digits in small letters, all at once: each step works on the four bytes of a word, of
 * which the lowest is the first digit.
 *
 * @returns {@link NO_DIGITS} for all else
 */
function fourDigits(bytes: DataView, at: number): number {
  const ascii = bytes.getInt32(at, true);
  // A byte's highest bit is set where it is at least 0, less where it is past 9; likewise from a to f.
  const decimal = (ascii + 0x50505050) & ~(ascii + 0x46464646);
  const letter = (ascii + 0x1f1f1f1f) & ~(ascii + 0x19191919);
  if (((decimal | letter) & ~ascii & HIGH) !== HIGH) return NO_DIGITS;
  const values = (ascii & 0x0f0f0f0f) + 9 * ((ascii >>> 6) & 0x01010101);
  const pairs = ((values & 0x000f000f) << 4) | ((values >>> 8) & 0x000f000f);
  return ((pairs & 0xff) << 8) | (pairs >>> 16);
}

/**
 * The text of a packed UUID.
 *
 * @param at where its words begin
 * @example uuidText(Int32Array.of(0x0195e6a0, 0x7000, -0x80000000, 1), 0) // '0195e6a0-0000-7000-8000-000000000001'
 */
export function uuidText(words: Int32Array, at: number): string {
  const first = text(words[at]);
  const second = text(words[at + 1]);
  const third = text(words[at + 2]);
  return `${first}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${text(words[at + 3])}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function text(word: number): string {
  return HEX[word >>> 24] + HEX[(word >>> 16) & 255] + HEX[(word >>> 8) & 255] + HEX[word & 255];
}
