import type { CellMemo } from './cell-memo.ts';
import { CODE_ABSENT } from './columns.ts';
import { NUMBERS } from './batch-form.ts';
import type { RowBatch } from './row-batch.ts';

/** A column of values that repeat, and what their numbers in a batch stand for. */
export class NumberedColumn {
  readonly column: number;
  /** By number: a code; −1 where it is not known. An empty cell is absent. */
  readonly codes = new Int32Array(NUMBERS).fill(-1);
  /** All numbers below are known. */
  #known = 1;
  readonly #memos: readonly CellMemo<unknown>[];
  readonly #codeOf: (value: unknown) => number;

  /**
   * @param memos of values that were read one by one
   * @param codeOf what a value of a memo is in the columns; −1 for none that counts
   */
  constructor(column: number, memos: readonly CellMemo<unknown>[], codeOf: (value: unknown) => number) {
    this.column = column;
    this.#memos = memos;
    this.#codeOf = codeOf;
    this.codes[0] = CODE_ABSENT;
  }

  /**
   * Goes through rows of a batch.
   *
   * @returns the first row whose value is not known from rows that were read one by one; `to` when there is none
   */
  knownUntil(batch: RowBatch, from: number, to: number): number {
    const { cells } = batch;
    const { codes, column } = this;
    const values = cells.values(column);
    while (this.#known <= values && (codes[this.#known] >= 0 || this.#learn(batch, this.#known)))
      this.#known++;
    if (this.#known > values) return to;
    for (let row = from; row < to; row++) {
      const number = cells.number(column, row);
      if (codes[number] < 0 && !this.#learn(batch, number)) return row;
    }
    return to;
  }

  #learn(batch: RowBatch, number: number): boolean {
    const { start, end } = batch.cells.placeOf(this.column, number);
    for (const memo of this.#memos) {
      const known = memo.find(batch.bytes, start, end);
      if (known < 0) continue;
      this.codes[number] = this.#codeOf(memo.at(known));
      return this.codes[number] >= 0;
    }
    return false;
  }
}
