import type { Mapping } from '../../shared/mapping/mapping.ts';
import { isMeansMapping } from './means-reader.ts';

/** A mapping fits a table that has at least this share of the columns that it names. */
const FITS_FROM = 0.5;

/**
 * The mapping that a table is read by: the one that knows most of its columns.
 *
 * @param header names of the table's columns
 * @param mappings in the order in which they were given; of equals the first
 * @returns undefined when none fits
 * @example fittingMapping(['id', 'nps'], [])  // undefined
 */
export function fittingMapping(header: readonly string[], mappings: readonly Mapping[]): Mapping | undefined {
  const names = new Set(header);
  let best: Mapping | undefined;
  let most = 0;
  for (const mapping of mappings) {
    const wanted = usedColumns(mapping);
    const found = wanted.filter((name) => names.has(name)).length;
    const whole = isMeansMapping(mapping) ? found === wanted.length : found >= FITS_FROM * wanted.length;
    if (found === 0 || !whole || found <= most) continue;
    best = mapping;
    most = found;
  }
  return best;
}

/**
 * Columns that a mapping reads something from.
 *
 * @example usedColumns({ format: 'fourfold-map', version: 1, survey: 'a', columns: [] }) // []
 */
export function usedColumns({ columns, picks = [] }: Mapping): string[] {
  return [
    ...columns.filter(({ role }) => role !== 'ignore').map(({ column }) => column),
    ...picks.flatMap((pick) => pick.columns),
  ];
}
