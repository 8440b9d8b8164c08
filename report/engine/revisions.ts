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

  /** Sets rows from `row` on; what is below 1 stands for 1. */
  setMany(row: number, revisions: Int32Array): void {
    let highest = 1;
    for (let at = 0; at < revisions.length; at++) highest = Math.max(highest, revisions[at]);
    if (highest === 1) return;
    if (row + revisions.length > this.#of.length) this.reserve(2 * (row + revisions.length));
    // It writes the nearest number that a byte holds, and LARGE is the highest of them.
    new Uint8ClampedArray(this.#of.buffer).set(revisions, row);
    if (highest < LARGE) return;
    revisions.forEach((revision, at) => {
      if (revision >= LARGE) this.#large.set(row + at, revision);
    });
  }
}
