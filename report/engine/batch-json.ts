import type { BatchForm } from './batch-form.ts';
import type { BatchRows } from './batch-rows.ts';
import type { OrdinaryJson } from './ordinary-json.ts';

/**
 * Reads lines of NDJSON many at a time, as long as they are ordinary. Those that are not are left to
 * {@link OrdinaryJson}, and what that leaves to the parsers; all give the same columns.
 */
export class BatchJson {
  readonly #many: BatchRows;
  readonly #single: OrdinaryJson;
  #form: BatchForm | undefined;

  constructor(many: BatchRows, single: OrdinaryJson) {
    this.#many = many;
    this.#single = single;
  }

  /** Lines that were read last. */
  get lines(): number {
    return this.#many.lines;
  }

  /** Other bytes follow. */
  begin(): void {
    this.#many.begin();
  }

  /** No more bytes follow. */
  end(): void {
    this.#many.end();
  }

  /**
   * Reads lines from a place on.
   *
   * @param limit behind a line end
   * @returns where the first begins that was not read; −1 when that is the one at `at`
   */
  read(bytes: Uint8Array, at: number, limit: number): number {
    const { steps } = this.#single;
    if (!this.#form || !('steps' in this.#form) || this.#form.steps !== steps) this.#form = { steps };
    return this.#many.read(bytes, at, limit, this.#form);
  }
}
