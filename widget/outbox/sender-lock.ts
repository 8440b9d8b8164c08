import type { Clock } from './clock.ts';
import type { OutboxStore } from './outbox-store.ts';

/** Lets one tab of the origin send at a time. */
export interface SenderLock {
  /** Waits for its turn, does the work, and lets the next one in. `renew` says that the work goes on. */
  run(work: (renew: () => Promise<void>) => Promise<void>): Promise<void>;
}

/** A holder that has not renewed for so long is gone, or frozen. */
export const LEASE_MS = 30_000;
/** How often a waiting tab asks again. */
export const LEASE_POLL_MS = 1_000;
const LOCK = 'fourfold';

/**
 * A Web Lock; where there is none (plain http, old browsers), or it is refused (opaque origins), a lease row in the
 * database.
 *
 * @param holder a name that no other tab has
 */
export function createSenderLock(
  locks: Pick<LockManager, 'request'> | undefined,
  store: Pick<OutboxStore, 'lease'>,
  clock: Clock,
  holder: string,
): SenderLock {
  async function byLease(work: (renew: () => Promise<void>) => Promise<void>): Promise<void> {
    const lease = (forMs: number) => {
      const now = clock.now();
      return store.lease(holder, now, now + forMs);
    };
    while (!(await lease(LEASE_MS))) {
      await new Promise<void>((resolve) => clock.after(LEASE_POLL_MS, resolve));
    }
    try {
      await work(async () => {
        await lease(LEASE_MS);
      });
    } finally {
      await lease(0);
    }
  }

  return {
    async run(work) {
      let begun = false;
      try {
        if (locks === undefined) throw new TypeError('no Web Locks');
        await locks.request(LOCK, () => {
          begun = true;
          return work(() => Promise.resolve());
        });
      } catch (error) {
        // SecurityError in an opaque origin, or no locks at all: before the work has begun, the lease stands in.
        if (begun) throw error;
        await byLease(work);
      }
    },
  };
}
