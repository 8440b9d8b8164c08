import type { Codes } from './columns.ts';
import { ScannerMemory } from './wasm/memory.ts';
import { giveBack, takeScanner } from './wasm/scanner.ts';

/** Rows that are counted in one call: what is read of them stays in the processor's cache. */
const AT_ONCE = 1 << 15;
/** Larger tables are counted one cell at a time. */
const CELLS_MAX = 1 << 14;
/** The scanner counts in so many tables in turn. */
const TABLES = 4;

/** Of what form a table is. */
export interface Cells {
  /** Cells for each code of the first. */
  readonly width: number;
  /** Cells in all. */
  readonly size: number;
  /** By code of the second: its place, below `width`. Absent: the code itself. */
  readonly places?: Uint8Array;
}

const SAME = Uint8Array.from({ length: 256 }, (_, code) => code);

/**
 * Counts rows by two codes of each, many at a time where the browser can.
 *
 * @param first one code a row, below `size / width`
 * @param second another
 * @returns at `first * width + place of second` how many rows have both
 * @example countCells(Uint8Array.of(0, 1, 1), Uint8Array.of(2, 0, 0), { width: 3, size: 6 }) // [0, 0, 1, 2, 0, 0]
 */
export function countCells(
  first: Codes,
  second: Uint8Array,
  { width, size, places = SAME }: Cells,
): Uint32Array {
  const scanner = first.BYTES_PER_ELEMENT <= 2 && size <= CELLS_MAX ? takeScanner() : undefined;
  if (!scanner) return countOneByOne(first, second, { width, size, places });
  const memory = new ScannerMemory(scanner.memory);
  const isWide = first.BYTES_PER_ELEMENT === 2;
  const firsts = memory.place(AT_ONCE * first.BYTES_PER_ELEMENT);
  const seconds = memory.place(AT_ONCE);
  const itsPlaces = memory.place(places.length);
  memory.bytes.set(places, itsPlaces);
  const tables = memory.place(4 * TABLES * size);
  for (let from = 0; from < first.length; from += AT_ONCE) {
    const part = first.subarray(from, from + AT_ONCE);
    if (isWide) memory.shorts.set(part, firsts >> 1);
    else memory.bytes.set(part, firsts);
    memory.bytes.set(second.subarray(from, from + AT_ONCE), seconds);
    scanner.tally(firsts, Number(isWide), seconds, itsPlaces, part.length, width, tables, size);
  }
  const counted = memory.words.subarray(tables >> 2, (tables >> 2) + TABLES * size);
  const counts = new Uint32Array(size);
  for (let at = 0; at < counted.length; at++) counts[at % size] += counted[at];
  giveBack(scanner);
  return counts;
}

function countOneByOne(
  first: Codes,
  second: Uint8Array,
  { width, size, places }: Required<Cells>,
): Uint32Array {
  const counts = new Uint32Array(size);
  for (let row = 0; row < first.length; row++) counts[first[row] * width + places[second[row]]]++;
  return counts;
}
