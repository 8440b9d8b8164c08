import { idBlock, idHead } from '../../shared/summary/id-block.ts';
import { grown } from './dictionary-builder.ts';

/** Stands in place of the block of a record without an id. */
export const BLOCK_ABSENT = 255;

/** Stands in place of the head of a record without an id. */
export const HEAD_ABSENT = -1;

/**
 * The block of every record's id, for `summarize`. It hashes each id, so do it once, and only when blocks are
 * needed: for the intervals of relative weights, or for a summary file.
 *
 * @param ids as `Columns` has them
 * @returns `undefined` for a source without ids
 * @example idBlocks(['abc', '']) // Uint8Array [16, 255]
 */
export function idBlocks(ids: Iterable<string> | undefined): Uint8Array | undefined {
  if (!ids) return undefined;
  let blocks = new Uint8Array(1024);
  let row = 0;
  for (const id of ids) {
    // `from` would hold all ids at once.
    if (row === blocks.length) blocks = grown(blocks, new Uint8Array(2 * row));
    blocks[row++] = id === '' ? BLOCK_ABSENT : idBlock(id);
  }
  return blocks.slice(0, row);
}

/**
 * The first 52 bits of every id's hash, for the sketch of a summary file.
 *
 * @param ids as `Columns` has them
 * @returns `undefined` for a source without ids
 * @example idHeads(['abc', '']) // Float64Array [2533917098774786, -1]
 */
export function idHeads(ids: Iterable<string> | undefined): Float64Array | undefined {
  if (!ids) return undefined;
  let heads = new Float64Array(1024);
  let row = 0;
  for (const id of ids) {
    if (row === heads.length) heads = grown(heads, new Float64Array(2 * row));
    heads[row++] = id === '' ? HEAD_ABSENT : idHead(id);
  }
  return heads.slice(0, row);
}
