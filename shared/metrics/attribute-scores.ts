import { histogramOf, type Counted } from '../summary/marginal.ts';
import type { ScaleDefinition, ScaleRole } from '../summary/summary.ts';
import { tallyOf } from '../summary/tally.ts';
import { meanFigure, type MeanFigure } from './mean-figure.ts';

/** The mean answer about one attribute, in points of its scale. */
export interface AttributeScore extends MeanFigure {
  /** Column key. */
  readonly key: string;
  /** `question.attribute`: the same for the attribute's importance, satisfaction and other columns. */
  readonly attribute: string;
  readonly label?: string;
  readonly min: number;
  readonly max: number;
  /** Answers by point, from `min`. */
  readonly counts: readonly number[];
  readonly skipped: number;
  readonly notApplicable: number;
  readonly notShown: number;
  readonly rejected: number;
}

/**
 * The mean of each attribute of the batteries that ask a role, with its 95 % t interval.
 *
 * @param slice not mutated
 * @param role `satisfaction`, `importance`, ...
 * @returns by column key; attributes below two answers are left out
 * @example attributeScores(slice, 'satisfaction')[0]?.value
 */
export function attributeScores(slice: Counted, role: ScaleRole): AttributeScore[] {
  return slice.columns
    .filter((column) => column.role === role)
    .flatMap((column) => {
      const { key, label, min, max } = column;
      const { counts, skipped, notApplicable, notShown, rejected } = histogramOf(slice, key);
      const mean = meanFigure(min, tallyOf(slice, key));
      const name = label === undefined ? {} : { label };
      const states = { counts, skipped, notApplicable, notShown, rejected };
      return mean ? [{ key, attribute: attributeId(column), ...name, min, max, ...states, ...mean }] : [];
    });
}

/**
 * One name for an attribute in all of its columns.
 *
 * @example attributeId({ key: 'service.satisfaction.parking', question: 'service', attribute: 'parking' }) // 'service.parking'
 */
export function attributeId({
  key,
  question,
  attribute,
}: Pick<ScaleDefinition, 'key' | 'question' | 'attribute'>): string {
  return attribute === undefined ? key : `${question}.${attribute}`;
}
