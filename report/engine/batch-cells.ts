import { BATCH_MEMO, NUMBERS, ROWS_MAX } from './batch-form.ts';
import { UUID_WORDS } from './uuid.ts';
import type { ScannerMemory } from './wasm/memory.ts';
import type { Scanner } from './wasm/scanner.ts';

/** As memos.ts of wasm/assembly has it: a memo with its ends and bytes. */
const ENDS_AT = 8 + 2 * 256;
const BYTES_AT = ENDS_AT + 4 * NUMBERS + 2 * 2048;
const VALUE_BYTES = 1 << 15;
/** Values are mostly shorter. */
const CROWDED = 256;
const MEMO_BYTES = BYTES_AT + VALUE_BYTES + 8;

/** Bytes of a cell, by kind. */
const CELL_BYTES: readonly number[] = [0, 1, 2, 0, 4 * UUID_WORDS, 8, 4];

/**
 * Cells that a {@link RowBatch} has read, a column's side by side. Views of them are good until it reads others or is laid
 * out anew.
 *
 * @example
 * batch.cells.scores(0, 0, batch.rows) // Uint8Array [4, 254], points of the scale above its least; 254 for an empty cell
 */
export class BatchCells {
  readonly #scanner: Scanner;
  readonly #memory: ScannerMemory;
  /** By column: where its cells stand, how many bytes there are for them, and its memo; 0 for none. */
  readonly #outs: Int32Array;
  readonly #room: Int32Array;
  readonly #memos: Int32Array;
  /** What numbers stand for, and what it comes to row by row. */
  readonly #codes: number;
  readonly #translated: number;

  constructor(scanner: Scanner, memory: ScannerMemory, width: number) {
    this.#scanner = scanner;
    this.#memory = memory;
    this.#outs = new Int32Array(width);
    this.#room = new Int32Array(width);
    this.#memos = new Int32Array(width);
    this.#codes = memory.place(4 * NUMBERS);
    this.#translated = memory.place(4 * ROWS_MAX);
  }

  /** Makes room for a column's cells; where they go, and its memo, which stays the same. */
  make(column: number, kind: number): { readonly out: number; readonly memo: number } {
    const room = CELL_BYTES[kind] * ROWS_MAX;
    if (room > this.#room[column]) {
      this.#outs[column] = this.#memory.place(room);
      this.#room[column] = room;
    }
    if (kind === BATCH_MEMO && this.#memos[column] === 0)
      this.#memos[column] = this.#memory.place(MEMO_BYTES);
    return { out: this.#outs[column], memo: this.#memos[column] };
  }

  /** Cells of the kind `BATCH_SCORE`, as the columns hold them. */
  scores(column: number, from: number, to: number): Uint8Array {
    return this.#memory.bytes.subarray(this.#outs[column] + from, this.#outs[column] + to);
  }

  /** One of them. */
  score(column: number, row: number): number {
    return this.#memory.bytes[this.#outs[column] + row];
  }

  /** The number of one value of the kind `BATCH_MEMO`. */
  number(column: number, row: number): number {
    return this.#memory.shorts[(this.#outs[column] >> 1) + row];
  }

  /** The first row from `from` on whose value has another number; `to` when there is none. */
  otherNumber(column: number, from: number, to: number, number: number): number {
    return this.#scanner.otherNumber(this.#outs[column], from, to, number);
  }

  /** The rows that have a value; none for a column that is not there. */
  *filled(column: number, from: number, to: number): Generator<number> {
    if (column < 0) return;
    for (
      let row = this.otherNumber(column, from, to, 0);
      row < to;
      row = this.otherNumber(column, row + 1, to, 0)
    )
      yield row;
  }

  /**
   * What numbers of values stand for, row by row.
   *
   * @param codes by number
   * @returns undefined when it is 0 for each
   */
  translated(column: number, from: number, to: number, codes: Int32Array): Int32Array | undefined {
    const { words } = this.#memory;
    words.set(codes.subarray(0, this.values(column) + 1), this.#codes >> 2);
    const numbers = this.#outs[column] + 2 * from;
    if (!this.#scanner.translate(numbers, to - from, this.#codes, this.#translated)) return undefined;
    return words.subarray(this.#translated >> 2, (this.#translated >> 2) + to - from);
  }

  /** Whole numbers of the kind `BATCH_WHOLE`; −1 for none. */
  wholes(column: number, from: number, to: number): Int32Array {
    const at = this.#outs[column] >> 2;
    return this.#memory.words.subarray(at + from, at + to);
  }

  /** The first row from `from` on that has a whole number; `to` when there is none. */
  rowOf(column: number, from: number, to: number, whole: number): number {
    return this.#scanner.whole(this.#outs[column], from, to, whole);
  }

  /** Words of ids of the kind `BATCH_ID`, of all rows. */
  ids(column: number): Int32Array {
    const at = this.#outs[column] >> 2;
    return this.#memory.words.subarray(at, at + UUID_WORDS * ROWS_MAX);
  }

  /** Times of the kind `BATCH_TIME`. */
  times(column: number, from: number, to: number): Float64Array {
    const at = this.#outs[column] >> 3;
    return this.#memory.numbers.subarray(at + from, at + to);
  }

  /** How many values a column of the kind `BATCH_MEMO` has had: their numbers go from 1 on. */
  values(column: number): number {
    return this.#memory.words[this.#memos[column] >> 2];
  }

  /** Where a value's bytes stand, by its number. */
  placeOf(column: number, number: number): { start: number; end: number } {
    const memo = this.#memos[column];
    const ends = (memo + ENDS_AT) >> 2;
    const first = memo + BYTES_AT;
    return {
      start: first + this.#memory.words[ends + number - 1],
      end: first + this.#memory.words[ends + number],
    };
  }

  /** Whether there may be no room for another value. */
  isFull(column: number): boolean {
    if (this.#memos[column] === 0) return false;
    const values = this.values(column);
    const used = this.#memory.words[((this.#memos[column] + ENDS_AT) >> 2) + values];
    return values === NUMBERS - 1 || used > VALUE_BYTES - CROWDED;
  }
}
