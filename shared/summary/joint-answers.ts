import type { JointCounts } from '../statistics/joint-counts.ts';
import type { Counted } from './marginal.ts';
import { points } from './summary.ts';
import { crossTally } from './tally.ts';

/**
 * How often each pair of answers to two columns occurs, over the records that answered both.
 *
 * @param slice not mutated
 * @returns `undefined` when the slice does not cross these columns
 * @example jointAnswers(slice, 'csat', 'nps')?.ys // [0, 1, ..., 10]
 */
export function jointAnswers(slice: Counted, x: string, y: string): JointCounts | undefined {
  const tally = crossTally(slice, [x, y]);
  const [xs, ys] = [x, y].map((key) => pointsOf(slice, key));
  if (!tally) return undefined;
  const width = ys.length + 1;
  const both = (of: readonly number[]) => xs.flatMap((_, i) => of.slice(i * width, i * width + ys.length));
  const counts = both(tally.counts);
  if (!tally.weighted) return { xs, ys, counts };
  return { xs, ys, counts, weights: both(tally.weights), squares: both(tally.squares) };
}

function pointsOf({ columns }: Counted, key: string): number[] {
  return columns
    .filter((column) => column.key === key)
    .flatMap((column) => Array.from({ length: points(column) }, (_, k) => column.min + k));
}
