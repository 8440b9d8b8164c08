import type { Interval } from '../statistics/interval.ts';

/** Figures exist from this many answers; below they are absent. */
export const FIGURE_N_MIN = 2;

/** The page draws a figure from this many answers. */
export const DRAWN_N_MIN = 10;

/** Below this many answers a drawn figure is hollow, and nothing about it is certain. */
export const SMALL_SAMPLE_N_BELOW = 30;

/** A measure's value with its base; unrounded, never NaN. */
export interface Figure {
  readonly value: number;
  /** Answers that the value stands on. */
  readonly n: number;
  /** Kish's (Σw)² / Σw², what weighted answers are worth; only of weighted ones, whose limits go by it. */
  readonly effectiveN?: number;
  /** 95 %; absent where none can be given. */
  readonly interval?: Interval;
}

/**
 * What the limits on small samples go by: Kish's effective n where answers are weighted, else n.
 *
 * @example basis({ n: 40, effectiveN: 25 }) // 25
 */
export function basis({ n, effectiveN }: Pick<Figure, 'n' | 'effectiveN'>): number {
  return effectiveN ?? n;
}
