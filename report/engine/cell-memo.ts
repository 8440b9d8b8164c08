import { ByteDictionary } from './byte-dictionary.ts';
import type { ByteRow } from './byte-row.ts';

/**
 * What cells of a column were read as, by their bytes: each value is decoded and understood once.
 *
 * @example
 * const status = new CellMemo((text) => STATUSES.indexOf(text));
 * status.read(row, 3) // 4, for `completed`
 */
export class CellMemo<T> {
  readonly #dictionary = new ByteDictionary();
  readonly #known: T[] = [];
  readonly #understand: (text: string) => T;

  constructor(understand: (text: string) => T) {
    this.#understand = understand;
  }

  /** @throws TypeError when the bytes are not UTF-8 */
  read(row: ByteRow, field: number): T {
    const start = row.start(field);
    const end = row.end(field);
    const at = this.#dictionary.find(row.bytes, start, end);
    if (at >= 0) return this.#known[at];
    const value = this.#understand(row.text(field));
    const added = this.#dictionary.add(row.bytes, start, end);
    if (added >= 0) this.#known[added] = value;
    return value;
  }
}
