import type { Sketch } from './summary.ts';

/** How many of the smallest values a sketch keeps. */
export const SKETCH_SIZE = 1024;

/**
 * The sketch of two sets of ids together.
 *
 * @param surveys those that the sum has a sketch of
 * @example addSketches([{ survey: 'a', smallest: [1] }], [{ survey: 'a', smallest: [2] }], ['a'])[0].smallest // [1, 2]
 */
export function addSketches(
  a: readonly Sketch[],
  b: readonly Sketch[],
  surveys: readonly string[],
): Sketch[] {
  const values = (from: readonly Sketch[], survey: string) =>
    from.filter((sketch) => sketch.survey === survey).flatMap(({ smallest }) => smallest);
  return surveys.map((survey) => ({
    survey,
    smallest: smallestOf([...values(a, survey), ...values(b, survey)]),
  }));
}

/**
 * The distinct values that a sketch keeps, ascending.
 *
 * @example smallestOf([3, 1, 3]) // [1, 3]
 */
export function smallestOf(values: Iterable<number>): number[] {
  return [...new Float64Array(new Set(values)).sort().subarray(0, SKETCH_SIZE)];
}

/**
 * Surveys of which both sketches have an id.
 *
 * @example overlapping([{ survey: 'a', smallest: [1] }], [{ survey: 'a', smallest: [1, 2] }]) // ['a']
 */
export function overlapping(a: readonly Sketch[], b: readonly Sketch[]): string[] {
  const ids = new Set(
    a.flatMap(({ survey, smallest }) => smallest.map((value) => JSON.stringify([survey, value]))),
  );
  return b
    .filter(({ survey, smallest }) => smallest.some((value) => ids.has(JSON.stringify([survey, value]))))
    .map(({ survey }) => survey);
}
