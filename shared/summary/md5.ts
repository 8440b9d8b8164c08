/** Shift of each step, four to a round. */
const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];

/** Added constant of each of the 64 steps: the fraction of |sin| in radians. */
export const MD5_CONSTANTS = Int32Array.from(
  { length: 64 },
  (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) | 0,
);

/** Which of a block's sixteen words a step reads: start and step, by round. */
const WORD_START = [0, 1, 5, 0];
const WORD_STEP = [1, 5, 3, 7];

const BLOCK_BYTES = 64;

/**
 * MD5 of a text's UTF-8 bytes, used to deal ids into blocks the way SQL engines can; it protects nothing.
 *
 * @param text a lone surrogate counts as U+FFFD
 * @returns 16 bytes
 * @example md5('abc')[0] // 0x90
 * @see https://www.rfc-editor.org/rfc/rfc1321
 */
export function md5(text: string): Uint8Array {
  // Ids are plain letters and digits, and there are millions of them: their bytes are not made one by one.
  const words = wordsOfAscii(text) ?? wordsOf(utf8(text));
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let start = 0; start < words.length; start += 16) mixBlock(state, words, start);
  const digest = new Uint8Array(16);
  for (let i = 0; i < 16; i++) digest[i] = state[i >> 2] >>> (8 * (i & 3));
  return digest;
}

/** Undefined when a character is not ASCII. */
function wordsOfAscii(text: string): Int32Array | undefined {
  const words = emptyWords(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return undefined;
    words[i >> 2] |= code << (8 * (i & 3));
  }
  return words;
}

function wordsOf(bytes: readonly number[]): Int32Array {
  const words = emptyWords(bytes.length);
  for (let i = 0; i < bytes.length; i++) words[i >> 2] |= bytes[i] << (8 * (i & 3));
  return words;
}

/**
 * The padding of so many bytes, which are still zero: little-endian words, put together by hand, since a view of the
 * bytes would follow the machine.
 */
function emptyWords(bytes: number): Int32Array {
  const words = new Int32Array((BLOCK_BYTES / 4) * (Math.floor((bytes + 8) / BLOCK_BYTES) + 1));
  words[bytes >> 2] |= 0x80 << (8 * (bytes & 3));
  words[words.length - 2] = bytes << 3;
  words[words.length - 1] = Math.floor(bytes / 2 ** 29);
  return words;
}

function mixBlock(state: Int32Array, words: Int32Array, start: number): void {
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const word = (WORD_STEP[round] * step + WORD_START[round]) & 15;
    const sum = (a + mixed(round, b, c, d) + MD5_CONSTANTS[step] + words[start + word]) | 0;
    const shift = SHIFTS[4 * round + (step & 3)];
    a = d;
    d = c;
    c = b;
    b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  return round === 2 ? b ^ c ^ d : c ^ (b | ~d);
}

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = Number(text.codePointAt(i));
    if (code > 0xffff) i++;
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return bytes;
}

/** A continuation byte: the lowest six bits, marked. */
function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}
