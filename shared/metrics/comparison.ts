import type { Difference } from '../statistics/difference.ts';
import { holm } from '../statistics/holm.ts';

/** A comparison is called a difference below this probability, after correction. */
export const DIFFERS_P_BELOW = 0.05;

/** A difference and what may be said of it. */
export interface Comparison extends Difference {
  /** Holm's p within its family; absent outside a family: too few answers on a side. */
  readonly holm?: number;
  /** Corrected p below .05, and an interval without zero. */
  readonly differs: boolean;
  /** No difference shown, and at most this far apart: the interval lies within the margin. */
  readonly atMost?: number;
}

/**
 * Says which differences of a family hold, all of them together.
 *
 * @param family intervals are unadjusted, and stay so
 * @param margin largest difference that may be called none
 * @example judge([difference], 5)[0]?.differs // true
 */
export function judge(family: readonly Difference[], margin: number): Comparison[] {
  const adjusted = holm(family.map(({ p }) => p));
  return family.map((difference, k) => ({
    ...judgeAlone(difference, margin, adjusted[k]),
    holm: adjusted[k],
  }));
}

/**
 * Says whether one difference holds, by a p that may be corrected.
 *
 * @example judgeAlone(difference, 5).differs // true
 */
export function judgeAlone(difference: Difference, margin: number, p = difference.p): Comparison {
  const { low, high } = difference.interval;
  const differs = p < DIFFERS_P_BELOW && (low > 0 || high < 0);
  const apart = Math.max(Math.abs(low), Math.abs(high));
  return { ...difference, differs, ...(!differs && apart <= margin && { atMost: apart }) };
}

/**
 * Judges the differences of a family, and says of others only what they are: a side has too few answers.
 *
 * @param groups in any number; those without a difference stay without
 * @example judgeGroups([{ compared: false }], 5) // [undefined]
 */
export function judgeGroups(
  groups: readonly { readonly difference?: Difference; readonly compared: boolean }[],
  margin: number,
): (Comparison | undefined)[] {
  const judged = judge(
    groups.flatMap(({ difference, compared }) => (difference && compared ? [difference] : [])),
    margin,
  );
  let next = 0;
  return groups.map(({ difference, compared }) => {
    if (!difference) return undefined;
    return compared ? judged[next++] : { ...difference, differs: false };
  });
}
