import { firstWords } from '../../shared/summary/id-block.ts';
import { MD5_CONSTANTS } from '../../shared/summary/md5.ts';
import type { Ids } from './columns.ts';
import { UUID_WORDS } from './uuid.ts';
import { ScannerMemory } from './wasm/memory.ts';
import { giveBack, takeScanner } from './wasm/scanner.ts';

/** Ids whose digests are made in one call. */
const AT_ONCE = 4096;
const BLOCK_BYTES = 64;

/** The ids of `Columns`, '' for none. */
export interface IdColumn {
  readonly ids: Iterable<string> & Partial<Ids>;
  readonly rows: number;
}

/**
 * Told the first eight bytes of a row's digest as two words, the first byte lowest.
 *
 * @param isId false for a record without an id
 */
export type TakeDigest = (row: number, first: number, second: number, isId: boolean) => void;

/**
 * MD5 of the ids of all rows, in order: of UUIDs many at a time where the browser can.
 *
 * @example eachDigest({ ids: ['abc'], rows: 1 }, (row, first) => (first & 255).toString(16)) // '90'
 */
export function eachDigest({ ids, rows }: IdColumn, take: TakeDigest): void {
  const { words } = ids;
  const scanner = words && takeScanner();
  if (!words || !scanner) {
    let row = 0;
    for (const id of ids) byText(row++, id, take);
    return;
  }
  const memory = new ScannerMemory(scanner.memory);
  const input = memory.place(4 * UUID_WORDS * AT_ONCE);
  const constants = memory.place(4 * MD5_CONSTANTS.length);
  const block = memory.place(BLOCK_BYTES);
  const out = memory.place(8 * AT_ONCE);
  memory.words.set(MD5_CONSTANTS, constants >> 2);
  for (let from = 0; from < rows; from += AT_ONCE) {
    const part = words.subarray(UUID_WORDS * from, UUID_WORDS * Math.min(rows, from + AT_ONCE));
    memory.words.set(part, input >> 2);
    scanner.digests(input, part.length / UUID_WORDS, constants, block, out);
    const digests = memory.words.subarray(out >> 2, (out >> 2) + 2 * AT_ONCE);
    for (let row = from; row < Math.min(rows, from + AT_ONCE); row++) {
      const at = UUID_WORDS * row;
      if ((words[at] | words[at + 1] | words[at + 2] | words[at + 3]) === 0)
        byText(row, ids.at?.(row) ?? '', take);
      else take(row, digests[2 * (row - from)], digests[2 * (row - from) + 1], true);
    }
  }
  giveBack(scanner);
}

function byText(row: number, id: string, take: TakeDigest): void {
  if (id === '') {
    take(row, 0, 0, false);
    return;
  }
  const { first, second } = firstWords(id);
  take(row, first, second, true);
}
