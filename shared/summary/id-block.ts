import { md5 } from './md5.ts';
import { ID_BLOCKS } from './summary.ts';

/**
 * The block of an id, 0...63: the first two hex digits of its MD5, modulo 64.
 *
 * Blocks are what an interval is jackknifed over; they must be the same wherever a summary is made.
 *
 * @example idBlock('abc') // 0x90 % 64
 */
export function idBlock(id: string): number {
  return blockOfDigest(firstWords(id).first);
}

/**
 * The first 52 bits of an id's MD5, a whole number: what a sketch keeps of it.
 *
 * @example idHead('abc') // 0x900150983cd24
 */
export function idHead(id: string): number {
  const { first, second } = firstWords(id);
  return headOfDigest(first, second);
}

/**
 * As {@link idBlock}, of a digest that has been made.
 *
 * @param first its first four bytes as a word, the first byte lowest
 * @example blockOfDigest(0x98500190) // 0x90 % 64
 */
export function blockOfDigest(first: number): number {
  return (first & 255) % ID_BLOCKS;
}

/**
 * As {@link idHead}, of a digest that has been made.
 *
 * @param first its first four bytes as a word, the first byte lowest
 * @param second the next four
 * @example headOfDigest(0x98500190, 0xb04fd23c) // 0x900150983cd24
 */
export function headOfDigest(first: number, second: number): number {
  const low = ((second & 255) << 16) | (second & 0xff00) | ((second >>> 16) & 255);
  return (reversed(first) >>> 0) * 2 ** 20 + (low >>> 4);
}

/**
 * The first eight bytes of an id's MD5 as two words, the first byte lowest.
 *
 * @example firstWords('abc').first & 255 // 0x90
 */
export function firstWords(id: string): { readonly first: number; readonly second: number } {
  const [a, b, c, d, e, f, g, h] = md5(id);
  return { first: a | (b << 8) | (c << 16) | (d << 24), second: e | (f << 8) | (g << 16) | (h << 24) };
}

function reversed(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}
