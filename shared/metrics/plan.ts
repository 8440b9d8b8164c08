import { Z } from '../statistics/interval.ts';
import { welchDifference, type Difference } from '../statistics/difference.ts';
import type { AttributeScore } from './attribute-scores.ts';
import type { Matrix } from './matrix.ts';

/** The standard normal's 80 % point: a rise that four rounds in five would show. */
const POWER_Z = 0.8416212335729143;

/** What the next round of an attribute has to beat. */
export interface PlanRow {
  readonly attribute: string;
  readonly label?: string;
  /** Mean satisfaction now. */
  readonly now: number;
  readonly n: number;
  /** A true mean here shows a rise in 80 of 100 rounds of the same n; absent where that is off the scale. */
  readonly beat?: number;
  /** n is too small for any rise to show. */
  readonly tooSmall: boolean;
}

/**
 * One row for each attribute that is settled in improve first, in order of rank.
 *
 * @example plan(drawn)[0]?.beat // 3.98...
 */
export function plan({ points }: Pick<Matrix, 'points'>): PlanRow[] {
  return points
    .filter(({ quadrant, settled }) => settled && quadrant === 'improve-first')
    .map(({ attribute, label, satisfaction }) => {
      const beat = figureToBeat(satisfaction);
      return {
        attribute,
        ...(label === undefined ? {} : { label }),
        ...{ now: satisfaction.value, n: satisfaction.n },
        ...(beat !== undefined && { beat }),
        tooSmall: beat === undefined,
      };
    });
}

/**
 * The mean from which a rise would show in 80 of 100 rounds of the same n.
 *
 * @returns `undefined` above the scale's highest point: n is too small
 * @example figureToBeat({ value: 4, se: 0.1, max: 5 }) // 4.396...
 */
export function figureToBeat({
  value,
  se,
  max,
}: Pick<AttributeScore, 'value' | 'se' | 'max'>): number | undefined {
  const beat = value + (Z + POWER_Z) * Math.SQRT2 * se;
  return beat > max ? undefined : beat;
}

/** What a later round says of a planned rise. */
export interface PlanVerdict extends Difference {
  readonly verdict: 'improved' | 'worse' | 'not' | 'cannot-say';
}

/**
 * Whether a rise has come: what was picked for being low tends to rise a little by itself.
 *
 * @param plannedGain points of the scale
 * @example planVerdict({ value: 3, se: 0.1, n: 99 }, { value: 4, se: 0.1, n: 99 }, 0.4).verdict // 'improved'
 */
export function planVerdict(
  before: Pick<AttributeScore, 'value' | 'se' | 'n'>,
  after: Pick<AttributeScore, 'value' | 'se' | 'n'>,
  plannedGain: number,
): PlanVerdict {
  const difference = welchDifference(after, before);
  const { low, high } = difference.interval;
  if (low > 0) return { ...difference, verdict: 'improved' };
  if (high < 0) return { ...difference, verdict: 'worse' };
  return { ...difference, verdict: high < plannedGain ? 'not' : 'cannot-say' };
}
