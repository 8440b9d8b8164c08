/** Time, as the outbox needs it. */
export interface Clock {
  /** Unix time in ms. */
  now(): number;
  /** Calls back after so many ms; returns the way to call it off. */
  after(ms: number, callback: () => void): () => void;
}

/**
 * The browser's clock. A page may have stopped `Date.now`, and a machine that sleeps stops `performance.now`: the later
 * of both goes on.
 */
export const clock: Clock = {
  now: () => Math.max(Date.now(), Math.round(performance.timeOrigin + performance.now())),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
