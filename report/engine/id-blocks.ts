import { idBlock } from '../../shared/summary/id-block.ts';

/**
 * The block of every record's id, for `summarize`. It hashes each id, so do it once, and only when blocks are
 * needed: for the intervals of relative weights, or for a summary file.
 *
 * @param ids as `Columns` has them
 * @returns `undefined` without ids, or when a record has none
 * @example idBlocks(['abc']) // Uint8Array [16]
 */
export function idBlocks(ids: readonly string[] | undefined): Uint8Array | undefined {
  if (!ids || ids.includes('')) return undefined;
  return Uint8Array.from(ids, idBlock);
}
