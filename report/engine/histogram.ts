import { points, type Histogram, type ScaleDefinition } from '../../shared/summary/summary.ts';
import * as code from './columns.ts';

/** Why a cell is no answer, in the order in which they are counted behind the points of a scale. */
const MISSING = [
  code.CELL_SKIPPED,
  code.CELL_NOT_APPLICABLE,
  code.CELL_NOT_SHOWN,
  code.CELL_REJECTED,
] as const;

/** How many kinds of cells there are on a scale: its points, and why there is no answer. */
export function cellKinds(scale: ScaleDefinition): number {
  return points(scale) + MISSING.length;
}

/**
 * Where a cell is counted among the kinds of its scale.
 *
 * @example placeOf({ key: 'csat', role: 'csat', question: 'csat', min: 1, max: 5 })[255] // 8
 */
export function placeOf(scale: ScaleDefinition): Uint8Array {
  const place = Uint8Array.from({ length: 256 }, (_, cell) => cell);
  MISSING.forEach((cell, k) => (place[cell] = points(scale) + k));
  return place;
}

/** A histogram of what was counted by {@link placeOf}, without weights. */
export function histogram(counts: Uint32Array): Histogram {
  const [skipped, notApplicable, notShown, rejected] = counts.subarray(-MISSING.length);
  return {
    counts: Array.from(counts.subarray(0, -MISSING.length)),
    ...{ skipped, notApplicable, notShown, rejected },
  };
}
