import type { Counted } from '../summary/marginal.ts';
import type { ScaleDefinition, ScaleRole } from '../summary/summary.ts';
import { jointAnswers } from '../summary/joint-answers.ts';
import { attributeId } from './attribute-scores.ts';
import { meanFigure, meanOfValues, type LimitedMean, type MeanFigure } from './mean-figure.ts';
import { tallyOf } from '../summary/tally.ts';

/** What an attribute falls short of, or exceeds. */
export interface AttributeGap extends MeanFigure {
  /** `question.attribute`. */
  readonly attribute: string;
  readonly label?: string;
  /** The two means, each over all who gave it. */
  readonly higher: MeanFigure;
  readonly lower: MeanFigure;
  /** Their difference: over all who gave either. */
  readonly availableCases: number;
}

/**
 * Gaps of attributes, such as perception less expectation: over the respondents who gave both.
 *
 * Negative is a shortfall. Unit: points of the scale.
 *
 * @param slice not mutated
 * @param minuend `perception`, or `satisfaction`
 * @param subtrahend `expectation`, or `importance`; both on one scale
 * @returns paired t interval; by column key; attributes below two pairs are left out
 * @example gaps(slice, 'perception', 'expectation')[0]?.value // -0.4
 */
export function gaps(slice: Counted, minuend: ScaleRole, subtrahend: ScaleRole): AttributeGap[] {
  return slice.columns
    .filter(({ role }) => role === minuend)
    .flatMap((column) => {
      const other = slice.columns.find(
        (candidate) => candidate.role === subtrahend && attributeId(candidate) === attributeId(column),
      );
      const comparable = other?.min === column.min && other.max === column.max;
      return other && comparable ? gapOf(slice, column, other) : [];
    });
}

function gapOf(slice: Counted, column: ScaleDefinition, other: ScaleDefinition): AttributeGap | [] {
  const pair = pairedGap(slice, column.key, other.key);
  const [higher, lower] = [column, other].map(({ key, min }) => meanFigure(min, tallyOf(slice, key)));
  if (!pair || !higher || !lower) return [];
  const name = column.label === undefined ? {} : { label: column.label };
  const availableCases = higher.value - lower.value;
  return { attribute: attributeId(column), ...name, ...pair, higher, lower, availableCases };
}

/**
 * The mean difference of two columns over the records that answered both.
 *
 * @returns paired t interval; `undefined` below two pairs
 * @example pairedGap(slice, 'quality.perception.empathy', 'quality.expectation.empathy')?.value // -1.01
 */
export function pairedGap(slice: Counted, minuend: string, subtrahend: string): LimitedMean | undefined {
  const joint = jointAnswers(slice, minuend, subtrahend);
  if (!joint) return undefined;
  const differences = joint.xs.flatMap((x) => joint.ys.map((y) => x - y));
  const { counts, weights = counts, squares = counts } = joint;
  const gap = meanOfValues(differences, { counts, weights, squares, weighted: joint.weights !== undefined });
  if (gap?.interval.method !== 'student-t') return gap;
  return { ...gap, interval: { ...gap.interval, method: 'paired-t' } };
}
