import { BatchPlan } from './batch-plan.ts';
import { BatchTaker } from './batch-taker.ts';
import type { CsvMarks } from './csv-marks.ts';
import type { OrdinaryRows } from './csv-receiver.ts';
import type { OrdinaryCsv } from './ordinary-csv.ts';
import type { OrdinaryPlan } from './ordinary-plan.ts';
import type { OrdinaryRow } from './ordinary-row.ts';
import { ROWS_MAX, type RowBatch } from './row-batch.ts';

/** Rows that are taken at once: few after one that was not ordinary, since the next one may not be either. */
const FEW = 32;
const MANY = ROWS_MAX;
/** Surveys whose rows are taken together. */
const PLANS_MAX = 200;

/**
 * Reads rows of a table many at a time, as long as they are ordinary: see {@link OrdinaryRow}. Those that are not are
 * left to {@link OrdinaryCsv}, and what that leaves to the scanner; all three give the same columns.
 */
export class BatchCsv implements OrdinaryRows {
  readonly #batch: RowBatch;
  readonly #row: OrdinaryRow;
  readonly #single: OrdinaryCsv;
  readonly #taker: BatchTaker;
  #plans: readonly BatchPlan[] = [];
  /** By what the rows of the batch were read; those from `#from` to `#to` are still to be taken. */
  #plan: BatchPlan | undefined;
  #from = 0;
  #to = 0;
  /** Behind the rows of the batch. */
  #next = 0;
  /** Behind the bytes that the batch has; −1 for none. */
  #loaded = -1;
  #most = MANY;
  #rows = 0;
  lines = 0;

  constructor(batch: RowBatch, row: OrdinaryRow, single: OrdinaryCsv) {
    this.#batch = batch;
    this.#row = row;
    this.#single = single;
    this.#taker = new BatchTaker(batch, row);
  }

  get rows(): number {
    return this.#rows + this.#single.rows;
  }

  begin(): void {
    this.#from = this.#to = 0;
    this.#loaded = -1;
  }

  end(): void {
    this.#batch.close();
  }

  read(bytes: Uint8Array, at: number, limit: number, marks: CsvMarks): number {
    const next = this.#many(bytes, at, limit, marks);
    if (next > at) return next;
    const after = this.#single.read(bytes, at, limit, marks);
    this.lines = this.#single.lines;
    return after;
  }

  #many(bytes: Uint8Array, at: number, limit: number, marks: CsvMarks): number {
    const batch = this.#batch;
    // The first may have been read in full.
    while (this.#from < this.#to && batch.startOf(this.#from) < at) this.#from++;
    if (this.#from === this.#to) this.#scan(bytes, at, limit, marks);
    const plan = this.#plan;
    if (this.#from === this.#to || !plan) return -1;
    const from = this.#from;
    const to = this.#taker.take(plan, from, Math.min(this.#to, from + this.#most));
    this.#most = to === this.#to || to - from === this.#most ? Math.min(MANY, 2 * this.#most) : FEW;
    if (to === from) return -1;
    this.lines = batch.linesOf(from, to);
    this.#rows += to - from;
    this.#from = to;
    return to === this.#to ? this.#next : batch.startOf(to);
  }

  /** Reads the rows of the next batch. */
  #scan(bytes: Uint8Array, at: number, limit: number, marks: CsvMarks): void {
    const batch = this.#batch;
    const { plan: ordinary } = this.#row;
    this.#from = this.#to = 0;
    if (!ordinary) return;
    if (at >= this.#loaded) this.#loaded = batch.load(bytes, at, limit, marks);
    if (at >= this.#loaded) return;
    const plan = this.#planFor(ordinary);
    if (this.#plan !== plan) batch.layOut(plan.columns);
    this.#plan = plan;
    this.#next = batch.scan(at);
    this.#taker.begin();
    this.#to = batch.rows;
  }

  /** Rows of several surveys are taken together where their columns let them. */
  #planFor(ordinary: OrdinaryPlan): BatchPlan {
    const batch = this.#batch;
    const has = ({ ordinaries }: BatchPlan): boolean => ordinaries.includes(ordinary);
    const fits = (plan: BatchPlan): boolean => plan.ordinaries.length < PLANS_MAX && plan.fits(ordinary);
    const known = this.#plans.find(has) ?? this.#plans.find(fits);
    if (known && has(known) && !known.isStale(batch)) return known;
    const all = new Set([...(known?.ordinaries ?? []), ordinary]);
    const plan = new BatchPlan([...all], this.#row.head, batch);
    this.#plans = [...this.#plans.filter((other) => other !== known), plan];
    return plan;
  }
}
