import type { CrossProducts } from '../statistics/correlation-matrix.ts';
import { studentQuantile } from '../statistics/student-t.ts';
import type { CompleteCases, Products } from '../summary/summary.ts';
import { WEIGHT_UNITS } from '../summary/weight-units.ts';

/** Blocks with complete records that the jackknife needs. */
export const JACKKNIFE_BLOCKS_MIN = 20;

/** Why statistics have no jackknife interval. */
export type JackknifeRefusal = 'no-ids' | 'too-few-blocks' | 'unstable';

/** What each id block adds to the sampling error of some statistics: products, summed over blocks, are covariances. */
export interface BlockInfluences {
  /** Sums of the blocks that hold complete records. */
  readonly blocks: readonly CrossProducts[];
  /** By statistic, then by block. */
  readonly influences: readonly (readonly number[])[];
}

/**
 * The delete-a-block jackknife of statistics of cross products, block by block.
 *
 * @param statistics the same number of them for any sums; `undefined` where they cannot be had
 * @returns why there is none, where the blocks do not carry it
 * @example blockInfluences(set, ({ sums }) => sums) // { blocks: [64 of them], influences: [[0.001, …], …] }
 */
export function blockInfluences(
  { total, blocks }: CompleteCases,
  statistics: (sums: CrossProducts) => readonly number[] | undefined,
): BlockInfluences | JackknifeRefusal {
  if (!blocks) return 'no-ids';
  const used = blocks.filter(({ n }) => n > 0).map(plainSums);
  if (used.length < JACKKNIFE_BLOCKS_MIN) return 'too-few-blocks';
  const whole = plainSums(total);
  const without = used.flatMap((block) => {
    const values = statistics(subtract(whole, block));
    return values ? [values] : [];
  });
  if (without.length < used.length) return 'unstable';
  const count = used.length;
  const scale = Math.sqrt((count - 1) / count);
  return {
    blocks: used,
    // Without a block the statistics move against what it adds.
    influences: without[0].map((_, k) => {
      const mean = without.reduce((sum, values) => sum + values[k], 0) / count;
      return without.map((values) => scale * (mean - values[k]));
    }),
  };
}

/**
 * Half-widths of the jackknife intervals: t of the blocks less one, times the standard error.
 *
 * @example halfWidths({ blocks: [], influences: [] }) // []
 */
export function halfWidths({ blocks, influences }: BlockInfluences): number[] {
  return influences.map(
    (parts) =>
      studentQuantile(0.975, blocks.length - 1) * Math.sqrt(parts.reduce((sum, part) => sum + part ** 2, 0)),
  );
}

/**
 * Sums over complete records as plain numbers: weighted where the records have weights.
 *
 * @example plainSums({ n: 2, sums: [3], products: [5] }) // { n: 2, sums: [3], products: [5] }
 */
export function plainSums({ n, sums, products, weights }: Products): CrossProducts {
  if (!weights) return { n, sums, products };
  const plain = (sum: number | string) => Number(sum) / WEIGHT_UNITS;
  return { n: plain(weights.n), sums: weights.sums.map(plain), products: weights.products.map(plain) };
}

function subtract(a: CrossProducts, b: CrossProducts): CrossProducts {
  return {
    n: a.n - b.n,
    sums: a.sums.map((sum, k) => sum - b.sums[k]),
    products: a.products.map((sum, k) => sum - b.products[k]),
  };
}
