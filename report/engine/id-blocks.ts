import { blockOfDigest, headOfDigest } from '../../shared/summary/id-block.ts';
import { eachDigest, type IdColumn } from './id-digests.ts';

/** A source may have no ids at all. */
type MaybeIds = Partial<Pick<IdColumn, 'ids'>> & Pick<IdColumn, 'rows'>;

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
export function idBlocks({ ids, rows }: MaybeIds): Uint8Array | undefined {
  if (!ids) return undefined;
  const blocks = new Uint8Array(rows);
  eachDigest({ ids, rows }, (row, first, _, isId) => {
    blocks[row] = isId ? blockOfDigest(first) : BLOCK_ABSENT;
  });
  return blocks;
}

/**
 * The first 52 bits of every id's hash, for the sketch of a summary file.
 *
 * @returns `undefined` for a source without ids
 * @example idHeads({ ids: ['abc', ''], rows: 2 }) // Float64Array [2533917098774786, -1]
 */
export function idHeads({ ids, rows }: MaybeIds): Float64Array | undefined {
  if (!ids) return undefined;
  const heads = new Float64Array(rows);
  eachDigest({ ids, rows }, (row, first, second, isId) => {
    heads[row] = isId ? headOfDigest(first, second) : HEAD_ABSENT;
  });
  return heads;
}
