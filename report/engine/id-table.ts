import type { ByteRow } from './byte-row.ts';
import type { Ids } from './columns.ts';
import { grown } from './dictionary-builder.ts';
import { hashWords } from './id-hash.ts';
import { IdSlots } from './id-slots.ts';
import { TextIds } from './text-ids.ts';
import { packUuid, UUID_TEXT, UUID_WORDS, uuidText } from './uuid.ts';

const APOSTROPHE = 39;

/**
 * The ids of all rows, each once: UUIDs as four words, others as bytes. Strings would take most of the memory of a
 * large file.
 *
 * @example
 * const ids = new IdTable();
 * ids.takeText('a');
 * ids.find() // -1
 * ids.keep(0);
 * ids.at(0) // 'a'
 */
export class IdTable {
  /** Row r's UUID stands in four words from 4r on; zeros for none. */
  #words = new Int32Array(0);
  readonly #texts = new TextIds();
  #slots = new IdSlots();
  #rows = 1024;
  /** Behind the last row that has an id. */
  #end = 0;
  #count = 0;
  /** The id that was taken. */
  readonly #uuid = new Int32Array(UUID_WORDS);
  #isText = false;
  /** Of the id that was taken; no plain field, which would box numbers of 32 bits. */
  readonly #hash = new Int32Array(1);
  readonly #isIt = (row: number): boolean => this.#isTaken(row);
  #viewed: Uint8Array | undefined;
  #view: DataView = new DataView(new ArrayBuffer(0));
  readonly #encoder = new TextEncoder();

  /** Rows that have an id. */
  get count(): number {
    return this.#count;
  }

  /** Makes room for so many rows at once. */
  reserve(rows: number): void {
    if (rows <= this.#rows) return;
    this.#rows = rows;
    if (this.#words.length > 0) this.#words = grown(this.#words, new Int32Array(UUID_WORDS * rows));
    this.#texts.reserve(rows);
    if (this.#slots.reserve(rows)) this.#putAgain();
  }

  /**
   * Takes a cell as the id that is looked for.
   *
   * @returns false when it is longer than `ID_BYTES_MAX`
   * @throws TypeError when its bytes are not UTF-8
   */
  take(row: ByteRow, field: number, unguard: (text: string) => string): boolean {
    const start = row.start(field);
    const end = row.end(field);
    if (end - start === UUID_TEXT && this.takeUuid(row.bytes, start)) return true;
    let plain = !row.isEscaped(field) && row.bytes[start] !== APOSTROPHE;
    for (let at = start; plain && at < end; at++) plain = row.bytes[at] < 0x80;
    return plain ? this.#takeBytes(row.bytes.subarray(start, end)) : this.takeText(unguard(row.text(field)));
  }

  /** As {@link take}, of a text. */
  takeText(text: string): boolean {
    const bytes = this.#encoder.encode(text);
    return (bytes.length === UUID_TEXT && this.takeUuid(bytes, 0)) || this.#takeBytes(bytes);
  }

  /** As {@link take}, of 36 bytes; false when they are no UUID in small letters. */
  takeUuid(bytes: Uint8Array, start: number): boolean {
    if (this.#viewed !== bytes) {
      this.#viewed = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    if (!packUuid(this.#view, start, this.#uuid)) return false;
    this.#isText = false;
    this.#hash[0] = hashWords(this.#uuid, 0);
    return true;
  }

  /** As {@link takeUuid}, of words that it would be packed into. */
  #takeWords(words: Int32Array, at: number): void {
    const uuid = this.#uuid;
    uuid[0] = words[at];
    uuid[1] = words[at + 1];
    uuid[2] = words[at + 2];
    uuid[3] = words[at + 3];
    this.#isText = false;
    this.#hash[0] = hashWords(uuid, 0);
  }

  /** The row of the id that was taken; −1 when none has it. */
  find(): number {
    return this.#slots.find(this.#hash[0], this.#isIt);
  }

  /** Gives a row without an id the one that was taken. */
  keep(row: number): void {
    this.#reach(row + 1);
    if (this.#isText) this.#texts.keep(row, this.#rows);
    else this.#uuids().set(this.#uuid, UUID_WORDS * row);
    this.#count++;
    this.#slots.put(row, this.#hash[0]);
  }

  /**
   * Gives rows from `row` on UUIDs, as long as no row has them.
   *
   * @param words four each, those of the first from 4 × `from` on
   * @returns the first that a row has; `to` when there is none
   */
  keepMany(words: Int32Array, from: number, to: number, row: number): number {
    this.#reach(row + to - from);
    const uuids = this.#uuids();
    for (let at = from; at < to; at++) {
      const of = row + at - from;
      const count = this.#slots.putMany(words, at, to, of);
      uuids.set(words.subarray(UUID_WORDS * at, UUID_WORDS * (at + count)), UUID_WORDS * of);
      this.#count += count;
      at += count;
      if (at === to) break;
      this.#takeWords(words, UUID_WORDS * at);
      if (this.find() >= 0) return at;
      this.keep(of + count);
    }
    return to;
  }

  /** The id of a row; '' for none. */
  at(row: number): string {
    return this.#has(row) ? uuidText(this.#words, UUID_WORDS * row) : this.#texts.at(row);
  }

  /** Nothing is looked for any more: what finds an id, and takes as much memory as a quarter of all, is let go. */
  close(): void {
    this.#slots = new IdSlots();
  }

  /** The ids of the first rows. */
  column(rows: number): Ids & { at(row: number): string } {
    return {
      words: this.#words.subarray(0, UUID_WORDS * rows),
      at: (row) => this.at(row),
      [Symbol.iterator]: function* (this: IdTable): Generator<string> {
        for (let row = 0; row < rows; row++) yield this.at(row);
      }.bind(this),
    };
  }

  #takeBytes(bytes: Uint8Array): boolean {
    if (!this.#texts.take(bytes)) return false;
    this.#isText = true;
    this.#hash[0] = this.#texts.hash();
    return true;
  }

  #reach(end: number): void {
    if (end > this.#rows) this.reserve(2 * end);
    this.#end = Math.max(this.#end, end);
  }

  #uuids(): Int32Array {
    if (this.#words.length === 0) this.#words = new Int32Array(UUID_WORDS * this.#rows);
    return this.#words;
  }

  #isTaken(row: number): boolean {
    if (this.#isText) return this.#texts.isTaken(row);
    const words = this.#words;
    const uuid = this.#uuid;
    const from = UUID_WORDS * row;
    if (words[from] !== uuid[0] || words[from + 1] !== uuid[1]) return false;
    return words[from + 2] === uuid[2] && words[from + 3] === uuid[3];
  }

  #has(row: number): boolean {
    const from = UUID_WORDS * row;
    const words = this.#words;
    return (words[from] | words[from + 1] | words[from + 2] | words[from + 3]) !== 0;
  }

  #putAgain(): void {
    for (let row = 0; row < this.#end; row++) {
      if (this.#texts.has(row)) this.#slots.put(row, this.#texts.hashAt(row));
      else if (this.#has(row)) this.#slots.put(row, hashWords(this.#words, UUID_WORDS * row));
    }
  }
}
