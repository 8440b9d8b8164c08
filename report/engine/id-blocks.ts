import { idBlock } from '../../shared/summary/id-block.ts';

/** Stands in place of the block of a record without an id. */
export const BLOCK_ABSENT = 255;

/**
 * The block of every record's id, for `summarize`. It hashes each id, so do it once, and only when blocks are
 * needed: for the intervals of relative weights, or for a summary file.
 *
 * @param ids as `Columns` has them
 * @returns `undefined` for a source without ids
 * @example idBlocks(['abc', '']) // Uint8Array [16, 255]
 */
export function idBlocks(ids: readonly string[] | undefined): Uint8Array | undefined {
  return ids && Uint8Array.from(ids, (id) => (id === '' ? BLOCK_ABSENT : idBlock(id)));
}
