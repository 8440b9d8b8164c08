import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import type { Receipt, Refusal, RevisionRef } from '../../shared/answers/receipt.ts';
import { isSameJson, sha256 } from './payload.ts';

/** A record on its way into a store, as the store's columns hold it. */
export interface Offer {
  readonly id: string;
  readonly revision: number;
  readonly survey: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly shownDay: string;
  readonly receivedAt: string;
  /** SHA-256 of the payload. */
  readonly payloadHash: string;
  readonly payload: string;
}

/** The revision that a store held already, and kept. */
export interface Known {
  readonly revision: number;
  readonly payloadHash: string;
  readonly payload: string;
}

/** What became of an offer: a store holds it now, held another before it, or was told to forget its id. */
export type Outcome = 'stored' | 'erased' | Known;

/** The records of one post as offers, in their order. */
export function offersOf(records: readonly AnswerRecord[], receivedAt: string): Offer[] {
  return records.map((record) => {
    const { id, revision, survey, shownAt } = record;
    const payload = JSON.stringify(record);
    const shownDay = shownAt.slice(0, 10);
    return { id, revision, survey, shownDay, receivedAt, payloadHash: sha256(payload), payload };
  });
}

/** What became of offers, and those that stand in the end, one for each id. */
interface Settled {
  /** One for each offer, in their order. */
  readonly outcomes: readonly Outcome[];
  readonly winners: readonly Offer[];
}

/**
 * Decides on offers in their order: of an id the highest revision stands, the first to bring it.
 *
 * @param known what the store holds of these ids
 */
export function settle(
  offers: readonly Offer[],
  isErased: (offer: Offer) => boolean,
  known: ReadonlyMap<string, Known>,
): Settled {
  const winners = new Map<string, Offer>();
  const outcomes = offers.map((offer): Outcome => {
    const held = winners.get(offer.id) ?? known.get(offer.id);
    if (isErased(offer)) return 'erased';
    if (held !== undefined && held.revision >= offer.revision) return held;
    winners.set(offer.id, offer);
    return 'stored';
  });
  return { outcomes, winners: [...winners.values()] };
}

/** The receipt for the offers of one post, by what became of each. */
export function receiptFor(offers: readonly Offer[], outcomeOf: (offer: Offer) => Outcome): Receipt {
  const stored: RevisionRef[] = [];
  const duplicate: RevisionRef[] = [];
  const refused: Refusal[] = [];
  for (const offer of offers) {
    const { id, revision } = offer;
    const outcome = outcomeOf(offer);
    if (outcome === 'stored') stored.push({ id, revision });
    else if (outcome === 'erased')
      refused.push({ id, revision, code: 'erased', reason: 'this answer was erased on request' });
    else if (isConflict(offer, outcome))
      refused.push({
        id,
        revision,
        code: 'conflict',
        reason: 'this revision is stored with another payload',
      });
    else duplicate.push({ id, revision: outcome.revision });
  }
  return { stored, duplicate, refused };
}

function isConflict(offer: Offer, known: Known): boolean {
  if (offer.revision !== known.revision || offer.payloadHash === known.payloadHash) return false;
  return !isSameJson(offer.payload, known.payload);
}
