/**
 * The name that was probably meant; undefined where none is near. Two names are near when few letters are changed,
 * added, left out or swapped: one in a short name, two from six letters on.
 *
 * @example nearest('sampel', ['sample', 'scroll']) // 'sample'
 */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const limit = written.length < 6 ? 1 : 2;
  const distances = names.map((name) => distance(written, name));
  const least = Math.min(...distances);
  return least <= limit ? names[distances.indexOf(least)] : undefined;
}

/** Edits from one word to another: Levenshtein's, case aside. */
function distance(from: string, to: string): number {
  const [a, b] = [from.toLowerCase(), to.toLowerCase()];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}
