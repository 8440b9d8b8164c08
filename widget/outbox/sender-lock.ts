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
 * A Web Lock; where there is none (plain http, old browsers), or it is refused (opaque origins), a lease in the
 * database.
 *
 * @param name one that no other tab has
 */
export function createSenderLock(
  locks: Pick<LockManager, 'request'> | undefined,
  store: Pick<OutboxStore, 'shared'>,
  clock: Clock,
  name: string,
): SenderLock {
  /** Takes, renews or (for 0 ms) gives back the lease; one that ends too far away comes from a clock set back. */
  async function lease(forMs: number): Promise<boolean> {
    const now = clock.now();
    const after = await store.shared((shared) => {
      const left = shared.heldUntil - now;
      const free = shared.holder === name || left <= 0 || left > LEASE_MS;
      return free ? { ...shared, holder: name, heldUntil: now + forMs } : shared;
    });
    return after.holder === name;
  }

  return {
    async run(work) {
      let begun = false;
      try {
        if (locks) {
          await locks.request(LOCK, () => {
            begun = true;
            return work(() => Promise.resolve());
          });
          return;
        }
      } catch (error) {
        if (begun) throw error; // else a SecurityError: the lease stands in
      }
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
    },
  };
}
