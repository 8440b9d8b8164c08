import { quadrantChances } from '../statistics/bivariate-normal.ts';
import { symmetricRoot } from '../statistics/eigen-symmetric.ts';
import { normalDraws, uniformDraws } from '../statistics/normal-draws.ts';
import { median, type Crosshair, type CrosshairRule } from './crosshair.ts';
import { distance, quadrantOf, type Quadrant } from './quadrant.ts';

/** Draws that the chances under a median crosshair stand on. */
export const MEDIAN_DRAWS = 10_000;

/** Seed of these draws: the same answers always give the same chances. */
export const MEDIAN_SEED = 1;

/** A variance this small beside the terms it was made of is their rounding. */
const ROUNDING = 1e-12;

/** Where the points are, how sure that is, and what cuts them. */
export interface Positions {
  /** One per attribute. */
  readonly satisfaction: readonly number[];
  readonly importance: readonly number[];
  /** Of all satisfactions, then all importances; row by row. */
  readonly covariance: ArrayLike<number>;
  readonly crosshair: Crosshair;
}

/** The chance that an attribute's true position lies in each quadrant; they add up to 1. */
export type Chances = Readonly<Record<Quadrant, number>>;

/**
 * Chances of the quadrants for each attribute, the sampling error of the crosshair included.
 *
 * Mean, midpoint and own lines: in closed form. Medians: by 10,000 draws, each with its own median.
 *
 * @example chancesOf(positions)[0]['improve-first'] // 0.97...
 */
export function chancesOf(positions: Positions): Chances[] {
  return positions.crosshair.kind === 'median' ? byDraws(positions) : inClosedForm(positions);
}

function inClosedForm({ satisfaction, importance, covariance, crosshair }: Positions): Chances[] {
  const p = satisfaction.length;
  return satisfaction.map((x, j) => {
    const onX = fromLine(p, j, crosshair.kind);
    const onY = fromLine(p, j, crosshair.importanceRule);
    const chances = quadrantChances({
      x: distance(x, crosshair.satisfaction),
      y: distance(importance[j], crosshair.importance),
      varianceX: bilinear(covariance, p, onX, 0, onX, 0),
      varianceY: bilinear(covariance, p, onY, p, onY, p),
      covariance: bilinear(covariance, p, onX, 0, onY, p),
    });
    return {
      advantage: chances.highHigh,
      'improve-first': chances.lowHigh,
      'improve-later': chances.lowLow,
      'nice-to-have': chances.highLow,
    };
  });
}

/** The distance of attribute j from its line, as coefficients of all p values. */
function fromLine(p: number, j: number, rule: CrosshairRule): number[] {
  return Array.from({ length: p }, (_, k) => (k === j ? 1 : 0) - (rule === 'mean' ? 1 / p : 0));
}

/** uᵀ C v over the blocks of C that start at the given row and column; rounding counts as 0. */
function bilinear(
  c: ArrayLike<number>,
  p: number,
  u: number[],
  row: number,
  v: number[],
  column: number,
): number {
  let sum = 0;
  let size = 0;
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      const term = u[i] * c[(row + i) * 2 * p + column + j] * v[j];
      sum += term;
      size += Math.abs(term);
    }
  return Math.abs(sum) <= ROUNDING * size ? 0 : sum;
}

function byDraws({ satisfaction, importance, covariance }: Positions): Chances[] {
  const p = satisfaction.length;
  const root = symmetricRoot(covariance, 2 * p);
  const centre = [...satisfaction, ...importance];
  const normal = normalDraws(uniformDraws(MEDIAN_SEED));
  const counts = satisfaction.map(() => ({
    advantage: 0,
    'improve-first': 0,
    'improve-later': 0,
    'nice-to-have': 0,
  }));
  const z = new Float64Array(2 * p);
  const drawn = new Float64Array(2 * p);
  for (let draw = 0; draw < MEDIAN_DRAWS; draw++) {
    for (let i = 0; i < 2 * p; i++) z[i] = normal();
    for (let i = 0; i < 2 * p; i++) {
      let value = centre[i];
      for (let k = 0; k < 2 * p; k++) value += root[i * 2 * p + k] * z[k];
      drawn[i] = value;
    }
    const lineX = median(drawn.subarray(0, p));
    const lineY = median(drawn.subarray(p));
    counts.forEach((count, j) => {
      count[quadrantOf(distance(drawn[j], lineX), distance(drawn[p + j], lineY))]++;
    });
  }
  return counts.map((count) => ({
    advantage: count.advantage / MEDIAN_DRAWS,
    'improve-first': count['improve-first'] / MEDIAN_DRAWS,
    'improve-later': count['improve-later'] / MEDIAN_DRAWS,
    'nice-to-have': count['nice-to-have'] / MEDIAN_DRAWS,
  }));
}
