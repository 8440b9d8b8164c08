import { CODE_ABSENT, type Codes, type DictionaryColumn } from './columns.ts';

/** A dictionary column while it grows; its codes take as many bytes each as the number of values asks for. */
export class DictionaryBuilder {
  readonly #values = [''];
  readonly #codeOf = new Map([['', CODE_ABSENT]]);
  #codes: Codes;
  #limit = 1 << 8;

  constructor(capacity: number) {
    this.#codes = new Uint8Array(capacity);
  }

  /** The code of a value, new or known. */
  codeOf(value: string): number {
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.#values.push(value) - 1;
      this.#codeOf.set(value, code);
      if (code === this.#limit) this.#widen();
    }
    return code;
  }

  /** The value of a code. */
  valueOf(code: number): string {
    return this.#values[code];
  }

  /** @param code from {@link codeOf} */
  set(row: number, code: number): void {
    // Memory that nothing was written to is not held: a column of absent values takes none.
    if (this.#codes[row] !== code) this.#codes[row] = code;
  }

  /** @param codes of rows from `row` on, from {@link codeOf} */
  setMany(row: number, codes: Int32Array): void {
    this.#codes.set(codes, row);
  }

  get(row: number): number {
    return this.#codes[row];
  }

  grow(capacity: number): void {
    const { length, BYTES_PER_ELEMENT: bytes } = this.#codes;
    if (capacity > length) this.#codes = grown(this.#codes, emptyCodes(bytes, capacity));
  }

  /** The first rows; a view that later rows do not change. */
  build(rows: number): DictionaryColumn {
    return { values: this.#values.slice(), codes: this.#codes.subarray(0, rows) };
  }

  #widen(): void {
    const bytes = this.#codes.BYTES_PER_ELEMENT * 2;
    this.#codes = grown(this.#codes, emptyCodes(bytes, this.#codes.length));
    this.#limit = 2 ** (8 * bytes);
  }
}

/** Codes of so many bytes each, or of more. */
export function emptyCodes(bytes: number, length: number): Codes {
  if (bytes <= 1) return new Uint8Array(length);
  return bytes === 2 ? new Uint16Array(length) : new Uint32Array(length);
}

/** Copies an array into the start of a longer one, and returns that. */
export function grown<T extends { set(from: ArrayLike<number>): void }>(from: ArrayLike<number>, to: T): T {
  to.set(from);
  return to;
}
