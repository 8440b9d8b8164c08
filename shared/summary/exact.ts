/** A whole number that may pass 2^53: there it is its decimal digits, so that JSON keeps it. */
export type Exact = number | string;

/**
 * The sum of two whole numbers, exactly.
 *
 * @example addExact(9007199254740991, 2) // '9007199254740993'
 */
export function addExact(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
  return exact(BigInt(a) + BigInt(b));
}

/**
 * The difference of two whole numbers, exactly.
 *
 * @example subtractExact('9007199254740993', 2) // 9007199254740991
 */
export function subtractExact(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return exact(BigInt(a) - BigInt(b));
}

/**
 * A whole number in its one form: a number where that is exact, else digits.
 *
 * @example exact(12n) // 12
 */
export function exact(value: bigint): Exact {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
