import type { Issue, Parsed } from '../parsed.ts';
import { byCodePoint } from './by-code-point.ts';
import { marginal, type Counted } from './marginal.ts';
import { addResponse } from './response-counts.ts';
import { ID_BLOCKS, points, type CompleteCases, type Histogram, type Products } from './summary.ts';
import type { ScaleDefinition, Tables } from './summary.ts';
import { tablePlan } from './table-plan.ts';

const BLOCKS: readonly number[] = Array.from({ length: ID_BLOCKS }, (_, k) => k);

/**
 * Adds the counts of two slices; columns that one of them lacks count as not shown there.
 *
 * @throws RangeError when a slice lacks a table that its columns call for
 * @example addSlices(slice, slice) // every count doubled
 */
export function addSlices(a: Counted, b: Counted): Parsed<Counted> {
  const columns = new Map(a.columns.map((column) => [column.key, column]));
  const issues: Issue[] = [];
  for (const column of b.columns) {
    const other = columns.get(column.key);
    if (other && !sameScale(other, column)) issues.push(differs(other, column));
    columns.set(column.key, other ? sameLabel(other, column) : column);
  }
  if (issues.length > 0) return { ok: false, issues };
  const all = [...columns.values()].sort((x, y) => byCodePoint(x.key, y.key));
  return { ok: true, value: { columns: all, all: addTables(all, a, b) } };
}

function addTables(columns: readonly ScaleDefinition[], a: Counted, b: Counted): Tables {
  const plan = tablePlan(columns);
  const times = [a.all.oldest, a.all.newest, b.all.oldest, b.all.newest].filter((time) => time !== undefined);
  const newest = times.length > 0 ? Math.max(...times) : undefined;
  const hashed = a.all.hashed && b.all.hashed;
  return {
    records: a.all.records + b.all.records,
    ...(newest === undefined ? {} : { oldest: Math.min(...times), newest }),
    hashed,
    histograms: Object.fromEntries(
      columns.map((column) => [column.key, addHistograms(histogramOf(a, column), histogramOf(b, column))]),
    ),
    cross: plan.cross.map((keys) => ({
      keys,
      counts: addNumbers(countsOf(a, keys, columns), countsOf(b, keys, columns)),
    })),
    complete: plan.complete.map((keys) => {
      const [x, y] = [completeOf(a, keys), completeOf(b, keys)];
      const outcome = { outcome: keys[0], keys, total: addProducts(keys.length, [x?.total, y?.total]) };
      if (!hashed) return outcome;
      return {
        ...outcome,
        blocks: BLOCKS.map((k) => addProducts(keys.length, [x?.blocks?.[k], y?.blocks?.[k]])),
      };
    }),
    response: addResponse(a.all.response, b.all.response, newest),
  };
}

function countsOf(slice: Counted, keys: readonly string[], columns: readonly ScaleDefinition[]): number[] {
  const counts = marginal(slice, keys, columns);
  // What is crossed in the sum is crossed in each part that has these columns.
  if (!counts) throw new RangeError(`addSlices: expected a table of ${keys.join(', ')}, got none`);
  return counts;
}

/** A slice that lacks a column has no complete cases of it. */
function completeOf({ all }: Counted, keys: readonly string[]): CompleteCases | undefined {
  return all.complete.find((set) => set.outcome === keys[0] && set.keys.length === keys.length);
}

function histogramOf({ all }: Counted, column: ScaleDefinition): Histogram {
  const none = { skipped: 0, notApplicable: 0, rejected: 0, notShown: all.records };
  return all.histograms[column.key] ?? { counts: new Array<number>(points(column)).fill(0), ...none };
}

function addHistograms(a: Histogram, b: Histogram): Histogram {
  return {
    counts: addNumbers(a.counts, b.counts),
    skipped: a.skipped + b.skipped,
    notApplicable: a.notApplicable + b.notApplicable,
    notShown: a.notShown + b.notShown,
    rejected: a.rejected + b.rejected,
  };
}

function addProducts(p: number, terms: readonly (Products | undefined)[]): Products {
  const zero = {
    n: 0,
    sums: new Array<number>(p).fill(0),
    products: new Array<number>((p * (p + 1)) / 2).fill(0),
  };
  return terms.reduce<Products>(
    (sum, term) =>
      term
        ? {
            n: sum.n + term.n,
            sums: addNumbers(sum.sums, term.sums),
            products: addNumbers(sum.products, term.products),
          }
        : sum,
    zero,
  );
}

function addNumbers(a: readonly number[], b: readonly number[]): number[] {
  return a.map((count, k) => count + b[k]);
}

function sameScale(a: ScaleDefinition, b: ScaleDefinition): boolean {
  return (['role', 'question', 'attribute', 'min', 'max'] as const).every((part) => a[part] === b[part]);
}

/** Of two labels the first by code point, so that the order of merging does not show. */
function sameLabel(a: ScaleDefinition, b: ScaleDefinition): ScaleDefinition {
  const [first, second] = [a.label, b.label];
  if (second === undefined || (first !== undefined && byCodePoint(first, second) <= 0)) return a;
  return b;
}

function differs(a: ScaleDefinition, b: ScaleDefinition): Issue {
  const scale = ({ role, min, max }: ScaleDefinition) => `${role} ${min}...${max}`;
  const message = `addSlices: expected ${a.key} on one scale, got ${scale(a)} and ${scale(b)}; map one of them anew`;
  return { path: a.key, code: 'scale-differs', message };
}
