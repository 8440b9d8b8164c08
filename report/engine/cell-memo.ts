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
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  constructor(understand: (text: string) => T) {
    this.#understand = understand;
  }

  /** It takes no more values: those that it does not know are understood each time. */
  get isFull(): boolean {
    return this.#dictionary.isFull;
  }

  /** The number of a value that was read before, by its bytes; −1 when it was not. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return this.#dictionary.find(bytes, start, end);
  }

  /** The likely number of a cell whose end is not known yet; −1 when other bytes stand there. */
  likely(bytes: Uint8Array, start: number): number {
    return this.#dictionary.likely(bytes, start);
  }

  /** Bytes of a numbered value. */
  lengthOf(number: number): number {
    return this.#dictionary.lengthOf(number);
  }

  /** What a numbered value was read as. */
  at(number: number): T {
    return this.#known[number];
  }

  /** @throws TypeError when the bytes are not UTF-8 */
  read(row: ByteRow, field: number): T {
    const start = row.start(field);
    const end = row.end(field);
    const at = this.#dictionary.find(row.bytes, start, end);
    return at < 0 ? this.#learn(row.bytes, start, end, row.text(field)) : this.#known[at];
  }

  /**
   * As {@link read}, of bytes that are the text.
   *
   * @throws TypeError when they are not UTF-8
   */
  plain(bytes: Uint8Array, start: number, end: number): T {
    const at = this.#dictionary.find(bytes, start, end);
    if (at >= 0) return this.#known[at];
    return this.#learn(bytes, start, end, this.#decoder.decode(bytes.subarray(start, end)));
  }

  #learn(bytes: Uint8Array, start: number, end: number, text: string): T {
    const value = this.#understand(text);
    const added = this.#dictionary.add(bytes, start, end);
    if (added >= 0) this.#known[added] = value;
    return value;
  }
}
