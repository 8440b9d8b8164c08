import type { RevisionRef } from '../../shared/answers/receipt.ts';

/** What counts as the collector's word: a receipt that names the record, or any direct non-HTML 2xx. */
export type ReceiptMode = 'receipt' | 'status';

/** Why an entry is not tried any more. */
export interface Parking {
  /** HTTP status, or 0 where there was none. */
  readonly status: number;
  readonly code: string;
  readonly reason: string;
}

/** A record's newest revision on its way to the collector. The bytes are frozen with the revision. */
export interface Entry extends RevisionRef {
  /** Place in the order of keeping, which no other record ever had; a higher revision takes that of the one before. */
  readonly seq: number;
  readonly endpoint: string;
  readonly mode: ReceiptMode;
  /** The record as JSON. */
  readonly body: string;
  /** Unix time in ms from which any tab may send it. */
  readonly dueAt: number;
  /** Attempts that ended without a word on this entry. */
  readonly attempts: number;
  /** Kept, counted and never in the way; a higher revision gets a new try. */
  readonly parked?: Parking;
}

/** Until when an endpoint is left alone. */
export interface Gate {
  /** Failures in a row. */
  readonly failures: number;
  /** How often what goes in one request is halved; absent where an earlier release has written the row. */
  readonly halvings?: number;
  /** Unix time in ms. */
  readonly notBefore: number;
  /** The endpoint itself asked for the pause, or its owner must repair it: a page load is no reason to try. */
  readonly firm: boolean;
  /** When it failed last, Unix time in ms. */
  readonly failedAt: number;
  /** When it was asked in the minute after that, Unix time in ms. */
  readonly asked: readonly number[];
}

/** What all tabs share, and reloads do not end. */
export interface Shared {
  /** By endpoint. */
  readonly gates: Readonly<Record<string, Gate>>;
  /** What a tab has delivered for another one, whose respondent wants to know; the newest last. */
  readonly delivered: readonly RevisionRef[];
  /** Who may send, where there are no Web Locks, and until when (Unix time in ms). */
  readonly holder: string;
  readonly heldUntil: number;
}

/** Nothing is held back, and nobody sends. */
export const NOTHING_SHARED: Shared = { gates: {}, delivered: [], holder: '', heldUntil: 0 };

/** What a change has come to. */
export interface Changed {
  /** Whether it outlives the page. */
  readonly durable: boolean;
  /** All entries of the store that has taken it, after it. */
  readonly entries: readonly Entry[];
}

/** Where entries wait. A change reads and writes in one transaction, and counts when that has committed. */
export interface OutboxStore {
  /** All entries, in the order of keeping. */
  entries(): Promise<readonly Entry[]>;
  /** @param work what shall be there, given what is; entries that it passes on unchanged are not written */
  change(work: (entries: readonly Entry[]) => readonly Entry[]): Promise<Changed>;
  /**
   * Puts a higher revision where its record has been, whatever is there now: no other record gets that place.
   *
   * @returns whether it outlives the page
   */
  replace(entry: Entry): Promise<boolean>;
  /** What is shared, after the change if there is one. */
  shared(work?: (shared: Shared) => Shared): Promise<Shared>;
}
