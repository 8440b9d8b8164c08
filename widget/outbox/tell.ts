import type { FourfoldEventMap } from '../events.ts';
import type { Follower } from './main.ts';
import type { Outcome } from './sender.ts';
import { UNCONFIRMED } from './fate.ts';

const { parse } = JSON;

/**
 * Tells a prompt, and by its event the page, what became of a record.
 *
 * @param follower the record's prompt; answers of earlier visits have none
 * @param page dispatches the event where there is no prompt
 */
export function tell(outcome: Outcome, follower: Follower | undefined, page: EventTarget): void {
  const { kind, entry } = outcome;
  const news = newsOf(outcome);
  if (follower) follower.news[news] = Math.max(follower.news[news], entry.revision);
  if (kind !== 'deferred') {
    const name: keyof FourfoldEventMap = `fourfold-${kind}`;
    const record: unknown = parse(entry.body);
    const detail = kind === 'rejected' ? { record, ...outcome.parking } : { record };
    const target = follower?.host ?? page;
    target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
  follower?.changed();
}

function newsOf(outcome: Outcome): keyof Follower['news'] {
  if (outcome.kind === 'deferred') return 'failed';
  if (outcome.kind === 'rejected' && outcome.parking.code === UNCONFIRMED) return UNCONFIRMED;
  return outcome.kind;
}
