import { bare } from './bare.ts';
import type { Clock } from './clock.ts';
import type { OutboxStore } from './outbox-store.ts';

/** Lets one tab of the origin send at a time. */
export interface SenderLock {
  /**
   * Waits for its turn, does the work, and lets the next one in. `renew` says that the work goes on; it rejects with an
   * AbortError when another tab has taken over, this one having been frozen for longer than its lease.
   */
  run(work: (renew: () => Promise<void>) => Promise<void>): Promise<void>;
}

/** A holder that has not renewed for so long is gone, or frozen; one request takes 10 s at most. */
export const LEASE_MS = 15_000;
/** How often a tab that waits for a lease asks again. */
export const LEASE_POLL_MS = 1_000;
const LOCK = 'fourfold';

/**
 * A Web Lock, which is taken from a holder whose lease has run out; where there is none (plain http, old browsers), or
 * it is refused (opaque origins), the lease alone, in the database.
 *
 * @param name one that no other tab has
 */
export function createSenderLock(
  locks: Pick<LockManager, 'request'> | undefined,
  store: Pick<OutboxStore, 'shared'>,
  clock: Clock,
  name: string,
): SenderLock {
  const pause = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));

  /** Takes, renews or (for 0 ms) gives back the lease. @param always the Web Lock says that nobody else has it */
  async function lease(forMs: number, always = false): Promise<boolean> {
    const now = clock.now();
    const after = await store.shared((shared) =>
      always || shared.holder === name || isFree(shared.heldUntil, now)
        ? { ...shared, holder: name, heldUntil: now + forMs }
        : shared,
    );
    return after.holder === name;
  }

  async function hold(work: Parameters<SenderLock['run']>[0], always = false): Promise<void> {
    while (!(await lease(LEASE_MS, always))) await pause(LEASE_POLL_MS);
    try {
      await work(async () => {
        if (!(await lease(LEASE_MS))) throw new DOMException('another tab sends', 'AbortError');
      });
    } finally {
      await lease(0);
    }
  }

  return {
    async run(work) {
      if (!locks) return hold(work);
      let begun = false;
      const inside = () => {
        begun = true;
        return hold(work, true);
      };
      const waiting = new AbortController();
      const turn = locks.request(LOCK, bare<LockOptions>({ signal: waiting.signal }), inside);
      try {
        // As long as the turn has not come, somebody has the lock: if he no longer renews, he is frozen.
        for (;;) {
          const came = await Promise.race([turn.then(() => true), pause(LEASE_MS)]);
          if (came || begun) {
            await turn;
            return;
          }
          if (isFree((await store.shared()).heldUntil, clock.now())) break;
        }
      } catch (error) {
        if (begun) throw error;
        return hold(work); // SecurityError: the lease stands in
      }
      turn.catch(() => undefined); // AbortError: its place in the queue is given up
      waiting.abort();
      await locks.request(LOCK, bare<LockOptions>({ steal: true }), inside);
    },
  };
}

/** A lease that ends too far away comes from a clock set back. */
function isFree(heldUntil: number, now: number): boolean {
  return heldUntil <= now || heldUntil > now + LEASE_MS;
}
