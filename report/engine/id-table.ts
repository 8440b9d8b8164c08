import type { ByteRow } from './byte-row.ts';

const PAGE_BITS = 20;
const PAGE_BYTES = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_BYTES - 1;
/** A longer id is none: each stands within a page, its length in two bytes. */
export const ID_BYTES_MAX = 4096;
/** Length that marks a UUID in its 16 bytes. */
const PACKED = 0xffff;
const UUID_TEXT = 36;
const UUID_BYTES = 16;
const DASH = 45;
/** Slots are filled up to this share. */
const FILLED = 0.5;

/**
 * The ids of all rows, each once, packed as bytes: strings would take most of the memory of a large file.
 *
 * @example
 * const ids = new IdTable();
 * ids.find('a') // -1
 * ids.set(0, 'a');
 * ids.at(0) // 'a'
 */
export class IdTable {
  /** Row r's id stands at `#offsets[r]` − 1 of all pages; 0 for none. */
  #offsets = new Uint32Array(1024);
  #pages: Uint8Array[] = [];
  #used = PAGE_BYTES;
  /** Row + 1, by the hash of its id; beside it eight more bits of the hash, so that few others are looked at. */
  #slots = new Uint32Array(2048);
  #tags = new Uint8Array(2048);
  /** Of the id that was taken. */
  #hashed = 0;
  #count = 0;
  readonly #scratch = new Uint8Array(ID_BYTES_MAX + 2);
  #length = 0;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  /** Rows that have an id. */
  get count(): number {
    return this.#count;
  }

  /** Makes room for so many rows at once. */
  reserve(rows: number): void {
    if (rows > this.#offsets.length) {
      const longer = new Uint32Array(rows);
      longer.set(this.#offsets);
      this.#offsets = longer;
    }
    let slots = this.#slots.length;
    while (FILLED * slots < rows) slots *= 2;
    if (slots > this.#slots.length) this.#rehash(slots);
  }

  /**
   * Takes a cell as the id that is looked for.
   *
   * @returns false when it is longer than {@link ID_BYTES_MAX}
   * @throws TypeError when its bytes are not UTF-8
   */
  take(row: ByteRow, field: number, unguard: (text: string) => string): boolean {
    const start = row.start(field);
    const end = row.end(field);
    if (end - start === UUID_TEXT && this.#packed(row.bytes, start)) return true;
    let plain = !row.isEscaped(field) && row.bytes[start] !== 39;
    for (let at = start; plain && at < end; at++) plain = row.bytes[at] < 0x80;
    return plain ? this.#takeBytes(row.bytes.subarray(start, end)) : this.takeText(unguard(row.text(field)));
  }

  /** As {@link take}, of a text. */
  takeText(text: string): boolean {
    const bytes = this.#encoder.encode(text);
    return (bytes.length === UUID_TEXT && this.#packed(bytes, 0)) || this.#takeBytes(bytes);
  }

  /** The row of the id that was taken; −1 when none has it. */
  find(): number {
    const slots = this.#slots;
    const tags = this.#tags;
    const mask = slots.length - 1;
    const tag = tagOf(this.#hashed);
    for (let slot = this.#hashed & mask; ; slot = (slot + 1) & mask) {
      if (tags[slot] === 0) return -1;
      if (tags[slot] === tag && this.#isTaken(slots[slot] - 1)) return slots[slot] - 1;
    }
  }

  /** Gives a row without an id the one that was taken. */
  keep(row: number): void {
    if (row >= this.#offsets.length || this.#count >= FILLED * this.#slots.length) this.reserve(2 * row + 2);
    if (this.#used + this.#length > PAGE_BYTES) {
      this.#pages.push(new Uint8Array(PAGE_BYTES));
      this.#used = 0;
    }
    const page = this.#pages.length - 1;
    const to = this.#pages[page];
    for (let at = 0; at < this.#length; at++) to[this.#used + at] = this.#scratch[at];
    this.#offsets[row] = page * PAGE_BYTES + this.#used + 1;
    this.#used += this.#length;
    this.#count++;
    put(this.#slots, this.#tags, row, this.#hashed);
  }

  /** The id of a row; '' for none. */
  at(row: number): string {
    const offset = (this.#offsets[row] ?? 0) - 1;
    if (offset < 0) return '';
    const page = this.#pages[offset >>> PAGE_BITS];
    const at = (offset & PAGE_MASK) + 2;
    const length = lengthAt(page, at - 2);
    return length === PACKED ? uuidText(page, at) : this.#decoder.decode(page.subarray(at, at + length));
  }

  /** The ids of the first rows. */
  column(rows: number): Iterable<string> & { at(row: number): string } {
    return {
      at: (row) => this.at(row),
      [Symbol.iterator]: function* (this: IdTable): Generator<string> {
        for (let row = 0; row < rows; row++) yield this.at(row);
      }.bind(this),
    };
  }

  #takeBytes(bytes: Uint8Array): boolean {
    if (bytes.length > ID_BYTES_MAX) return false;
    this.#scratch[0] = bytes.length & 255;
    this.#scratch[1] = bytes.length >> 8;
    this.#scratch.set(bytes, 2);
    this.#length = bytes.length + 2;
    this.#hashed = hash(this.#scratch, 0, this.#length);
    return true;
  }

  /** A UUID in small letters takes 16 bytes. */
  #packed(bytes: Uint8Array, start: number): boolean {
    const dashes = bytes[start + 8] === DASH && bytes[start + 13] === DASH && bytes[start + 18] === DASH;
    if (!dashes || bytes[start + 23] !== DASH) return false;
    const to = this.#scratch;
    // Or'ed together, so that one look at the end tells whether all were digits.
    let all = 0;
    for (let at = 0; at < UUID_BYTES; at++) {
      const from = start + DIGITS_AT[at];
      const byte = (NIBBLES[bytes[from]] << 4) | NIBBLES[bytes[from + 1]];
      all |= byte;
      to[at + 2] = byte;
    }
    if (all > 255) return false;
    to[0] = to[1] = 255;
    this.#length = 2 + UUID_BYTES;
    this.#hashed = hash(to, 0, this.#length);
    return true;
  }

  #isTaken(row: number): boolean {
    const offset = this.#offsets[row] - 1;
    const page = this.#pages[offset >>> PAGE_BITS];
    const from = offset & PAGE_MASK;
    for (let at = 0; at < this.#length; at++) if (page[from + at] !== this.#scratch[at]) return false;
    return true;
  }

  #rehash(size: number): void {
    const slots = new Uint32Array(size);
    const tags = new Uint8Array(size);
    for (const filled of this.#slots) {
      if (filled === 0) continue;
      const offset = this.#offsets[filled - 1] - 1;
      const page = this.#pages[offset >>> PAGE_BITS];
      const from = offset & PAGE_MASK;
      const length = lengthAt(page, from);
      put(slots, tags, filled - 1, hash(page, from, from + 2 + (length === PACKED ? UUID_BYTES : length)));
    }
    this.#slots = slots;
    this.#tags = tags;
  }
}

function put(slots: Uint32Array, tags: Uint8Array, row: number, hashed: number): void {
  const mask = slots.length - 1;
  let slot = hashed & mask;
  while (tags[slot] > 0) slot = (slot + 1) & mask;
  slots[slot] = row + 1;
  tags[slot] = tagOf(hashed);
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0x811c9dc5;
  let at = start;
  // Four bytes at a step, and what is left one by one.
  for (; at + 4 <= end; at += 4) {
    const word = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    sum = Math.imul(sum ^ word, 0x85ebca6b);
    sum ^= sum >>> 13;
  }
  for (; at < end; at++) sum = Math.imul(sum ^ bytes[at], 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0xc2b2ae35);
  return (sum ^ (sum >>> 15)) >>> 0;
}

/** Never 0, which stands for an empty slot. */
function tagOf(hashed: number): number {
  return (hashed >>> 24) | 1;
}

function lengthAt(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8);
}

/** The value of a hexadecimal digit in small letters; of all else, more than a byte holds. */
const NIBBLES = Uint16Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 48 && byte <= 57) return byte - 48;
  return byte >= 97 && byte <= 102 ? byte - 87 : 1 << 8;
});

/** Where each byte of a UUID stands in its text. */
const DIGITS_AT = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function uuidText(page: Uint8Array, at: number): string {
  const four = (from: number): string =>
    HEX[page[from]] + HEX[page[from + 1]] + HEX[page[from + 2]] + HEX[page[from + 3]];
  const [first, second, third, fourth] = [four(at), four(at + 4), four(at + 8), four(at + 12)];
  const [b, c] = [second.slice(0, 4), second.slice(4)];
  return `${first}-${b}-${c}-${third.slice(0, 4)}-${third.slice(4)}${fourth}`;
}
