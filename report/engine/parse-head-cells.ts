const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const ZONE = /(Z|[+-]\d\d:?\d\d)$/;

/**
 * Epoch milliseconds of a time in ISO 8601, with at least its minute; in UTC where it names no zone.
 *
 * @example parseTime('2026-03-01T10:00Z') // 1772359200000
 * @example parseTime('1 March 2026') // undefined
 */
export function parseTime(text: string): number | undefined {
  const time = ISO_TIME.test(text) ? Date.parse(ZONE.test(text) ? text : `${text}Z`) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/**
 * The share of visitors that were drawn, above 0 and up to 1.
 *
 * @example parseShare('0.25') // 0.25
 */
export function parseShare(text: string): number | undefined {
  const share = /^\d*\.?\d+(e-\d+)?$/i.test(text) ? Number(text) : NaN;
  return share > 0 && share <= 1 ? share : undefined;
}
