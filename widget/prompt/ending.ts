/** What is known of the last revision. */
export interface Fate {
  readonly delivered: boolean;
  readonly rejected: boolean;
  /** It may have arrived, but the endpoint's answers cannot be read, and it is not sent again. */
  readonly unconfirmed: boolean;
  /** Whether the browser keeps it; undefined until the strict write has ended. */
  readonly kept: boolean | undefined;
  /** An attempt has failed, or takes too long to wait for. */
  readonly late: boolean;
  /** An attempt has failed. */
  readonly failed: boolean;
  readonly online: boolean;
  /** Whether the record has an answer. */
  readonly given: boolean;
}

/** Nothing is claimed in `thanks`; `sent`, `kept` and `lost` each need their proof. */
export type Ending = 'thanks' | 'sent' | 'kept' | 'keptOffline' | 'lost' | 'lostOffline' | 'rejected';

/**
 * What the respondent is told at the end. "Kept" only after the write has committed, "sent" only after a receipt.
 *
 * Where nothing was given, nothing can have arrived or been lost.
 *
 * @example endingOf({ given: true, delivered: false, rejected: false, unconfirmed: false, kept: true, late: true, failed: true, online: true }) // 'kept'
 */
export function endingOf({
  given,
  delivered,
  rejected,
  unconfirmed,
  kept,
  late,
  failed,
  online,
}: Fate): Ending {
  if (!given) return 'thanks';
  if (delivered) return 'sent';
  if (rejected) return 'rejected';
  if (unconfirmed || kept === undefined || (online && !late)) return 'thanks';
  // A database that stays silent is given up after 2 s, and only then is anything sent.
  if (online && !kept) return failed ? 'lost' : 'thanks';
  if (online) return 'kept';
  return kept ? 'keptOffline' : 'lostOffline';
}
