/*
 * UUIDs in small letters: AssemblyScript, as cells.ts and lines.ts, which call it.
 */

const DASH: u8 = 45;

/** Packs 36 bytes into four words, the first digit highest, as uuid.ts does; false for what is no UUID, or all zeros. */
export function uuid(to: usize, at: usize): bool {
  if (load<u8>(at, 8) !== DASH || load<u8>(at, 13) !== DASH) return false;
  if (load<u8>(at, 18) !== DASH || load<u8>(at, 23) !== DASH) return false;
  const a = v128.load(at);
  const b = v128.load(at, 16);
  const c = v128.load(at, 20);
  // Without the dashes: sixteen digits, and sixteen more.
  const high = i8x16.shuffle(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 16, 17);
  const low = i8x16.shuffle(b, c, 3, 4, 5, 6, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
  if (!i8x16.all_true(v128.and(isDigit(high), isDigit(low)))) return false;
  const bytes = i8x16.narrow_i16x8_u(pairs(high), pairs(low));
  const words = i8x16.shuffle(bytes, bytes, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
  v128.store(to, words);
  return v128.any_true(words);
}

function isDigit(signs: v128): v128 {
  return v128.or(isDecimal(signs), i8x16.lt_u(i8x16.sub(signs, i8x16.splat(97)), i8x16.splat(6)));
}

function isDecimal(signs: v128): v128 {
  return i8x16.lt_u(i8x16.sub(signs, i8x16.splat(48)), i8x16.splat(10));
}

/** Two digits each as a number; the first is the lower byte of its pair. */
function pairs(signs: v128): v128 {
  const decimal = i8x16.sub(signs, i8x16.splat(48));
  const letter = i8x16.sub(signs, i8x16.splat(87));
  const values = v128.bitselect(decimal, letter, isDecimal(signs));
  return v128.or(v128.and(i16x8.shl(values, 4), i16x8.splat(0xf0)), i16x8.shr_u(values, 8));
}
