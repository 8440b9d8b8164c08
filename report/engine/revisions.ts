import { grown } from './dictionary-builder.ts';

/** A revision that a byte does not hold is kept apart. */
const LARGE = 255;

/**
 * The revision of each row.
 *
 * @example
 * const revisions = new Revisions();
 * revisions.set(0, 3);
 * revisions.of(0) // 3
 */
export class Revisions {
  #of = new Uint8Array(1024);
  readonly #large = new Map<number, number>();

  /** 1 for a row of which no other was set. */
  of(row: number): number {
    const revision = this.#of[row] ?? 0;
    return revision === LARGE ? (this.#large.get(row) ?? 1) : revision || 1;
  }

  /** Makes room for so many rows at once: growing step by step takes twice the memory. */
  reserve(rows: number): void {
    if (rows > this.#of.length) this.#of = grown(this.#of, new Uint8Array(rows));
  }

  set(row: number, revision: number): void {
    if (revision === this.of(row)) return;
    if (row >= this.#of.length) this.reserve(2 * row);
    this.#of[row] = Math.min(revision, LARGE);
    if (revision >= LARGE) this.#large.set(row, revision);
  }
}
