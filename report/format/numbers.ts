/** Between digits and their unit: thin, and the line never breaks there. */
export const THIN_GAP = '\u202F';

const MINUS = '\u2212';

/** Certainty above this is written `> 99 %`. */
export const CERTAINTY_CAPPED_ABOVE = 0.995;

/** Certainty below this is written `< 1 %`. */
export const CERTAINTY_CAPPED_BELOW = 0.005;

/** A share gets a decimal when the half-width of its interval is under this. */
export const SHARE_DECIMAL_BELOW = 0.02;

/**
 * A number with a fixed count of decimals, rounded half away from zero; never `-0`.
 *
 * @example fixed(2.345, 2) // '2.35'
 * @example fixed(-0.4, 0) // '0'
 */
export function fixed(value: number, decimals: number): string {
  const scale = 10 ** decimals;
  // Twelve digits: 1.005 is stored a hair below its decimal form and must round as written.
  const units = Math.floor(Number((Math.abs(value) * scale).toPrecision(12)) + 0.5);
  const text = grouped(units / scale, decimals);
  return value < 0 && units !== 0 ? MINUS + text : text;
}

/**
 * A count, in groups of three digits.
 *
 * @example count(2746) // '2,746'
 */
export function count(value: number): string {
  return fixed(value, 0);
}

/**
 * Counts from the least to the most; one where they are the same.
 *
 * @example countRange(250, 250) // '250'
 */
export function countRange(least: number, most: number): string {
  return least === most ? count(most) : `${count(least)}–${count(most)}`;
}

/**
 * A mean: two decimals.
 *
 * @example mean(4.0625) // '4.06'
 */
export function mean(value: number): string {
  return fixed(value, 2);
}

/**
 * Both ends of a scale; below zero a dash between them would be a second minus.
 *
 * @example scaleText(1, 5) // '1–5'
 * @example scaleText(-1, 1) // '−1…1'
 */
export function scaleText(min: number, max: number): string {
  return `${fixed(min, 0)}${min < 0 ? '…' : '–'}${fixed(max, 0)}`;
}

/**
 * A correlation or share of 1: two decimals, no leading zero.
 *
 * @example correlation(0.637) // '.64'
 * @example correlation(-0.05) // '−.05'
 */
export function correlation(value: number): string {
  return fixed(value, 2).replace(/^(\u2212?)0\./, '$1.');
}

/**
 * Decimals that a share's sample supports.
 *
 * @param halfWidth of its interval, 0 to 1; absent when it has none
 * @example shareDecimals(0.014) // 1
 */
export function shareDecimals(halfWidth: number | undefined): 0 | 1 {
  return halfWidth !== undefined && halfWidth < SHARE_DECIMAL_BELOW ? 1 : 0;
}

/**
 * A share as percent, without its sign.
 *
 * @example percentNumber(0.8206, 1) // '82.1'
 */
export function percentNumber(share: number, decimals: number): string {
  return fixed(share * 100, decimals);
}

/**
 * A share as percent.
 *
 * @example percent(0.39) // '39 %'
 */
export function percent(share: number, decimals = 0): string {
  return `${percentNumber(share, decimals)}${THIN_GAP}%`;
}

/**
 * A certainty or chance: whole percent, never 0 or 100.
 *
 * @param limit what the share is measured against: one below it is never written as having reached it
 * @example certainty(0.9951) // '> 99 %'
 * @example certainty(0.002) // '< 1 %'
 * @example certainty(0.796, 0.8) // '79 %'
 */
export function certainty(share: number, limit?: number): string {
  if (share > CERTAINTY_CAPPED_ABOVE) return `>${THIN_GAP}99${THIN_GAP}%`;
  if (share < CERTAINTY_CAPPED_BELOW) return `<${THIN_GAP}1${THIN_GAP}%`;
  const reaches = limit !== undefined && share < limit && Math.round(100 * share) >= Math.round(100 * limit);
  return percent(reaches ? Math.floor(100 * share) / 100 : Math.min(share, 0.99));
}

/**
 * An interval, both ends through one format.
 *
 * @example interval({ low: 37.2, high: 42.4 }, (end) => fixed(end, 0)) // '[37, 42]'
 */
export function interval(
  ends: { readonly low: number; readonly high: number },
  format: (end: number) => string,
): string {
  return `[${format(ends.low)}, ${format(ends.high)}]`;
}

/**
 * Bytes in the largest unit that leaves a number of at least 1.
 *
 * @example bytes(1_468_006) // '1.4 MB'
 */
export function bytes(size: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let unit = 0;
  let value = size;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${fixed(value, unit > 1 ? 1 : 0)}${THIN_GAP}${units[unit]}`;
}

function grouped(value: number, decimals: number): string {
  const [whole, fraction] = value.toFixed(decimals).split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}
