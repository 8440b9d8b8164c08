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
  /** Order of keeping, given by the store. */
  readonly seq?: number;
}

/** Until when an endpoint is left alone; shared by all tabs and kept over reloads. */
export interface Gate {
  readonly endpoint: string;
  /** Failures in a row. */
  readonly failures: number;
  /** Unix time in ms. */
  readonly notBefore: number;
  /** The endpoint itself asked for the pause, or its owner must repair it: a page load is no reason to try. */
  readonly firm: boolean;
}

/** Most answers kept for one endpoint. */
export const MAX_ENTRIES = 1000;
/** Most UTF-16 code units kept for one endpoint. */
export const MAX_SIZE = 2 * 1024 * 1024;

/** Where entries wait. Every write counts when it is committed. */
export interface OutboxStore {
  /**
   * Keeps the entry in place of a lower revision of its record; a higher one that is there stays.
   *
   * @returns whether the answer outlives the page; false also when the endpoint's share is full
   */
  put(entry: Entry): Promise<boolean>;
  /** All entries, oldest first. */
  entries(): Promise<readonly Entry[]>;
  /** Removes all revisions up to the ones named. */
  remove(refs: readonly RevisionRef[]): Promise<void>;
  /** Writes what is now known of these entries, where the same revision is still there. */
  revise(entries: readonly Entry[]): Promise<void>;
  gate(endpoint: string): Promise<Gate | undefined>;
  setGate(gate: Gate): Promise<void>;
  /** Takes or renews the right to send until `until`; false while another holder has it. */
  lease(holder: string, now: number, until: number): Promise<boolean>;
  clear(): Promise<void>;
}

/**
 * Whether one more entry fits beside those of its endpoint; a lower revision of its own record makes way.
 *
 * @example hasRoom([], { id: 'a', revision: 1, endpoint: '/', mode: 'receipt', body: '{}', dueAt: 0, attempts: 0 }) // true
 */
export function hasRoom(entries: readonly Entry[], entry: Entry): boolean {
  const others = entries.filter(({ endpoint, id }) => endpoint === entry.endpoint && id !== entry.id);
  const size = others.reduce((sum, { body }) => sum + body.length, entry.body.length);
  return others.length < MAX_ENTRIES && size <= MAX_SIZE;
}
