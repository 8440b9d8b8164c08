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
