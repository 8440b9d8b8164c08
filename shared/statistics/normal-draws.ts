/**
 * A stream of uniform numbers in [0, 1) that is the same everywhere for the same seed (mulberry32).
 *
 * @param seed 32-bit whole number
 * @example uniformDraws(1)() // 0.6270739405881613
 */
export function uniformDraws(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A stream of standard normal numbers by Box and Muller's transformation: cosine first, then sine.
 *
 * @param uniform numbers in [0, 1)
 * @example normalDraws(uniformDraws(1))() // 1.404...
 */
export function normalDraws(uniform: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const second = spare;
      spare = undefined;
      return second;
    }
    // 1 − u is never 0, whose logarithm is not finite
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
