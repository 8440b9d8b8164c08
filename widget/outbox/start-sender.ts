import { createCourier } from './courier.ts';
import { listenForTriggers } from './delivery-triggers.ts';
import { keepEntry } from './keep-entry.ts';
import type { Keeper } from './keeper.ts';
import type { Follower } from './main.ts';
import { send } from './main.ts';
import { createSecondCopy, pageCaches } from './second-copy.ts';
import { createSenderLock } from './sender-lock.ts';
import type { Outcome, Sender } from './sender.ts';
import { createSender } from './sender.ts';
import { askForSync } from './sync-tag.ts';
import { tell } from './tell.ts';

/** So long the respondent waits for a copy. */
const COPIED_WITHIN_MS = 500;

/** A sender that keeps second copies of what waits. */
export interface PageSender extends Sender {
  /** Removes the copies. */
  forget(): Promise<void>;
}

/**
 * The sender of this page, at work.
 *
 * @param followers by record
 */
export function startSender(keeper: Keeper, followers: ReadonlyMap<string, Follower>): PageSender {
  const { clock, store } = keeper;
  let warned = false;
  let asked = false;
  const copies = createSecondCopy(pageCaches); // none on plain http
  const late = () => new Promise<void>((resolve) => clock.after(COPIED_WITHIN_MS, resolve));
  const name = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const sender = createSender({
    keeper,
    courier: createCourier(send),
    clock,
    lock: createSenderLock(navigator.locks, store, clock, name),
    random: () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32,
    online: () => navigator.onLine,
    report(outcome) {
      const { kind, entry } = outcome;
      const follower = followers.get(entry.id);
      // That it waits is said when the database is not the only one to have it, unless that takes too long.
      if (kind === 'deferred')
        void Promise.race([copies.keep(entry), late()]).then(() => tell(outcome, follower, document));
      else {
        copies.drop(entry);
        tell(outcome, follower, document);
      }
      if (!warned) warned = warn(outcome);
      if (!asked && kind === 'deferred') {
        asked = true;
        void askForSync(navigator.serviceWorker);
      }
    },
  });
  listenForTriggers(sender, document, window);
  void bringBack();
  return { ...sender, forget: copies.forget };

  /** What the browser has lost of the database comes back from its copies. What was sent meanwhile is sent once more. */
  async function bringBack(): Promise<void> {
    const entries = await copies.all();
    if (entries.length === 0) return;
    await store.change((before) => entries.reduce(keepEntry, before));
    void sender.deliver();
  }
}

/** One line for the developer. @returns whether there was a reason for it */
function warn(outcome: Outcome): boolean {
  if (outcome.kind !== 'deferred' || !outcome.attempt) return false;
  const { attempt, entry } = outcome;
  const what =
    attempt.kind === 'failed' ? 'cannot be reached' : `answered ${attempt.status} without a receipt`;
  console.warn(`fourfold: ${entry.endpoint} ${what}; answers are kept and sent again.`);
  return true;
}
