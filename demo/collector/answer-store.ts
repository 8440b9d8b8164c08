import type { AnswerRecord, StoredRecord } from '../../shared/answers/answer-record.ts';
import type { Receipt } from '../../shared/answers/receipt.ts';

/** Records in one transaction, at which a store lets further posts wait for the next. */
export const GROUP_RECORDS = 2_000;
/** Records that are worth a transaction of their own, while others are still read and checked. */
export const WORTHWHILE_RECORDS = 50;
/** How long an erased id is remembered, in days: longer than any widget keeps a record. */
export const TOMBSTONE_DAYS = 400;

/** Which records an export holds; a bound that is missing does not bind. */
export interface AnswerFilter {
  readonly survey?: string;
  /** First and last day on which the prompt was shown, `YYYY-MM-DD`, UTC, both included. */
  readonly from?: string;
  readonly until?: string;
}

/** The store at one moment: what is written later is not seen, however often it is read. */
export interface AnswerSnapshot {
  /** Every record that the filter lets through, once, in order of first arrival, some hundreds at a time. */
  pages(filter: AnswerFilter): AsyncIterable<readonly StoredRecord[]>;
  close(): Promise<void>;
}

/** Where a collector keeps answers. Nothing resolves before it is on the disk. */
export interface AnswerStore {
  /**
   * Keeps records: all of them, or it rejects. Of an id the highest revision stands; a revision that is not higher than
   * the stored one is a `duplicate`, unless it is the same revision with another payload: then it is refused
   * (`conflict`). An id that was erased is refused (`erased`).
   *
   * @throws StoreFailure when it is not certain of each that it has been kept: whoever asked has to ask again
   */
  put(records: readonly AnswerRecord[], receivedAt: Date): Promise<Receipt>;
  /**
   * Erases the records whose context has all these values, and remembers their ids' hashes for
   * {@link TOMBSTONE_DAYS}.
   *
   * @returns how many were erased
   */
  erase(context: Readonly<Record<string, string>>, now: Date): Promise<number>;
  snapshot(): Promise<AnswerSnapshot>;
  close(): Promise<void>;
}

/** The store could not do it, or could not say that it has: whoever asked has to ask again. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  /** `full`: no space is left. `unavailable`: anything else. */
  readonly code: 'full' | 'unavailable';

  constructor(code: 'full' | 'unavailable', cause: unknown) {
    super(`store: ${code}`, { cause });
    this.code = code;
  }
}
