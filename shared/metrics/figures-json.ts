import { canonical } from '../summary/canonical.ts';

/** Significant digits of a figure in JSON. */
export const FIGURE_DIGITS = 12;

/**
 * Figures as JSON: numbers to 12 significant digits, −0 as 0, keys by code point. Equal figures give equal bytes.
 *
 * @param figures what `figures` gave, or a part of it
 * @example figuresJson({ nps: { value: 100 / 3, n: 3 } }) // '{"nps":{"n":3,"value":33.3333333333}}'
 */
export function figuresJson(figures: object): string {
  return canonical(figures, (value) => String(Number(value.toPrecision(FIGURE_DIGITS)) + 0));
}
