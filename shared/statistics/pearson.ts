import { eachPair, type JointCounts } from './joint-counts.ts';
import { interval, Z, type Interval } from './interval.ts';

/** Below this many pairs a correlation has no interval. */
export const CORRELATION_INTERVAL_N_MIN = 10;

/** A correlation that counts as ±1: what rounding leaves of an exact line. */
const PERFECT_FROM = 1 - 1e-12;

/** A correlation with its base. */
export interface Correlation {
  /** −1...1. */
  readonly r: number;
  readonly n: number;
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
 * @returns `undefined` below two pairs, or when either variable is constant
 * @example pearson({ xs: [1, 2], ys: [1, 2], counts: [2, 1, 1, 2] })?.r // 0.333...
 */
export function pearson(joint: JointCounts): PearsonCorrelation | undefined {
  let n = 0;
  let sumX = 0;
  let sumY = 0;
  eachPair(joint, (x, y, count) => {
    n += count;
    sumX += count * x;
    sumY += count * y;
  });
  if (n < 2) return undefined;
  const meanX = sumX / n;
  const meanY = sumY / n;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  eachPair(joint, (x, y, count) => {
    xx += count * (x - meanX) ** 2;
    yy += count * (y - meanY) ** 2;
    xy += count * (x - meanX) * (y - meanY);
  });
  if (xx === 0 || yy === 0) return undefined;
  const r = Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  const sdX = Math.sqrt(xx / n);
  const sdY = Math.sqrt(yy / n);
  const influence = (x: number, y: number) => {
    const zx = (x - meanX) / sdX;
    const zy = (y - meanY) / sdY;
    return (zx * zy - (r * (zx * zx + zy * zy)) / 2) / n;
  };
  if (n < CORRELATION_INTERVAL_N_MIN || Math.abs(r) >= PERFECT_FROM) return { r, n, influence };
  let variance = 0;
  eachPair(joint, (x, y, count) => {
    variance += count * influence(x, y) ** 2;
  });
  return {
    r,
    n,
    influence,
    interval: around(r, (Z * Math.sqrt(variance)) / (1 - r * r), 'pearson-corrected'),
    fisher: around(r, Z / Math.sqrt(n - 3), 'fisher'),
  };
}

/**
 * Spearman's rank correlation: Pearson's r of midranks.
 *
 * @returns `undefined` below two pairs, or when either variable is constant
 * @example spearman({ xs: [1, 2], ys: [1, 9], counts: [2, 1, 1, 2] })?.r // 0.333...
 * @see Bonett & Wright (2000), Psychometrika 65:23-28, for the interval
 */
export function spearman(joint: JointCounts): Correlation | undefined {
  const { xs, ys, counts } = joint;
  const totalX = xs.map((_, i) => sum(ys.map((_, j) => counts[i * ys.length + j])));
  const totalY = ys.map((_, j) => sum(xs.map((_, i) => counts[i * ys.length + j])));
  const ranked = pearson({ xs: midranks(totalX), ys: midranks(totalY), counts });
  if (!ranked) return undefined;
  const { r, n } = ranked;
  if (!ranked.interval) return { r, n };
  return { r, n, interval: around(r, Z * Math.sqrt((1 + (r * r) / 2) / (n - 3)), 'spearman') };
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
