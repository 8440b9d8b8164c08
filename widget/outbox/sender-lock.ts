import { bare } from './bare.ts';
import type { Clock } from './clock.ts';
import type { OutboxStore, Shared } from './outbox-store.ts';

/**
 * What is done in a turn.
 *
 * @param renew says that the work goes on, and gives what all tabs share; it rejects with an AbortError when another tab
 * has taken over, this one having been frozen for longer than its lease
 * @param shared what that is as the turn begins, the lease of this one in it
 */
type Work = (renew: () => Promise<Shared>, shared: Shared) => Promise<void>;

/** Lets one tab of the origin send at a time. */
export interface SenderLock {
  /** Waits for its turn, does the work, and lets the next one in. */
  run(work: Work): Promise<void>;
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

  /** Takes, renews or (for 0 ms) gives back the lease, unless another tab has it. */
  function lease(forMs: number): Promise<Shared> {
    const now = clock.now();
    return store.shared((shared) =>
      shared.holder === name || isFree(shared.heldUntil, now)
        ? { ...shared, holder: name, heldUntil: now + forMs }
        : shared,
    );
  }

  async function renew(): Promise<Shared> {
    const shared = await lease(LEASE_MS);
    if (shared.holder !== name) throw new DOMException('another tab sends', 'AbortError');
    return shared;
  }

  async function hold(work: Work): Promise<void> {
    let shared = await lease(LEASE_MS);
    for (; shared.holder !== name; shared = await lease(LEASE_MS)) await pause(LEASE_POLL_MS);
    try {
      await work(renew, shared);
    } finally {
      await lease(0);
    }
  }

  /** Under the Web Lock nobody else can send: the lease, which is for those who wait, is written meanwhile. */
  async function holdLocked(work: Work, shared: Shared): Promise<void> {
    const own = { holder: name, heldUntil: clock.now() + LEASE_MS };
    const written = store.shared((now) => ({ ...now, ...own }));
    try {
      await Promise.all([written, work(renew, { ...shared, ...own })]);
    } finally {
      await lease(0);
    }
  }

  return {
    async run(work) {
      if (!locks) return hold(work);
      let begun = false;
      const inside = async (shared: Promise<Shared>) => {
        begun = true;
        await holdLocked(work, await shared);
      };
      const waiting = new AbortController();
      let turn: Promise<unknown>;
      try {
        // What is shared is read while the lock is asked for: where that is free, it is what the last holder has left.
        // One who had just begun has his lease in it; then it is read again.
        const early = store.shared();
        const current = () =>
          early.then((shared) => (isFree(shared.heldUntil, clock.now()) ? shared : store.shared()));
        turn = locks.request(
          LOCK,
          bare<LockOptions>({ ifAvailable: true }),
          (lock) => lock && inside(current()),
        );
        await Promise.all([early, turn]);
        if (begun) return;
        turn = locks.request(LOCK, bare<LockOptions>({ signal: waiting.signal }), () =>
          inside(store.shared()),
        );
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
      await locks.request(LOCK, bare<LockOptions>({ steal: true }), () => inside(store.shared()));
    },
  };
}

/** A lease that ends too far away comes from a clock set back. */
function isFree(heldUntil: number, now: number): boolean {
  return heldUntil <= now || heldUntil > now + LEASE_MS;
}
