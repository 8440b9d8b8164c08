import type { Reading } from './reading.ts';

/** An object from outside. */
export type Part = Readonly<Record<string, unknown>>;

/**
 * Notes a list of another length.
 *
 * @example checkLength(reading, 'counts', [1], 2)
 */
export function checkLength(reading: Reading, path: string, list: readonly unknown[], length: number): void {
  if (list.length !== length) reading.refuse(path, 'other-length', `${length} entries`, list.length);
}

/**
 * Notes keys other than those expected.
 *
 * @example checkKeys(reading, 'cross[0]', ['a'], ['a', 'b'])
 */
export function checkKeys(
  reading: Reading,
  path: string,
  value: unknown,
  expected: readonly string[],
): boolean {
  const keys = reading.list(`${path}.keys`, value).map((key, k) => reading.text(`${path}.keys[${k}]`, key));
  const same = keys.join('\n') === expected.join('\n');
  if (!same) reading.refuse(`${path}.keys`, 'other-columns', expected.join(', '), keys.join(', '));
  return same;
}

/**
 * Notes sums of weights that are missing, or that nothing calls for.
 *
 * @example checkWeighed(reading, 'cross[0]', part, false, 12)
 */
export function checkWeighed(
  reading: Reading,
  path: string,
  part: Part,
  weighted: boolean,
  size: number,
): void {
  for (const name of ['weights', 'squares']) {
    if (!weighted) {
      if (part[name] !== undefined)
        reading.refuse(
          `${path}.${name}`,
          'weights-differ',
          'nothing, since records have no weight',
          part[name],
        );
      continue;
    }
    const sums = reading.list(`${path}.${name}`, part[name]);
    checkLength(reading, `${path}.${name}`, sums, size);
    sums.forEach((sum, k) => reading.exact(`${path}.${name}[${k}]`, sum));
  }
}

/**
 * The sum of counts.
 *
 * @example total([1, 2]) // 3
 */
export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
