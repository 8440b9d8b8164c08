import type { Entry, Parking } from './outbox-store.ts';
import type { Verdict } from './verdict.ts';

/** What an attempt means for one entry; undefined when nothing was said of it. */
export type Fate = 'delivered' | Parking | undefined;

/** The collector has erased this respondent's answers on request: the record is dropped, and must not come back. */
export const ERASED = 'erased';

/** Network errors after which an endpoint that cannot give receipts is no longer asked about a record. */
export const UNCONFIRMED_AFTER = 5;
/** Code of a record that may have arrived, at an endpoint whose answers cannot be read. */
export const UNCONFIRMED = 'unconfirmed';

/**
 * Reads a verdict for one entry. A receipt that names a revision acknowledges all up to it, and no higher one.
 *
 * @example fateOf({ kind: 'delivered' }, entry) // 'delivered'
 */
export function fateOf(verdict: Verdict, { id, revision }: Entry): Fate {
  if (verdict.kind === 'delivered') return 'delivered';
  if (verdict.kind === 'parked') {
    return { status: verdict.status, code: `http-${verdict.status}`, reason: 'refused by the endpoint' };
  }
  if (verdict.kind !== 'receipt') return undefined;
  const { stored, duplicate, refused } = verdict.receipt;
  if ([...stored, ...duplicate].some((ref) => ref.id === id && ref.revision >= revision)) return 'delivered';
  const word = refused.find((ref) => ref.id === id && ref.revision === revision);
  return word && { status: 200, code: word.code, reason: word.reason };
}

/** What a network error means for an entry that cannot get a receipt: after several it may be there already. */
export function unconfirmed({ attempts }: Entry): Fate {
  if (attempts + 1 < UNCONFIRMED_AFTER) return undefined;
  return { status: 0, code: UNCONFIRMED, reason: 'the endpoint could not be read' };
}
