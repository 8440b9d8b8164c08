import { ByteRow } from './byte-row.ts';

/** Writes a row of texts as bytes, for readers of bytes. */
export class TextRow {
  readonly #row = new ByteRow();
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(4096);

  /**
   * @param cells texts by column
   * @returns a view, good until the next row is written
   * @example new TextRow().write(1, ['a', '9']).whole(1) // 9
   */
  write(line: number, cells: readonly string[]): ByteRow {
    const row = this.#row;
    row.clear();
    row.line = line;
    let at = 0;
    for (const cell of cells) {
      // A UTF-16 unit takes three bytes at most.
      if (at + 3 * cell.length > this.#bytes.length) this.#grow(at + 3 * cell.length);
      const end = at + this.#encoder.encodeInto(cell, this.#bytes.subarray(at)).written;
      row.add(at, end, false, false);
      at = end;
    }
    row.bytes = this.#bytes;
    return row;
  }

  #grow(length: number): void {
    const longer = new Uint8Array(2 * length);
    longer.set(this.#bytes);
    this.#bytes = longer;
  }
}
