import { points, type Histogram, type ScaleDefinition, type Tables } from './summary.ts';

/** What `marginal` reads of a slice. */
export interface Counted {
  readonly columns: readonly ScaleDefinition[];
  readonly all: Tables;
}

/**
 * Records by the answers to the given columns: the smallest table that holds them all, summed over the others.
 *
 * Each column has one level a point and, last, a level for "no answer"; the last key runs fastest.
 * A column that the slice does not have is all "no answer", on `scales`.
 *
 * @param slice not mutated
 * @param keys different columns, in the order wanted
 * @param scales where to look up columns that the slice lacks
 * @returns `undefined` when no table holds these columns together, or a column is not known
 * @example marginal(slice, ['nps'])?.length // 12: eleven points and "no answer"
 */
export function marginal(
  slice: Counted,
  keys: readonly string[],
  scales: readonly ScaleDefinition[] = slice.columns,
): number[] | undefined {
  if (keys.some((key) => !scales.some((scale) => scale.key === key))) return undefined;
  const known = keys.filter((key) => slice.columns.some((column) => column.key === key));
  const source = tableOf(slice, known);
  if (!source) return undefined;
  const levelCount = (key: string) =>
    scales.reduce((n, scale) => (scale.key === key ? points(scale) + 1 : n), 1);
  let size = 1;
  let unknown = 0;
  const strides = new Map<string, number>();
  for (const key of [...keys].reverse()) {
    strides.set(key, size);
    if (!known.includes(key)) unknown += size * (levelCount(key) - 1);
    size *= levelCount(key);
  }
  const axes = source.keys
    .map((key) => ({ levels: levelCount(key), stride: strides.get(key) ?? 0 }))
    .reverse();
  const result = new Array<number>(size).fill(0);
  source.counts.forEach((count, index) => {
    let rest = index;
    let target = unknown;
    for (const { levels, stride } of axes) {
      target += (rest % levels) * stride;
      rest = Math.floor(rest / levels);
    }
    result[target] += count;
  });
  return result;
}

function tableOf(
  { all }: Counted,
  keys: readonly string[],
): { keys: readonly string[]; counts: readonly number[] } | undefined {
  const [key, second] = keys;
  if (key === undefined) return { keys: [], counts: [all.records] };
  const histogram = all.histograms[key];
  if (second === undefined) return histogram && { keys: [key], counts: levelsOf(histogram) };
  let best: { keys: readonly string[]; counts: readonly number[] } | undefined;
  for (const table of all.cross)
    if (
      keys.every((wanted) => table.keys.includes(wanted)) &&
      (!best || table.counts.length < best.counts.length)
    )
      best = table;
  return best;
}

/** A histogram as levels: its points, then everyone without an answer. */
function levelsOf({ counts, skipped, notApplicable, notShown, rejected }: Histogram): number[] {
  return [...counts, skipped + notApplicable + notShown + rejected];
}
