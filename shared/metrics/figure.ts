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
  /** 95 %; absent where none can be given. */
  readonly interval?: Interval;
}
