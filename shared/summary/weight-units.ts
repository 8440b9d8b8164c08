/** Units in a weight of one: weights are kept to ten places, as whole numbers, so that sums are exact. */
export const WEIGHT_UNITS = 1e10;

const DECIMAL = /^(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?$/i;

/**
 * A weight's decimal text as whole units of 1e-10; what stands beyond ten places is rounded, halves up.
 *
 * @param text a decimal with a point, such as `0.7312` or `1e-3`
 * @returns 0 for a weight that counts nothing: zero, negative, no number, or above 900,719
 * @example weightUnits('0.7312') // 7312000000
 */
export function weightUnits(text: string): number {
  const [, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text.trim()) ?? [];
  const digits = whole + fraction;
  if (digits === '') return 0;
  const shift = 10 - fraction.length + Number(exponent);
  // Beyond 40 places either way the result is 0 or too large: no number needs so many digits.
  if (shift > 40 || shift < -digits.length) return 0;
  const units =
    shift >= 0 ? BigInt(digits) * 10n ** BigInt(shift) : halfUp(BigInt(digits), 10n ** BigInt(-shift));
  return units <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(units) : 0;
}

function halfUp(value: bigint, divisor: bigint): bigint {
  return (2n * value + divisor) / (2n * divisor);
}
