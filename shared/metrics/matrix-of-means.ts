import type { Scale } from '../questionnaire/scale.ts';
import type { AttributeScore } from './attribute-scores.ts';
import { crosshairOf } from './crosshair.ts';
import type { Matrix, MatrixOptions } from './matrix.ts';
import { CERTAINTY_MIN, rankPoints, type Pair } from './rank-points.ts';

/** What is left of the answers about one attribute where only their means are known. */
export interface AttributeMeans {
  readonly attribute: string;
  readonly importance: number;
  readonly satisfaction: number;
  /** Answers behind them; 0 where nothing says so. */
  readonly n: number;
}

/** The means of a survey's attributes, and the scales they are on. */
export interface MeansTable {
  readonly means: readonly AttributeMeans[];
  readonly scales: { readonly importance: Scale; readonly satisfaction: Scale };
}

/**
 * The matrix of attributes of which only the means are left: no interval, no certainty, so nothing is settled.
 *
 * @param table not mutated
 * @returns `undefined` without an attribute
 * @example matrixOfMeans({ means: [], scales: { importance: { min: 1, max: 4 }, satisfaction: { min: 1, max: 4 } } }) // undefined
 * @see Martilla and James (1977), Journal of Marketing 41(1)
 */
export function matrixOfMeans(
  { means, scales }: MeansTable,
  { crosshair = { kind: 'mean' } }: MatrixOptions = {},
): Matrix | undefined {
  if (means.length === 0) return undefined;
  const { importance: y, satisfaction: x } = scales;
  const sameScale = x.min === y.min && x.max === y.max;
  const lines = crosshairOf(
    crosshair,
    { values: means.map(({ satisfaction }) => satisfaction), scale: x },
    { values: means.map(({ importance }) => importance), scale: y },
  );
  const pairs = means.map(({ attribute, importance, satisfaction, n }): Pair => ({
    satisfaction: scoreOf(attribute, 'satisfaction', satisfaction, n, x),
    importance: scoreOf(attribute, 'importance', importance, n, y),
  }));
  const context = { crosshair: lines, chances: undefined, sameScale, certaintyMin: CERTAINTY_MIN };
  return {
    ...{ importance: 'stated', crosshair: lines, certaintyMin: CERTAINTY_MIN, sameScale, notDrawn: [] },
    points: rankPoints(pairs, context),
  };
}

/** Nothing is known of how the answers spread. */
function scoreOf(
  attribute: string,
  role: 'importance' | 'satisfaction',
  value: number,
  n: number,
  { min, max }: Scale,
): AttributeScore {
  const unknown = { sd: 0, se: 0, counts: [], skipped: 0, notApplicable: 0, notShown: 0, rejected: 0 };
  return { key: `${role}.${attribute}`, attribute, min, max, value, n, ...unknown };
}
