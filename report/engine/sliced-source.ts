import type { Source } from './source.ts';

/** One slice is read at a time, and taken in before the next: this much is held, whatever the file's size. */
export const SLICE_BYTES = 1024 * 1024;

/** Gives the bytes from `from` up to, not including, `to`. */
export type ReadSlice = (from: number, to: number) => Promise<Uint8Array>;

/**
 * A source whose bytes somebody else reads, slice by slice, when they are wanted.
 *
 * @example slicedSource('a.csv', blob.size, async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()))
 */
export function slicedSource(name: string, size: number, read: ReadSlice): Source {
  return {
    name,
    size,
    async *chunks() {
      for (let from = 0; from < size; from += SLICE_BYTES)
        yield await read(from, Math.min(from + SLICE_BYTES, size));
    },
  };
}
