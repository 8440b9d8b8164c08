import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Quadrant } from '../../../shared/metrics/quadrant.ts';

export const goldFile = (name: string) => new URL(`../../fixtures/gold/${name}`, import.meta.url);
export const oracleFile = (name: string) => new URL(`../../fixtures/oracle/${name}`, import.meta.url);
export const AIRPORT_CSV = new URL('../../../demo/data/sfo_2017.csv', import.meta.url);

/** What stands in a fixture at a path of keys; the test says what that is. */
export function gold(file: URL, ...path: readonly string[]): unknown {
  let value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of path) value = (value as Readonly<Record<string, unknown>>)[key]; // objects down to the values
  return value;
}

/** A number in a fixture. */
export function goldNumber(file: URL, ...path: readonly string[]): number {
  return Number(gold(file, ...path));
}

/** A list of numbers in a fixture, such as the two limits of an interval. */
export function goldNumbers(file: URL, ...path: readonly string[]): readonly number[] {
  return gold(file, ...path) as readonly number[]; // the fixture has a list there
}

/** Numbers by name in a fixture. */
export function goldRecord(file: URL, ...path: readonly string[]): Readonly<Record<string, number>> {
  return gold(file, ...path) as Readonly<Record<string, number>>; // the fixture has an object there
}

/** The quadrant at a path of a fixture, by our name. */
export function goldQuadrant(file: URL, ...path: readonly string[]): Quadrant {
  const name = String(gold(file, ...path));
  return QUADRANT_OF[name];
}

/** Fixtures are rounded to 12 digits; above 1e-9 the method would differ. */
export function expectClose(actual: number | undefined, expected: number, tolerance = 1e-9): void {
  const deviation = Math.abs((actual ?? NaN) - expected) / Math.max(Math.abs(expected), 1e-3);
  expect(deviation, `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
}

/** The names of quadrants in the published comparisons. */
const QUADRANT_OF: Readonly<Record<string, Quadrant>> = {
  keep_up: 'advantage',
  concentrate: 'improve-first',
  low_priority: 'improve-later',
  overkill: 'nice-to-have',
};
