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

  set(row: number, revision: number): void {
    if (revision === this.of(row)) return;
    if (row >= this.#of.length) {
      const longer = new Uint8Array(2 * row);
      longer.set(this.#of);
      this.#of = longer;
    }
    this.#of[row] = Math.min(revision, LARGE);
    if (revision >= LARGE) this.#large.set(row, revision);
  }
}
