import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import type { Receipt, Refusal, RevisionRef } from '../../shared/answers/receipt.ts';
import { isSameJson } from './payload.ts';

/** A record on its way into a store, as the store's columns hold it. */
export interface Offer {
  readonly id: string;
  readonly revision: number;
  readonly survey: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly shownDay: string;
  readonly receivedAt: string;
  readonly payload: string;
}

/** The revision that a store held already, and kept. */
export interface Known {
  readonly revision: number;
  readonly payload: string;
}

/** What became of an offer: a store holds it now, held another before it, or was told to forget its id. */
export type Outcome = 'stored' | 'erased' | Known;

/** The records of one post, column by column: so they take little on their way from one thread to another. */
export interface Post {
  readonly receivedAt: string;
  readonly ids: readonly string[];
  readonly revisions: readonly number[];
  readonly surveys: readonly string[];
  readonly shownDays: readonly string[];
  readonly payloads: readonly string[];
}

/** What became of the records of a post, in their order; `'stored'` of all of them. */
export type PostOutcome = 'stored' | readonly Outcome[];

export function postOf(records: readonly AnswerRecord[], receivedAt: string): Post {
  return {
    receivedAt,
    ids: records.map(({ id }) => id),
    revisions: records.map(({ revision }) => revision),
    surveys: records.map(({ survey }) => survey),
    shownDays: records.map(({ shownAt }) => shownAt.slice(0, 10)),
    payloads: records.map((record) => JSON.stringify(record)),
  };
}

/** The records of one post as offers, in their order. */
export function offersIn({ receivedAt, ids, revisions, surveys, shownDays, payloads }: Post): Offer[] {
  return payloads.map((payload, at) => ({
    ...{ id: ids[at], revision: revisions[at], survey: surveys[at], shownDay: shownDays[at] },
    ...{ receivedAt, payload },
  }));
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

/** The receipt for one post. */
export function receiptOf(post: Post, outcome: PostOutcome): Receipt {
  if (outcome !== 'stored') return receiptFor(offersIn(post), outcome);
  const stored = post.ids.map((id, at) => ({ id, revision: post.revisions[at] }));
  return { stored, duplicate: [], refused: [] };
}

/** The receipt for the offers of one post, by what became of each. */
export function receiptFor(offers: readonly Offer[], outcomes: readonly Outcome[]): Receipt {
  const stored: RevisionRef[] = [];
  const duplicate: RevisionRef[] = [];
  const refused: Refusal[] = [];
  for (const [at, offer] of offers.entries()) {
    const { id, revision } = offer;
    const outcome = outcomes[at];
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
  if (offer.revision !== known.revision || offer.payload === known.payload) return false;
  return !isSameJson(offer.payload, known.payload);
}
