import type { BatchRows } from './batch-rows.ts';
import type { CsvMarks } from './csv-marks.ts';
import type { OrdinaryRows } from './csv-receiver.ts';
import type { OrdinaryCsv } from './ordinary-csv.ts';
import type { BatchForm } from './batch-form.ts';

/**
 * Reads rows of a table many at a time, as long as they are ordinary. Those that are not are left to {@link OrdinaryCsv},
 * and what that leaves to the scanner; all three give the same columns.
 */
export class BatchCsv implements OrdinaryRows {
  readonly #many: BatchRows;
  readonly #single: OrdinaryCsv;
  #form: BatchForm | undefined;
  lines = 0;

  constructor(many: BatchRows, single: OrdinaryCsv) {
    this.#many = many;
    this.#single = single;
  }

  get rows(): number {
    return this.#many.rows + this.#single.rows;
  }

  begin(): void {
    this.#many.begin();
  }

  end(): void {
    this.#many.end();
  }

  read(bytes: Uint8Array, at: number, limit: number, marks: CsvMarks): number {
    this.#form ??= { marks };
    const next = this.#many.read(bytes, at, limit, this.#form);
    const after = next > at ? next : this.#single.read(bytes, at, limit, marks);
    this.lines = next > at ? this.#many.lines : this.#single.lines;
    return after;
  }
}
