import { BatchPlan } from './batch-plan.ts';
import type { WordsColumns } from './batch-checks.ts';
import { BatchTaker } from './batch-taker.ts';
import type { OrdinaryPlan } from './ordinary-plan.ts';
import type { OrdinaryRow } from './ordinary-row.ts';
import { ROWS_MAX, type BatchForm } from './batch-form.ts';
import type { RowBatch } from './row-batch.ts';

/** Rows that are taken at once: few after one that was not ordinary, since the next one may not be either. */
const FEW = 32;
const MANY = ROWS_MAX;
/** Surveys whose rows are taken together. */
const PLANS_MAX = 200;

/** Reads rows many at a time, as long as they are ordinary: see {@link OrdinaryRow}. */
export class BatchRows {
  readonly #batch: RowBatch;
  readonly #row: OrdinaryRow;
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
  /** Rows in all, and lines of those that were read last. */
  rows = 0;
  lines = 0;

  constructor(batch: RowBatch, row: OrdinaryRow, words: WordsColumns) {
    this.#batch = batch;
    this.#row = row;
    this.#taker = new BatchTaker(batch, row, words);
  }

  /** Other bytes follow. */
  begin(): void {
    this.#from = this.#to = 0;
    this.#loaded = -1;
  }

  /** No more bytes follow. */
  end(): void {
    this.#batch.close();
  }

  /**
   * Reads one row or more.
   *
   * @param at where the first begins
   * @param limit behind a line end
   * @param form the same object as long as it is the same
   * @returns where the next row begins; −1 when the one at `at` is not as others are
   */
  read(bytes: Uint8Array, at: number, limit: number, form: BatchForm): number {
    const batch = this.#batch;
    // The first may have been read by itself.
    while (this.#from < this.#to && batch.startOf(this.#from) < at) this.#from++;
    if (this.#from === this.#to) this.#scan(bytes, at, limit, form);
    const plan = this.#plan;
    if (this.#from === this.#to || !plan) return -1;
    const from = this.#from;
    const to = this.#taker.take(plan, from, Math.min(this.#to, from + this.#most));
    this.#most = to === this.#to || to - from === this.#most ? Math.min(MANY, 2 * this.#most) : FEW;
    if (to === from) return -1;
    this.lines = batch.linesOf(from, to);
    this.rows += to - from;
    this.#from = to;
    return to === this.#to ? this.#next : batch.startOf(to);
  }

  /** Reads the rows of the next batch. */
  #scan(bytes: Uint8Array, at: number, limit: number, form: BatchForm): void {
    const batch = this.#batch;
    const { plan: ordinary } = this.#row;
    this.#from = this.#to = 0;
    if (!ordinary) return;
    if (at >= this.#loaded) this.#loaded = batch.load(bytes, at, limit);
    if (at >= this.#loaded) return;
    const plan = this.#planFor(ordinary);
    if (this.#plan !== plan) batch.layOut(plan.columns, plan.revision);
    this.#plan = plan;
    this.#next = batch.scan(at, form);
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
