import { ROWS_MAX } from './batch-form.ts';
import { UUID_WORDS } from './uuid.ts';
import { ScannerMemory } from './wasm/memory.ts';
import { newScanner, type Scanner } from './wasm/scanner.ts';

/** Slots are filled up to this share. */
const FILLED = 0.9;
const SLOTS_MIN = 2048;

/** Where ids are put many at a time. */
interface Placer {
  readonly scanner: Scanner;
  readonly memory: ScannerMemory;
  readonly ids: number;
  readonly hashes: number;
  /** Of the slots; 0 while they stand elsewhere. */
  slots: number;
}

/**
 * Rows by the hashes of their ids. A slot holds a row + 1 in its low bits, and above them as many bits of the hash as there
 * is room for.
 *
 * @example
 * const slots = new IdSlots();
 * slots.put(7, 12345);
 * slots.find(12345, (row) => row === 7) // 7
 */
export class IdSlots {
  #slots: Uint32Array = new Uint32Array(SLOTS_MIN);
  #rowBits = 11;
  /** Undefined before many have come at once; null where WebAssembly cannot be used. */
  #placer: Placer | null | undefined;

  /**
   * Makes room for rows below `rows`.
   *
   * @returns whether all slots are empty now, and every row is to be put again
   */
  reserve(rows: number): boolean {
    let size = this.#slots.length;
    while (FILLED * size < rows) size *= 2;
    const rowBits = 32 - Math.clz32(rows);
    if (size === this.#slots.length && rowBits <= this.#rowBits) return false;
    this.#rowBits = rowBits;
    if (this.#placer) this.#layOut(this.#placer, size);
    else this.#slots = new Uint32Array(size);
    return true;
  }

  /**
   * The row of an id by its hash; −1 when there is none.
   *
   * @param isIt whether a row has the id
   */
  find(hashed: number, isIt: (row: number) => boolean): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const bits = this.#rowBits;
    const tag = hashed >>> bits;
    for (let slot = hashed & mask; ; slot = (slot + 1) & mask) {
      const filled = slots[slot];
      if (filled === 0) return -1;
      if (filled >>> bits !== tag) continue;
      const row = (filled & ((1 << bits) - 1)) - 1;
      if (isIt(row)) return row;
    }
  }

  /** Puts a row into the first slot that is free from its hash on. */
  put(row: number, hashed: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashed & mask;
    while (slots[slot] > 0) slot = (slot + 1) & mask;
    slots[slot] = ((hashed >>> this.#rowBits) << this.#rowBits) | (row + 1);
  }

  /**
   * Puts rows from `row` on, as long as none before has the hash of their UUIDs.
   *
   * @param words four each, those of the first from 4 × `from` on
   * @returns how many; 0 as well where they are to be put one by one
   */
  putMany(words: Int32Array, from: number, to: number, row: number): number {
    const placer = (this.#placer ??= this.#open());
    if (!placer) return 0;
    const { scanner, memory, ids, hashes, slots } = placer;
    const count = Math.min(to - from, ROWS_MAX);
    memory.words.set(words.subarray(UUID_WORDS * from, UUID_WORDS * (from + count)), ids >> 2);
    return scanner.place(ids, count, hashes, slots, this.#slots.length - 1, this.#rowBits, row);
  }

  #open(): Placer | null {
    const scanner = newScanner();
    if (!scanner) return null;
    const memory = new ScannerMemory(scanner.memory);
    const ids = memory.place(4 * UUID_WORDS * ROWS_MAX);
    const placer = { scanner, memory, ids, hashes: memory.place(4 * (ROWS_MAX + 1)), slots: 0 };
    const before = this.#slots;
    this.#layOut(placer, before.length);
    this.#slots.set(before);
    return placer;
  }

  #layOut(placer: Placer, size: number): void {
    const { memory } = placer;
    placer.slots = memory.place(4 * size);
    this.#slots = new Uint32Array(memory.bytes.buffer, placer.slots, size);
  }
}
