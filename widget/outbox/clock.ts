/** Time, as the outbox needs it. */
export interface Clock {
  /** Unix time in ms. */
  now(): number;
  /** Calls back after so many ms; returns the way to call it off. */
  after(ms: number, callback: () => void): () => void;
}

/** The browser's clock. */
export const clock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
