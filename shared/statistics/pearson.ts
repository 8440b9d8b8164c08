import { eachPair, type JointCounts } from './joint-counts.ts';
import { interval, Z, type Interval } from './interval.ts';

/** Below this many pairs a correlation has no interval. */
export const CORRELATION_INTERVAL_N_MIN = 10;

/** A correlation that counts as ±1: what rounding leaves of an exact line. */
const PERFECT_FROM = 1 - 1e-12;

/** A spread this small beside the square of its mean is the rounding of weighted sums: nothing varies. */
const CONSTANT = 1e-24;

/** A correlation with its base. */
export interface Correlation {
  /** −1...1. */
  readonly r: number;
  readonly n: number;
  /** Kish's effective n, where pairs are weighted. */
  readonly effectiveN?: number;
  /** Absent below 10 pairs and for a perfect line. */
  readonly interval?: Interval;
}

/** Pearson's r with what its sampling error needs. */
export interface PearsonCorrelation extends Correlation {
  /** The classical interval, up to 30 % too narrow on rating scales; for comparison. */
  readonly fisher?: Interval;
  /** What one pair adds to the sampling error of r: squares summed over all pairs give its variance. */
  readonly influence: (x: number, y: number) => number;
}

/**
 * Pearson's correlation, with an interval that does not suppose normal answers.
 *
 * The standard error comes from each pair's influence on r and is carried to the interval by Fisher's
 * transformation: tanh(atanh r ± z·s / (1 − r²)).
 *
 * Under weights, sums are weighted, squares of influences take squared weights, and limits go by Kish's effective n.
 *
 * @returns `undefined` below two pairs, or when either variable is constant
 * @example pearson({ xs: [1, 2], ys: [1, 2], counts: [2, 1, 1, 2] })?.r // 0.333...
 */
export function pearson(joint: JointCounts): PearsonCorrelation | undefined {
  const { n, total, squares, meanX, meanY } = baseOf(joint);
  if (n < 2) return undefined;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  eachPair(joint, (x, y, _, weight) => {
    xx += weight * (x - meanX) ** 2;
    yy += weight * (y - meanY) ** 2;
    xy += weight * (x - meanX) * (y - meanY);
  });
  if (xx <= CONSTANT * total * meanX ** 2 || yy <= CONSTANT * total * meanY ** 2) return undefined;
  const r = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const sdX = Math.sqrt(xx / total);
  const sdY = Math.sqrt(yy / total);
  const influence = (x: number, y: number) => {
    const zx = (x - meanX) / sdX;
    const zy = (y - meanY) / sdY;
    return (zx * zy - (r * (zx * zx + zy * zy)) / 2) / total;
  };
  const effectiveN = total ** 2 / squares;
  const base = { r, n, ...(joint.weights && { effectiveN }), influence };
  if (effectiveN < CORRELATION_INTERVAL_N_MIN || Math.abs(r) >= PERFECT_FROM) return base;
  let variance = 0;
  eachPair(joint, (x, y, _, __, square) => {
    variance += square * influence(x, y) ** 2;
  });
  return {
    ...base,
    interval: around(r, (Z * Math.sqrt(variance)) / (1 - r * r), 'pearson-corrected'),
    fisher: around(r, Z / Math.sqrt(effectiveN - 3), 'fisher'),
  };
}

function baseOf(joint: JointCounts) {
  let [n, total, squares, sumX, sumY] = [0, 0, 0, 0, 0];
  eachPair(joint, (x, y, count, weight, square) => {
    n += count;
    total += weight;
    squares += square;
    sumX += weight * x;
    sumY += weight * y;
  });
  return { n, total, squares, meanX: sumX / total, meanY: sumY / total };
}

/**
 * Spearman's rank correlation: Pearson's r of midranks.
 *
 * @returns `undefined` below two pairs, or when either variable is constant
 * @example spearman({ xs: [1, 2], ys: [1, 9], counts: [2, 1, 1, 2] })?.r // 0.333...
 * @see Bonett & Wright (2000), Psychometrika 65:23-28, for the interval
 */
export function spearman(joint: JointCounts): Correlation | undefined {
  const { xs, ys, counts, weights = counts } = joint;
  const totalX = xs.map((_, i) => sum(ys.map((_, j) => weights[i * ys.length + j])));
  const totalY = ys.map((_, j) => sum(xs.map((_, i) => weights[i * ys.length + j])));
  const ranked = pearson({ ...joint, xs: midranks(totalX), ys: midranks(totalY) });
  if (!ranked) return undefined;
  const { r, n, effectiveN } = ranked;
  const base = { r, n, ...(effectiveN !== undefined && { effectiveN }) };
  if (!ranked.interval) return base;
  const spread = Math.sqrt((1 + (r * r) / 2) / ((effectiveN ?? n) - 3));
  return { ...base, interval: around(r, Z * spread, 'spearman') };
}

/** The mean rank of each group of equal values, the groups ascending. */
function midranks(groups: readonly number[]): number[] {
  let below = 0;
  return groups.map((size) => {
    below += size;
    return below - (size - 1) / 2;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function around(r: number, half: number, method: 'pearson-corrected' | 'fisher' | 'spearman'): Interval {
  const centre = Math.atanh(r);
  return interval(method, Math.tanh(centre - half), Math.tanh(centre + half));
}
