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
  return md5(id)[0] % ID_BLOCKS;
}

/**
 * The first 52 bits of an id's MD5, a whole number: what a sketch keeps of it.
 *
 * @example idHead('abc') // 0x900150983cd24
 */
export function idHead(id: string): number {
  const bytes = md5(id);
  return bytes.subarray(0, 6).reduce((head, byte) => head * 256 + byte, 0) * 16 + (bytes[6] >> 4);
}
