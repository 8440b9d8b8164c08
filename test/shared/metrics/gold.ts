import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Quadrant } from '../../../shared/metrics/quadrant.ts';

export const goldFile = (name: string) => new URL(`../../fixtures/gold/${name}`, import.meta.url);
export const oracleFile = (name: string) => new URL(`../../fixtures/oracle/${name}`, import.meta.url);
export const AIRPORT_CSV = new URL('../../../demo/data/sfo_2017.csv', import.meta.url);

/** A fixture by path of keys; the caller says what stands there. */
export function gold<T>(file: URL, ...path: readonly string[]): T {
  let value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of path) value = (value as Readonly<Record<string, unknown>>)[key]; // the fixtures are objects down to their values
  return value as T; // the test knows its fixture
}

/** Fixtures are rounded to 12 digits; above 1e-9 the method would differ. */
export function expectClose(actual: number | undefined, expected: number, tolerance = 1e-9): void {
  const deviation = Math.abs((actual ?? NaN) - expected) / Math.max(Math.abs(expected), 1e-3);
  expect(deviation, `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
}

/** The names of quadrants in the published comparisons. */
export const QUADRANT_OF: Readonly<Record<string, Quadrant>> = {
  keep_up: 'advantage',
  concentrate: 'improve-first',
  low_priority: 'improve-later',
  overkill: 'nice-to-have',
};
