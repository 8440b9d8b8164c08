import { WEIGHT_UNITS } from '../../shared/summary/weight-units.ts';
import type { ScoreRules } from '../../shared/summary/score-rules.ts';
import { SAMPLE_ABSENT, type Columns } from './columns.ts';

/** Bits of a limb: so few that limb times answer times answer, over 2^23 rows, is still exact. */
export const LIMB_BITS = 14;

/** Rows' weights (units of 1e-10) and their squares (1e-20), cut into limbs, the lowest first, that sum exactly. */
export interface RowWeights {
  readonly weights: readonly Float64Array[];
  readonly squares: readonly Float64Array[];
}

/**
 * What each row weighs, in units of 1e-10; 0 where it has no weight.
 *
 * @returns `undefined` where every record weighs the same
 * @example unitsOf(columns, 'sample')?.[0] // 40000000000, for one visitor in four
 */
export function unitsOf(
  { rows, weight, sample }: Columns,
  weigh: ScoreRules['weigh'] = 'weight',
): Float64Array | undefined {
  if (weigh === 'none') return undefined;
  if (weigh === 'weight') return weight;
  if (!sample) return new Float64Array(rows);
  return sample.map((share) => (share === SAMPLE_ABSENT ? 0 : Math.round(WEIGHT_UNITS / share)));
}

/**
 * Cuts weights into limbs.
 *
 * @param units below 2^53 each; not mutated
 * @example limbsOf(Float64Array.of(16385)).weights // [[1], [1]]
 */
export function limbsOf(units: Float64Array): RowWeights {
  const largest = units.reduce((a, b) => Math.max(a, b), 0);
  const bits = Math.max(1, Math.floor(Math.log2(largest || 1)) + 1);
  return {
    weights: cut(Array.from(units, BigInt), bits),
    squares: cut(
      Array.from(units, (unit) => BigInt(unit) ** 2n),
      2 * bits,
    ),
  };
}

function cut(values: readonly bigint[], bits: number): Float64Array[] {
  const mask = (1n << BigInt(LIMB_BITS)) - 1n;
  return Array.from({ length: Math.ceil(bits / LIMB_BITS) }, (_, k) =>
    Float64Array.from(values, (value) => Number((value >> BigInt(k * LIMB_BITS)) & mask)),
  );
}
