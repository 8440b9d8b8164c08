import { addExact, type Exact } from './exact.ts';
import { histogramOf, marginalOf, type Counted, type Measured } from './marginal.ts';
import { addResponse } from './response-counts.ts';
import type { ScoreRules } from './score-rules.ts';
import { ID_BLOCKS, type Answers, type CompleteCases, type CrossTable } from './summary.ts';
import type {
  HealthCounts,
  Histogram,
  Products,
  SampleCount,
  ScaleDefinition,
  Sums,
  Tables,
} from './summary.ts';
import { driverSet, tablePlan, type NamedSet } from './table-plan.ts';

const BLOCKS: readonly number[] = Array.from({ length: ID_BLOCKS }, (_, k) => k);

/** How answers were given is told of all records of a slice, and of parts in depth. */
export const NO_HEALTH: HealthCounts = {
  ...{ ratings: [], judged: 0, straight: 0, allTop: 0, allBottom: 0 },
  ...{ timed: 0, hasty: 0 },
};

/** What both sides have in common once they are added. */
export interface SumContext {
  /** Columns of the sum. */
  readonly columns: readonly ScaleDefinition[];
  readonly rules?: ScoreRules;
  /** Whether the sum has cross tables and sets, or histograms alone. */
  readonly deep: boolean;
}

/**
 * Adds the answers of two sets of records.
 *
 * @example addAnswers([csat], part, part).records // twice those of the part
 */
export function addAnswers(columns: readonly ScaleDefinition[], a: Counted, b: Counted): Answers {
  const weight = a.all.weight &&
    b.all.weight && {
      sum: addExact(a.all.weight.sum, b.all.weight.sum),
      squares: addExact(a.all.weight.squares, b.all.weight.squares),
    };
  return {
    records: a.all.records + b.all.records,
    ...(weight && { weight }),
    histograms: Object.fromEntries(
      columns.map(({ key }) => [
        key,
        addHistograms(histogramOf({ columns, all: a.all }, key), histogramOf({ columns, all: b.all }, key)),
      ]),
    ),
  };
}

/**
 * Adds the tables of two sets of records; columns that one of them lacks count as not shown there.
 *
 * @throws RangeError when one lacks a table that its columns call for
 * @example addTables({ columns: [csat], rules: {}, deep: true }, slice, slice).records // every count doubled
 */
export function addTables(context: SumContext, a: Counted<Tables>, b: Counted<Tables>): Tables {
  const { columns, deep } = context;
  const plan = deep ? tablePlan(columns, context.rules) : { cross: [], complete: [] };
  const times = [a.all.oldest, a.all.newest, b.all.oldest, b.all.newest].filter((time) => time !== undefined);
  const newest = times.length > 0 ? Math.max(...times) : undefined;
  const hashed = a.all.hashed && b.all.hashed;
  return {
    ...addAnswers(columns, a, b),
    ...(newest === undefined ? {} : { oldest: Math.min(...times), newest }),
    hashed,
    cross: plan.cross.map((keys) => addCross(columns, keys, a, b)),
    complete: plan.complete.map((set) => addComplete(set, a.all, b.all, hashed)),
    response: addResponse(a.all.response, b.all.response, newest),
    health: deep ? addHealth(a.all.health, b.all.health) : NO_HEALTH,
    samples: deep ? addSamples(a.all.samples, b.all.samples) : [],
  };
}

function addCross(
  columns: readonly ScaleDefinition[],
  keys: readonly string[],
  a: Counted<Tables>,
  b: Counted<Tables>,
): CrossTable {
  const sum = (measured: Measured) =>
    addLists(crossOf(a, keys, measured, columns), crossOf(b, keys, measured, columns));
  return {
    keys,
    counts: sum('counts').map(Number),
    ...(a.all.weight && b.all.weight && { weights: sum('weights'), squares: sum('squares') }),
  };
}

function crossOf(
  slice: Counted,
  keys: readonly string[],
  measured: Measured,
  columns: readonly ScaleDefinition[],
): Exact[] {
  const counts = marginalOf(slice, keys, measured, columns);
  // What is crossed in the sum is crossed in each part that has these columns.
  if (!counts) throw new RangeError(`addTables: expected a table of ${keys.join(', ')}, got none`);
  return counts;
}

function addComplete({ name, keys }: NamedSet, a: Tables, b: Tables, hashed: boolean): CompleteCases {
  // A part that lacks one of the columns has no complete cases of them.
  const find = ({ complete }: Tables) =>
    complete.find((set) => set.name === name && set.keys.length === keys.length);
  const [x, y] = [find(a), find(b)];
  const weighted = a.weight !== undefined && b.weight !== undefined;
  const add = (...terms: readonly (Products | undefined)[]) => addProducts(keys.length, weighted, terms);
  const blocked = hashed && name.startsWith(driverSet(''));
  return {
    ...{ name, keys, total: add(x?.total, y?.total) },
    ...(blocked && { blocks: BLOCKS.map((k) => add(x?.blocks?.[k], y?.blocks?.[k])) }),
  };
}

/**
 * Adds two histograms of one column.
 *
 * @example addHistograms(part, part).counts // every count doubled
 */
export function addHistograms(a: Histogram, b: Histogram): Histogram {
  return {
    counts: a.counts.map((count, k) => count + b.counts[k]),
    ...(a.weights && b.weights && { weights: addLists(a.weights, b.weights) }),
    ...(a.squares && b.squares && { squares: addLists(a.squares, b.squares) }),
    skipped: a.skipped + b.skipped,
    notApplicable: a.notApplicable + b.notApplicable,
    notShown: a.notShown + b.notShown,
    rejected: a.rejected + b.rejected,
  };
}

function addProducts(p: number, weighted: boolean, terms: readonly (Products | undefined)[]): Products {
  const zero = { n: 0, sums: zeros(p), products: zeros((p * (p + 1)) / 2) };
  return terms.reduce<Products>(
    (sum, term) =>
      term
        ? {
            n: sum.n + term.n,
            sums: addLists(sum.sums, term.sums).map(Number),
            products: addLists(sum.products, term.products).map(Number),
            ...(sum.weights && term.weights && { weights: addSums(sum.weights, term.weights) }),
            ...(sum.squares && term.squares && { squares: addSums(sum.squares, term.squares) }),
          }
        : sum,
    { ...zero, ...(weighted && { weights: zero, squares: zero }) },
  );
}

function addSums(a: Sums<Exact>, b: Sums<Exact>): Sums<Exact> {
  return {
    n: addExact(a.n, b.n),
    sums: addLists(a.sums, b.sums),
    products: addLists(a.products, b.products),
  };
}

function addHealth(a: HealthCounts, b: HealthCounts): HealthCounts {
  const longer = a.ratings.length >= b.ratings.length ? a.ratings : b.ratings;
  return {
    ratings: longer.map((_, k) => (a.ratings[k] ?? 0) + (b.ratings[k] ?? 0)),
    judged: a.judged + b.judged,
    straight: a.straight + b.straight,
    allTop: a.allTop + b.allTop,
    allBottom: a.allBottom + b.allBottom,
    timed: a.timed + b.timed,
    hasty: a.hasty + b.hasty,
  };
}

function addSamples(a: readonly SampleCount[], b: readonly SampleCount[]): SampleCount[] {
  const sums = new Map<number | undefined, number>();
  for (const { sample, records } of [...a, ...b]) sums.set(sample, (sums.get(sample) ?? 0) + records);
  return [...sums]
    .sort(([x = -1], [y = -1]) => x - y)
    .map(([sample, records]) => (sample === undefined ? { records } : { sample, records }));
}

function addLists(a: readonly Exact[], b: readonly Exact[]): Exact[] {
  return a.map((value, k) => addExact(value, b[k]));
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}
