import { normalCdf } from './normal.ts';

/** Abscissas and weights of the 10-point Gauss-Legendre rule on −1...1, positive half. */
const NODES = [
  0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717,
];
const WEIGHTS = [
  0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806, 0.06667134430868814,
];

/** A mean and covariance in the plane. */
export interface PlaneNormal {
  readonly x: number;
  readonly y: number;
  readonly varianceX: number;
  readonly varianceY: number;
  readonly covariance: number;
}

/** Chance of each quadrant about the origin; the four add up to 1. An axis counts to the high side. */
export interface QuadrantChances {
  readonly highHigh: number;
  readonly lowHigh: number;
  readonly lowLow: number;
  readonly highLow: number;
}

/**
 * P(X <= h, Y <= k) for standard normal X and Y with correlation rho.
 *
 * @param rho −1...1, the ends included
 * @throws RangeError when rho is outside
 * @example bivariateNormalCdf(0, 0, 0.5) // 0.333...
 * @see Plackett (1954), Biometrika 41:351-360
 */
export function bivariateNormalCdf(h: number, k: number, rho: number): number {
  if (!(Math.abs(rho) <= 1)) throw new RangeError(`bivariateNormalCdf: expected rho in -1...1, got ${rho}`);
  if (rho < 0) return Math.max(0, normalCdf(h) - bivariateNormalCdf(h, -k, -rho));
  if (rho === 1) return normalCdf(Math.min(h, k));
  // Over the angle from 0 to asin(rho) the density integrates smoothly, but ever more steeply towards a right
  // angle: panels that halve the distance to it keep the rule exact.
  const end = Math.asin(rho);
  let sum = 0;
  for (let from = 0; from < end;) {
    const to = Math.min(end, from + (Math.PI / 2 - from) / 2);
    sum += panel(h, k, from, to);
    from = to;
  }
  return Math.min(1, normalCdf(h) * normalCdf(k) + sum / (2 * Math.PI));
}

function panel(h: number, k: number, from: number, to: number): number {
  const middle = (from + to) / 2;
  const half = (to - from) / 2;
  const height = (angle: number) => {
    const cos = Math.cos(angle);
    // (h² + k² − 2hk sin) / (2 cos²), arranged so that it does not cancel near a right angle
    return Math.exp(-((h - k) ** 2 / (2 * cos * cos)) - (h * k) / (1 + Math.sin(angle)));
  };
  return NODES.reduce(
    (sum, node, i) => sum + half * WEIGHTS[i] * (height(middle - half * node) + height(middle + half * node)),
    0,
  );
}

/**
 * Chance that a normal point lies in each quadrant about the origin.
 *
 * An axis without variance is certain: its side is that of the mean, and zero is the high side.
 *
 * @example quadrantChances({ x: 0, y: 0, varianceX: 1, varianceY: 1, covariance: 0 }).lowHigh // 0.25
 */
export function quadrantChances({ x, y, varianceX, varianceY, covariance }: PlaneNormal): QuadrantChances {
  const highX = sideChance(x, varianceX);
  const highY = sideChance(y, varianceY);
  let highHigh = highX * highY;
  if (varianceX > 0 && varianceY > 0) {
    const sdX = Math.sqrt(varianceX);
    const sdY = Math.sqrt(varianceY);
    const rho = Math.max(-1, Math.min(1, covariance / (sdX * sdY)));
    highHigh = bivariateNormalCdf(x / sdX, y / sdY, rho);
  }
  const lowHigh = Math.max(0, highY - highHigh);
  const highLow = Math.max(0, highX - highHigh);
  return { highHigh, lowHigh, highLow, lowLow: Math.max(0, 1 - highHigh - lowHigh - highLow) };
}

function sideChance(mean: number, variance: number): number {
  if (variance > 0) return normalCdf(mean / Math.sqrt(variance));
  return mean >= 0 ? 1 : 0;
}
