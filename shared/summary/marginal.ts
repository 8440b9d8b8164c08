import { addExact, subtractExact, type Exact } from './exact.ts';
import { points, type Answers, type Histogram, type ScaleDefinition, type Tables } from './summary.ts';

/** What `marginal` reads of a slice, or of a part of one: a segment, a day. */
export interface Counted<Part extends Answers = Answers & Partial<Pick<Tables, 'cross' | 'complete'>>> {
  readonly columns: readonly ScaleDefinition[];
  readonly all: Part;
}

/** How records are summed: each as one, or by its weight, or by the square of that. */
export type Measured = 'counts' | 'weights' | 'squares';

interface Source {
  readonly keys: readonly string[];
  readonly counts: readonly Exact[];
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
  return marginalOf(slice, keys, 'counts', scales)?.map(Number);
}

/**
 * The same, of records summed by one or by weight.
 *
 * @example marginalOf(slice, ['nps'], 'weights') // in units of 1e-10
 */
export function marginalOf(
  slice: Counted,
  keys: readonly string[],
  measured: Measured,
  scales: readonly ScaleDefinition[] = slice.columns,
): Exact[] | undefined {
  if (keys.some((key) => !scales.some((scale) => scale.key === key))) return undefined;
  const known = keys.filter((key) => slice.columns.some((column) => column.key === key));
  const source = sourceOf(slice, known, measured);
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
  const result = new Array<Exact>(size).fill(0);
  source.counts.forEach((count, index) => {
    if (count === 0) return;
    let rest = index;
    let target = unknown;
    for (const { levels, stride } of axes) {
      target += (rest % levels) * stride;
      rest = Math.floor(rest / levels);
    }
    result[target] = addExact(result[target], count);
  });
  return result;
}

function sourceOf(
  { columns, all }: Counted,
  keys: readonly string[],
  measured: Measured,
): Source | undefined {
  const [key, second] = keys;
  const total = totalOf(all, measured);
  if (key === undefined) return total === undefined ? undefined : { keys: [], counts: [total] };
  if (second === undefined) {
    const answered = histogramOf({ columns, all }, key)[measured];
    if (!answered || total === undefined) return undefined;
    return { keys: [key], counts: [...answered, answered.reduce<Exact>(subtractExact, total)] };
  }
  let best: Source | undefined;
  for (const table of all.cross ?? []) {
    const counts = table[measured];
    if (counts && keys.every((wanted) => table.keys.includes(wanted)))
      if (!best || counts.length < best.counts.length) best = { keys: table.keys, counts };
  }
  return best;
}

function totalOf({ records, weight }: Answers, measured: Measured): Exact | undefined {
  if (measured === 'counts') return records;
  return measured === 'weights' ? weight?.sum : weight?.squares;
}

/**
 * The answers to a column, by its key; a column that nobody was shown has none.
 *
 * @param slice the column must be among its columns, or on none of the records
 * @example histogramOf(slice, 'nps').counts.length // 11
 */
export function histogramOf({ columns, all }: Counted, key: string): Histogram {
  if (Object.hasOwn(all.histograms, key)) return all.histograms[key];
  const size = columns.reduce((n, column) => (column.key === key ? points(column) : n), 0);
  return noAnswers(size, all);
}

/**
 * The histogram of a column that no record was shown.
 *
 * @param size points of its scale
 * @example noAnswers(2, { records: 3, histograms: {} }).notShown // 3
 */
export function noAnswers(size: number, { records, weight }: Answers): Histogram {
  const none = () => new Array<number>(size).fill(0);
  return {
    counts: none(),
    ...(weight && { weights: none(), squares: none() }),
    ...{ skipped: 0, notApplicable: 0, rejected: 0, notShown: records },
  };
}

/**
 * How many answered a column.
 *
 * @example answersTo(slice, 'nps') // 2746
 */
export function answersTo(slice: Counted, key: string): number {
  return histogramOf(slice, key).counts.reduce((sum, count) => sum + count, 0);
}
