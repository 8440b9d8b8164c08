import { CODE_ABSENT, type DictionaryColumn } from './columns.ts';

/** A dictionary column while it grows. */
export class DictionaryBuilder {
  readonly #values = [''];
  readonly #codeOf = new Map([['', CODE_ABSENT]]);
  #codes: Uint32Array<ArrayBuffer>;

  constructor(capacity: number) {
    this.#codes = new Uint32Array(capacity);
  }

  set(row: number, value = ''): void {
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.#values.push(value) - 1;
      this.#codeOf.set(value, code);
    }
    this.#codes[row] = code;
  }

  grow(capacity: number): void {
    this.#codes = grown(this.#codes, new Uint32Array(capacity));
  }

  build(rows: number): DictionaryColumn {
    return { values: this.#values.slice(), codes: this.#codes.slice(0, rows) };
  }
}

/** Copies an array into the start of a longer one, and returns that. */
export function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
