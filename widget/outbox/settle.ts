import type { RevisionRef } from '../../shared/answers/receipt.ts';
import type { Entry, Parking } from './outbox-store.ts';
import type { Verdict } from './verdict.ts';

/** What a request that had an answer means for each entry that it carried. */
export interface Settlement {
  readonly delivered: readonly Entry[];
  /** What may leave the outbox: all revisions up to these. */
  readonly removed: readonly RevisionRef[];
  /** Will not be taken; what is removed as well is not kept either. */
  readonly parked: readonly { readonly entry: Entry; readonly parking: Parking }[];
  /** Not named in the receipt, so nothing is known of them. */
  readonly unnamed: readonly Entry[];
}

/** The collector has erased this respondent's answers on request; the record must not come back. */
const ERASED = 'erased';

/**
 * Reads a verdict entry by entry. A receipt that names a revision acknowledges all up to it, and no higher one.
 *
 * @param verdict one that carries an answer
 * @param batch the entries that were sent
 */
export function settle(
  verdict: Extract<Verdict, { kind: 'receipt' | 'delivered' | 'parked' }>,
  batch: readonly Entry[],
): Settlement {
  if (verdict.kind === 'delivered') {
    return { delivered: batch, removed: batch.map(ref), parked: [], unnamed: [] };
  }
  if (verdict.kind === 'parked') {
    const parking = {
      status: verdict.status,
      code: `http-${verdict.status}`,
      reason: 'the endpoint refused it',
    };
    return { delivered: [], removed: [], parked: batch.map((entry) => ({ entry, parking })), unnamed: [] };
  }
  const { stored, duplicate, refused } = verdict.receipt;
  const delivered: Entry[] = [];
  const removed: RevisionRef[] = [];
  const parked: { entry: Entry; parking: Parking }[] = [];
  const unnamed: Entry[] = [];
  for (const entry of batch) {
    const word = refused.find(({ id, revision }) => id === entry.id && revision === entry.revision);
    if ([...stored, ...duplicate].some(({ id, revision }) => id === entry.id && revision >= entry.revision)) {
      delivered.push(entry);
      removed.push(ref(entry));
    } else if (word === undefined) {
      unnamed.push(entry);
    } else {
      if (word.code === ERASED) removed.push(ref(entry));
      parked.push({ entry, parking: { status: 200, code: word.code, reason: word.reason } });
    }
  }
  return { delivered, removed, parked, unnamed };
}

function ref({ id, revision }: Entry): RevisionRef {
  return { id, revision };
}
