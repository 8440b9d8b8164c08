import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import type { Clock } from './clock.ts';
import { createCourier } from './courier.ts';
import { listenForTriggers } from './delivery-triggers.ts';
import { createIndexedDbStore } from './indexed-db-store.ts';
import { createMemoryStore } from './memory-store.ts';
import type { Outbox, Outcome } from './outbox.ts';
import { createOutbox } from './outbox.ts';
import { announce } from '../events.ts';
import { createResilientStore } from './resilient-store.ts';
import { createSenderLock } from './sender-lock.ts';

const send = fetch.bind(globalThis);
const clock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
const listeners = new Map<string, (outcome: Outcome) => void>();
let warned = false;

const store = createResilientStore(createIndexedDbStore(), createMemoryStore(), clock);
const holder = crypto.getRandomValues(new Uint32Array(2)).join('-');

/** The one outbox of this page. */
export const outbox: Outbox = createOutbox({
  store,
  courier: createCourier(send),
  clock,
  lock: createSenderLock(navigator.locks, store, clock, holder),
  random: () => Math.random(),
  online: () => navigator.onLine,
  hidden: () => document.hidden,
  report(outcome) {
    if (outcome.kind === 'deferred' && !warned) {
      warned = true;
      const { attempt, entry } = outcome;
      const what =
        attempt.kind === 'failed' ? 'could not be reached' : `answered ${attempt.status}, no receipt`;
      console.warn(`fourfold: ${entry.endpoint} ${what}; answers are kept and sent again later.`);
    }
    const listener = listeners.get(outcome.entry.id);
    if (listener === undefined) tellPage(outcome);
    else listener(outcome);
  },
});

/** Hears what becomes of a record for as long as its prompt is on the page. */
export function follow(id: string, listener: (outcome: Outcome) => void): void {
  listeners.set(id, listener);
}

/** Answers of earlier visits have no prompt on this page: the document tells of them. */
function tellPage(outcome: Outcome): void {
  if (outcome.kind === 'deferred') return;
  const record = JSON.parse(outcome.entry.body) as AnswerRecord; // our own bytes, written by `writeJson`
  if (outcome.kind === 'delivered') announce(document, 'fourfold-delivered', { record });
  else announce(document, 'fourfold-rejected', { record, ...outcome.parking });
}

listenForTriggers(outbox, document, window);
void outbox.deliver();
