import { idBlock, idHead } from '../../shared/summary/id-block.ts';
import type { Columns } from './columns.ts';

/** The ids of `Columns`, '' for none. */
interface IdColumn extends Pick<Columns, 'rows'> {
  readonly ids?: Iterable<string>;
}

/** Stands in place of the block of a record without an id. */
export const BLOCK_ABSENT = 255;

/** Stands in place of the head of a record without an id. */
export const HEAD_ABSENT = -1;

/**
 * The block of every record's id, for `summarize`. It hashes each id, so do it once, and only when blocks are
 * needed: for the intervals of relative weights, or for a summary file.
 *
 * @returns `undefined` for a source without ids
 * @example idBlocks({ ids: ['abc', ''], rows: 2 }) // Uint8Array [16, 255]
 */
export function idBlocks({ ids, rows }: IdColumn): Uint8Array | undefined {
  if (!ids) return undefined;
  const blocks = new Uint8Array(rows);
  let row = 0;
  // `from` would hold all ids at once.
  for (const id of ids) blocks[row++] = id === '' ? BLOCK_ABSENT : idBlock(id);
  return blocks;
}

/**
 * The first 52 bits of every id's hash, for the sketch of a summary file.
 *
 * @returns `undefined` for a source without ids
 * @example idHeads({ ids: ['abc', ''], rows: 2 }) // Float64Array [2533917098774786, -1]
 */
export function idHeads({ ids, rows }: IdColumn): Float64Array | undefined {
  if (!ids) return undefined;
  const heads = new Float64Array(rows);
  let row = 0;
  for (const id of ids) heads[row++] = id === '' ? HEAD_ABSENT : idHead(id);
  return heads;
}
