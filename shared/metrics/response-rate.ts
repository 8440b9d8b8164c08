import { settle } from '../summary/response-counts.ts';
import type { Counted } from '../summary/marginal.ts';
import type { Tables } from '../summary/summary.ts';
import { FIGURE_N_MIN, type Figure } from './figure.ts';
import { shareFigure } from './share-figure.ts';

/** The share of prompts shown that were completed, 0...1. Prompts, not people. */
export interface ResponseRateFigure extends Figure {
  /** Prompts shown; the base of `value`. */
  readonly shown: number;
  readonly dismissed: number;
  /** Partial and completed; the base of `completion`. */
  readonly started: number;
  readonly completed: number;
  /** Too recent to count: `shown` or `partial` within 30 minutes of the newest record. */
  readonly open: number;
  /** Completed among the started; absent below two of them. */
  readonly completion?: Figure;
}

/**
 * Response rate: completed among shown, and completion: completed among started.
 *
 * @param slice not mutated
 * @param newest epoch milliseconds of the newest record of the whole summary; absent: of the slice
 * @returns Wilson intervals; `undefined` below two prompts, and for a source without any shown or dismissed record
 * @example responseRate(slice)?.value // 0.25
 */
export function responseRate({ all }: Counted<Tables>, newest = all.newest): ResponseRateFigure | undefined {
  const { settled, open } = settle(all.response, newest);
  const { shown, dismissed, partial, completed, unknown } = settled;
  if (shown + dismissed === 0 && !open.some(({ status }) => status === 'shown')) return undefined;
  const started = partial + completed;
  const n = shown + dismissed + started + unknown;
  if (n < FIGURE_N_MIN) return undefined;
  return {
    ...shareFigure(completed, n),
    shown: n,
    dismissed,
    started,
    completed,
    open: open.reduce((sum, { count }) => sum + count, 0),
    ...(started < FIGURE_N_MIN ? {} : { completion: shareFigure(completed, started) }),
  };
}
