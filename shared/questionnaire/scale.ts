/** An ordered set of whole points, such as 0 to 10. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** Likelihood to recommend, 0 to 10. Source: Reichheld (2003), Harvard Business Review 81(12). */
export const NPS_SCALE: Scale = { min: 0, max: 10 };

/** Overall satisfaction, 1 (very dissatisfied) to 5 (very satisfied). */
export const CSAT_SCALE: Scale = { min: 1, max: 5 };

/** Ease of getting something done, 1 (very difficult) to 7 (very easy). */
export const CES_SCALE: Scale = { min: 1, max: 7 };

/** A rating whose owner names no other scale. */
export const RATING_SCALE: Scale = { min: 1, max: 5 };

/** A scale has so many points at least, and at most. */
export const SCALE_POINTS_MIN = 2;
export const SCALE_POINTS_MAX = 11;

/** What a battery asks of each attribute, 1 to 5. */
export const BATTERY_SCALE: Scale = { min: 1, max: 5 };

/**
 * Whether a value is a point of a scale.
 *
 * @example onScale(NPS_SCALE, 10) // true
 * @example onScale(CSAT_SCALE, 4.5) // false
 */
export function onScale(scale: Scale, value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= scale.min && value <= scale.max;
}

/**
 * The points of a scale in ascending order.
 *
 * @example scalePoints(CSAT_SCALE) // [1, 2, 3, 4, 5]
 */
export function scalePoints(scale: Scale): readonly number[] {
  return Array.from({ length: scale.max - scale.min + 1 }, (_, step) => scale.min + step);
}
