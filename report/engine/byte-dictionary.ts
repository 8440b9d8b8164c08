import { grown } from './dictionary-builder.ts';

const MULTIPLIER = 0x01000193;
const BASIS = 0x811c9dc5;

/** Beyond this many values a dictionary takes no more: what differs in every row is cheaper to read anew. */
const VALUES_MAX = 1 << 16;

/**
 * Numbers values by their bytes, in order of first appearance: cells that repeat need no decoding.
 *
 * @example
 * const dictionary = new ByteDictionary();
 * dictionary.add(bytes, 0, 4); // 0
 * dictionary.find(bytes, 0, 4); // 0
 */
export class ByteDictionary {
  #slots = new Int32Array(64).fill(-1);
  #bytes = new Uint8Array(1024);
  /** Value k stands in `#bytes` from `#ends[k]` to `#ends[k + 1]`. */
  #ends = new Int32Array(65);
  #size = 0;
  /** The value found last of those that begin with a byte. */
  readonly #likely = new Int32Array(256).fill(-1);

  get size(): number {
    return this.#size;
  }

  /** It takes no more values. */
  get isFull(): boolean {
    return this.size >= VALUES_MAX;
  }

  /** Bytes of a value. */
  lengthOf(value: number): number {
    return this.#ends[value + 1] - this.#ends[value];
  }

  /**
   * The likely value of a cell whose end is not known yet: whether it ends where the value does is for the caller to
   * see. −1 when other bytes stand there.
   */
  likely(bytes: Uint8Array, start: number): number {
    const value = this.#likely[bytes[start]];
    if (value < 0) return -1;
    const own = this.#bytes;
    const end = this.#ends[value + 1];
    let at = start;
    for (let from = this.#ends[value]; from < end; from++) if (own[from] !== bytes[at++]) return -1;
    return value;
  }

  /** The number of a value, −1 when it is new. */
  find(bytes: Uint8Array, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const value = this.#slots[slot];
      if (value < 0) return -1;
      if (!this.#is(value, bytes, start, end)) continue;
      if (end > start) this.#likely[bytes[start]] = value;
      return value;
    }
  }

  /** Numbers a value that {@link find} does not know; −1 when the dictionary is full. */
  add(bytes: Uint8Array, start: number, end: number): number {
    if (this.isFull) return -1;
    const from = this.#ends[this.#size];
    const to = from + end - start;
    if (to > this.#bytes.length) {
      const longer = new Uint8Array(2 * to);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes.set(bytes.subarray(start, end), from);
    const value = this.#size++;
    if (this.#size === this.#ends.length) this.#ends = grown(this.#ends, new Int32Array(2 * this.#size));
    this.#ends[this.#size] = to;
    if (2 * this.size > this.#slots.length) this.#rehash();
    else this.#put(value, hash(bytes, start, end));
    return value;
  }

  #is(value: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#ends[value];
    const length = end - start;
    if (this.#ends[value + 1] - from !== length) return false;
    for (let at = 0; at < length; at++) if (this.#bytes[from + at] !== bytes[start + at]) return false;
    return true;
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    for (let value = 0; value < this.size; value++)
      this.#put(value, hash(this.#bytes, this.#ends[value], this.#ends[value + 1]));
  }

  #put(value: number, hashed: number): void {
    const mask = this.#slots.length - 1;
    let slot = hashed & mask;
    while (this.#slots[slot] >= 0) slot = (slot + 1) & mask;
    this.#slots[slot] = value;
  }
}

function hash(bytes: Uint8Array, start: number, end: number): number {
  let sum = BASIS;
  for (let at = start; at < end; at++) sum = Math.imul(sum ^ bytes[at], MULTIPLIER);
  return (sum ^ (sum >>> 15)) >>> 0;
}
