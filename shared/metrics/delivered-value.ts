import { interval, Z } from '../statistics/interval.ts';
import type { Counted } from '../summary/marginal.ts';
import type { ScoreRules } from '../summary/score-rules.ts';
import { VALUE_SET } from '../summary/table-plan.ts';
import { completeMean, completeMeans } from './complete-mean.ts';
import type { Figure } from './figure.ts';
import type { MeanFigure } from './mean-figure.ts';

/** What customers get less what it costs them. */
export interface DeliveredValue {
  /** Records that answered every value and every cost. */
  readonly n: number;
  /** Total value less total cost, in points of the scales. */
  readonly difference: MeanFigure;
  readonly value: MeanFigure;
  readonly cost: MeanFigure;
  /** Mean value over mean cost; absent at a mean cost of zero. */
  readonly ratio?: Figure;
}

/**
 * Customer delivered value: the sum of the values less the sum of the costs, a higher cost being dearer.
 *
 * Base: records that answered all of them.
 *
 * @param slice not mutated
 * @param rule that the summary was made by
 * @returns t interval for the difference, delta interval for the ratio; `undefined` below two records
 * @example deliveredValue(slice, { values: ['v'], costs: ['c'] })?.difference.value // 1.4
 * @see Kotler, Marketing Management, on customer delivered value
 */
export function deliveredValue(
  slice: Counted,
  rule: ScoreRules['deliveredValue'],
): DeliveredValue | undefined {
  if (!rule) return undefined;
  const means = completeMeans(slice, VALUE_SET, (keys) => {
    const [values, costs] = [rule.values, rule.costs].map((of) =>
      keys.map((key) => (of.includes(key) ? 1 : 0)),
    );
    return [
      { coefficients: values.map((value, k) => value - costs[k]) },
      { coefficients: values },
      { coefficients: costs },
    ];
  });
  if (!means) return undefined;
  const [difference, value, cost] = [0, 1, 2].map((k) => completeMean(means, k));
  const ratio = ratioOf(value, cost, means.covariance[5]);
  return { n: means.n, difference, value, cost, ...(ratio && { ratio }) };
}

function ratioOf(value: MeanFigure, cost: MeanFigure, covariance: number): Figure | undefined {
  if (cost.value === 0) return undefined;
  const ratio = value.value / cost.value;
  const variance = value.se ** 2 + ratio ** 2 * cost.se ** 2 - 2 * ratio * covariance;
  // Where value and cost move in step nothing is left of the variance but rounding.
  const half = (Z * Math.sqrt(Math.max(0, variance))) / Math.abs(cost.value);
  const { n, effectiveN } = value;
  const limits = interval('delta', ratio - half, ratio + half);
  return { value: ratio, n, ...(effectiveN !== undefined && { effectiveN }), interval: limits };
}
