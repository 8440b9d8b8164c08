import type { Figures } from '../../shared/metrics/figures.ts';
import type { FilterState } from '../state.ts';

/**
 * The figures that a plan is made of and judged by: those of all respondents, of the period that is chosen alone. A
 * group's figures are no baseline for what is done for everybody; those of a later period are what the plan is for.
 *
 * @param figures of the records that the filter keeps
 * @param base of all records of the survey
 * @example planFigures(figures, base, { fields: { tier: ['gold'] } }) // base
 */
export function planFigures(figures: Figures, base: Figures, { fields }: FilterState): Figures {
  return Object.keys(fields).length > 0 ? base : figures;
}
