/**
 * Orders texts by Unicode code point, the same in every language and engine; for `sort`.
 *
 * @example ['b', 'a'].sort(byCodePoint) // ['a', 'b']
 */
export function byCodePoint(a: string, b: string): number {
  // UTF-16 order, what < uses, puts the supplementary planes before U+E000.
  const from = Array.from(a, codePoint);
  const to = Array.from(b, codePoint);
  for (let i = 0; i < Math.min(from.length, to.length); i++) {
    const difference = from[i] - to[i];
    if (difference !== 0) return difference;
  }
  return from.length - to.length;
}

function codePoint(character: string): number {
  return Number(character.codePointAt(0));
}
