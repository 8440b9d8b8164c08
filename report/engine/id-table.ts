import type { ByteRow } from './byte-row.ts';
import type { Ids } from './columns.ts';
import { grown } from './dictionary-builder.ts';
import { hashWords, mayHave, note, put } from './id-hash.ts';
import { TextIds } from './text-ids.ts';
import { packUuid, UUID_TEXT, UUID_WORDS, uuidText } from './uuid.ts';

const APOSTROPHE = 39;
/** Slots are filled up to this share. */
const FILLED = 0.9;
/** Bits of the filter a slot: nearly all ids that are new meet one that is not set. */
const FILTER_BITS = 8;
/** Places in what is marked of the id that was taken. */
const HASH = 0;
const MINUTE = 1;
const SEEN = 2;
/** New ids wait for their slots, so that the processor may fetch many at a time. */
const WAITING_MAX = 256;

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
  /** By the hash of an id: its row + 1 in the low bits, and above them as many bits of the hash as there is room for. */
  #slots = new Uint32Array(2048);
  #rowBits = 11;
  /**
   * Three bits an id, by its minute and its hash: an id of which one is not set is new. UUIDs of version 7 begin with their
   * time, and a file has them mostly in its order, so that the bits of rows that follow each other lie together.
   */
  #filter = new Int32Array((FILTER_BITS * 2048) / 32);
  /** Rows and hashes of ids that have no slot yet. */
  readonly #waitingRows = new Int32Array(WAITING_MAX);
  readonly #waitingHashes = new Int32Array(WAITING_MAX);
  #waiting = 0;
  #rows = 1024;
  #count = 0;
  /** The id that was taken. */
  readonly #uuid = new Int32Array(UUID_WORDS);
  #isText = false;
  /** Hash and minute of the id that was taken; not plain fields, which would box numbers of 32 bits. */
  readonly #marks = new Int32Array(3);
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
    let slots = this.#slots.length;
    while (FILLED * slots < rows) slots *= 2;
    this.#rehash(slots);
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
    markUuid(this.#marks, this.#uuid);
    return true;
  }

  /** As {@link takeUuid}, of words that it would be packed into. */
  takeWords(words: Int32Array, at: number): void {
    const uuid = this.#uuid;
    uuid[0] = words[at];
    uuid[1] = words[at + 1];
    uuid[2] = words[at + 2];
    uuid[3] = words[at + 3];
    this.#isText = false;
    markUuid(this.#marks, uuid);
  }

  /** The row of the id that was taken; −1 when none has it. */
  find(): number {
    const hashed = this.#marks[HASH];
    if (!mayHave(this.#filter, this.#marks[MINUTE], hashed)) return -1;
    this.#place();
    const slots = this.#slots;
    const mask = slots.length - 1;
    const bits = this.#rowBits;
    const tag = hashed >>> bits;
    for (let slot = hashed & mask; ; slot = (slot + 1) & mask) {
      const filled = slots[slot];
      if (filled === 0) return -1;
      if (filled >>> bits !== tag) continue;
      const row = (filled & ((1 << bits) - 1)) - 1;
      if (this.#isTaken(row)) return row;
    }
  }

  /** Gives a row without an id the one that was taken. */
  keep(row: number): void {
    if (row >= this.#rows) this.reserve(2 * row + 2);
    if (this.#isText) this.#texts.keep(row, this.#rows);
    else this.#keepUuid(row);
    this.#count++;
    const hashed = this.#marks[HASH];
    note(this.#filter, this.#marks[MINUTE], hashed);
    this.#waitingRows[this.#waiting] = row;
    this.#waitingHashes[this.#waiting++] = hashed;
    if (this.#waiting === WAITING_MAX) this.#place();
  }

  /** The id of a row; '' for none. */
  at(row: number): string {
    const from = UUID_WORDS * row;
    const words = this.#words;
    if ((words[from] | words[from + 1] | words[from + 2] | words[from + 3]) !== 0)
      return uuidText(words, from);
    return this.#texts.at(row);
  }

  /** Nothing is looked for any more: what finds an id, and takes as much memory as a quarter of all, is let go. */
  close(): void {
    this.#slots = new Uint32Array(0);
    this.#filter = new Int32Array(0);
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
    this.#marks[HASH] = this.#marks[MINUTE] = this.#texts.hash();
    return true;
  }

  #keepUuid(row: number): void {
    if (this.#words.length === 0) this.#words = new Int32Array(UUID_WORDS * this.#rows);
    const from = UUID_WORDS * row;
    const to = this.#words;
    const uuid = this.#uuid;
    to[from] = uuid[0];
    to[from + 1] = uuid[1];
    to[from + 2] = uuid[2];
    to[from + 3] = uuid[3];
  }

  #isTaken(row: number): boolean {
    if (this.#isText) return this.#texts.isTaken(row);
    const words = this.#words;
    const uuid = this.#uuid;
    const from = UUID_WORDS * row;
    if (words[from] !== uuid[0] || words[from + 1] !== uuid[1]) return false;
    return words[from + 2] === uuid[2] && words[from + 3] === uuid[3];
  }

  /** Gives those that wait their slots. */
  #place(): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let seen = 0;
    // Nothing hangs on this first look: it lets the processor fetch many slots at a time.
    for (let at = 0; at < this.#waiting; at++) seen |= slots[this.#waitingHashes[at] & mask];
    this.#marks[SEEN] = seen;
    for (let at = 0; at < this.#waiting; at++)
      put(slots, this.#rowBits, this.#waitingRows[at], this.#waitingHashes[at]);
    this.#waiting = 0;
  }

  #rehash(size: number): void {
    this.#place();
    const slots = new Uint32Array(size);
    const filter = new Int32Array((FILTER_BITS * size) / 32);
    const bits = 32 - Math.clz32(this.#rows);
    const rows = (1 << this.#rowBits) - 1;
    for (const filled of this.#slots) {
      const row = (filled & rows) - 1;
      if (row < 0) continue;
      const isText = this.#texts.has(row);
      const hashed = isText ? this.#texts.hashAt(row) : hashWords(this.#words, UUID_WORDS * row);
      note(filter, isText ? hashed : this.#words[UUID_WORDS * row], hashed);
      put(slots, bits, row, hashed);
    }
    this.#slots = slots;
    this.#filter = filter;
    this.#rowBits = bits;
  }
}

/** Writes what it finds, and does not give it back: so no number of 32 bits has to be boxed. */
function markUuid(marks: Int32Array, words: Int32Array): void {
  marks[HASH] = hashWords(words, 0);
  marks[MINUTE] = words[0];
}
