import { grown } from './dictionary-builder.ts';
import { hashBytes } from './id-hash.ts';

const PAGE_BITS = 20;
const PAGE_BYTES = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_BYTES - 1;
/** A longer id is none: each stands within a page, its length in two bytes before it. */
export const ID_BYTES_MAX = 4096;
/** Of the length. */
const HEAD_BYTES = 2;

/**
 * Ids that are no UUIDs, by row, as bytes on pages.
 *
 * @example
 * const ids = new TextIds();
 * ids.take(new TextEncoder().encode('a')); // true
 * ids.keep(0, 1024);
 * ids.at(0) // 'a'
 */
export class TextIds {
  /** Row r's id stands at `#offsets[r]` − 1 of all pages; 0 for none. */
  #offsets = new Uint32Array(0);
  readonly #pages: Uint8Array[] = [];
  #used = PAGE_BYTES;
  /** The id that was taken, behind its length. */
  readonly #taken = new Uint8Array(ID_BYTES_MAX + HEAD_BYTES);
  #length = 0;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  /** Takes an id; false when it is longer than {@link ID_BYTES_MAX}. */
  take(bytes: Uint8Array): boolean {
    if (bytes.length > ID_BYTES_MAX) return false;
    this.#length = bytes.length + HEAD_BYTES;
    this.#taken[0] = this.#length & 255;
    this.#taken[1] = this.#length >> 8;
    this.#taken.set(bytes, HEAD_BYTES);
    return true;
  }

  /** Hash of the id that was taken. */
  hash(): number {
    return hashBytes(this.#taken, 0, this.#length);
  }

  /** Makes room for so many rows, if any row has an id here. */
  reserve(rows: number): void {
    if (this.#offsets.length > 0) this.#offsets = grown(this.#offsets, new Uint32Array(rows));
  }

  /**
   * Gives a row the id that was taken.
   *
   * @param rows that room is made for with the first id
   */
  keep(row: number, rows: number): void {
    if (this.#offsets.length === 0) this.#offsets = new Uint32Array(rows);
    if (this.#used + this.#length > PAGE_BYTES) {
      this.#pages.push(new Uint8Array(PAGE_BYTES));
      this.#used = 0;
    }
    const page = this.#pages.length - 1;
    this.#pages[page].set(this.#taken.subarray(0, this.#length), this.#used);
    this.#offsets[row] = page * PAGE_BYTES + this.#used + 1;
    this.#used += this.#length;
  }

  has(row: number): boolean {
    return (this.#offsets[row] ?? 0) > 0;
  }

  /** The id of a row; '' for none. */
  at(row: number): string {
    const offset = (this.#offsets[row] ?? 0) - 1;
    if (offset < 0) return '';
    const page = this.#pages[offset >>> PAGE_BITS];
    const at = offset & PAGE_MASK;
    return this.#decoder.decode(page.subarray(at + HEAD_BYTES, at + lengthAt(page, at)));
  }

  /** Whether a row has the id that was taken. */
  isTaken(row: number): boolean {
    const offset = (this.#offsets[row] ?? 0) - 1;
    if (offset < 0) return false;
    const page = this.#pages[offset >>> PAGE_BITS];
    const from = offset & PAGE_MASK;
    for (let at = 0; at < this.#length; at++) if (page[from + at] !== this.#taken[at]) return false;
    return true;
  }

  /** Hash of the id of a row that has one. */
  hashAt(row: number): number {
    const offset = this.#offsets[row] - 1;
    const page = this.#pages[offset >>> PAGE_BITS];
    const from = offset & PAGE_MASK;
    return hashBytes(page, from, from + lengthAt(page, from));
  }
}

/** Bytes of an id on a page, its length included. */
function lengthAt(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8);
}
