import { exact, type Exact } from '../../shared/summary/exact.ts';
import { ID_BLOCKS, type CompleteCases, type Products, type Sums } from '../../shared/summary/summary.ts';
import { driverSet, type NamedSet } from '../../shared/summary/table-plan.ts';
import type { CountRow } from './count-row.ts';
import type { ResultPlan } from './result-plan.ts';
import { LIMB_DIGITS, SQUARE_LIMBS, WEIGHT_LIMBS } from './sql-tables.ts';

/**
 * The products of a slice's set, out of the rows that sum the set of all columns.
 *
 * @param rows of one group, part `complete`
 * @param of keys of the set as the statements summed it
 */
export function completeOfRows(
  rows: readonly CountRow[],
  { name, keys }: NamedSet,
  of: readonly string[],
  result: ResultPlan,
): CompleteCases {
  const places = keys.map((key) => of.indexOf(key));
  const sumsOf = (limb: string, block: number | undefined): bigint[] => {
    const item = limb === '' ? name : `${name} ${limb}`;
    const some = rows.filter((row) => row.item === item && (block === undefined || row.level === block));
    return some.reduce<bigint[]>(
      (total, { sums }) => sums.map((sum, k) => sum + (total[k] ?? 0n)),
      new Array<bigint>(1 + of.length + (of.length * (of.length + 1)) / 2).fill(0n),
    );
  };
  const products = (block?: number): Products => ({
    ...(sumsAt(sumsOf('', block), of.length, places) as Sums<number>), // counts are safe whole numbers
    ...(result.weighted && {
      weights: sumsAt(
        ofLimbs(WEIGHT_LIMBS, (limb) => sumsOf(limb, block)),
        of.length,
        places,
      ),
      squares: sumsAt(
        ofLimbs(SQUARE_LIMBS, (limb) => sumsOf(limb, block)),
        of.length,
        places,
      ),
    }),
  });
  const blocked = result.hasIds && name.startsWith(driverSet(''));
  return {
    ...{ name, keys, total: products() },
    ...(blocked && { blocks: Array.from({ length: ID_BLOCKS }, (_, block) => products(block)) }),
  };
}

function ofLimbs(limbs: readonly string[], sumsOf: (limb: string) => bigint[]): bigint[] {
  return limbs.reduce<bigint[]>((total, limb, k) => {
    const scale = 10n ** BigInt(LIMB_DIGITS * k);
    return sumsOf(limb).map((sum, at) => (total[at] ?? 0n) + sum * scale);
  }, []);
}

/** The sums of some of p columns. */
function sumsAt(sums: readonly bigint[], p: number, places: readonly number[]): Sums<Exact> {
  const product = (i: number, j: number) => {
    const [row, column] = i >= j ? [i, j] : [j, i];
    return exact(sums[1 + p + (row * (row + 1)) / 2 + column]);
  };
  return {
    n: exact(sums[0]),
    sums: places.map((at) => exact(sums[1 + at])),
    products: places.flatMap((i, k) => places.slice(0, k + 1).map((j) => product(i, j))),
  };
}
