import type { AttributeScore } from './attribute-scores.ts';
import type { Crosshair } from './crosshair.ts';
import type { DerivedFigure } from './derived-importance.ts';
import { basis, SMALL_SAMPLE_N_BELOW } from './figure.ts';
import type { MatrixPoint } from './matrix-point.ts';
import { distance, quadrantOf } from './quadrant.ts';
import type { Chances } from './quadrant-chance.ts';

/** A point is settled in its quadrant from this certainty. */
export const CERTAINTY_MIN = 0.8;

/** An attribute with both of its figures. */
export interface Pair {
  readonly satisfaction: AttributeScore;
  readonly importance: AttributeScore | DerivedFigure;
}

/** What ranking needs beside the figures. */
export interface RankContext {
  readonly crosshair: Crosshair;
  /** In the order of the pairs; absent where the counts do not tell. */
  readonly chances: readonly Chances[] | undefined;
  readonly sameScale: boolean;
  readonly certaintyMin: number;
}

/**
 * Turns pairs of figures into points in the order of what to do first: settled in improve first, undecided, the
 * rest. Undecided points go by their chance of improve first, all others by standardised importance minus
 * standardised satisfaction.
 *
 * @example rankPoints(pairs, context)[0]?.rank // 1
 */
export function rankPoints(pairs: readonly Pair[], context: RankContext): MatrixPoint[] {
  const x = standardised(pairs.map(({ satisfaction }) => satisfaction.value));
  const y = standardised(pairs.map(({ importance }) => importance.value));
  return pairs
    .map((pair, k) => pointOf(pair, context, context.chances?.[k], y[k] - x[k]))
    .sort((a, b) => group(a) - group(b) || urgency(b) - urgency(a) || b.lead - a.lead)
    .map((point, k) => ({ ...point, rank: k + 1 }));
}

function pointOf(pair: Pair, context: RankContext, chances: Chances | undefined, lead: number): MatrixPoint {
  const { satisfaction, importance } = pair;
  const { attribute, label } = satisfaction;
  const n = Math.min(satisfaction.n, importance.n);
  const quadrant = quadrantOf(
    distance(satisfaction.value, context.crosshair.satisfaction),
    distance(importance.value, context.crosshair.importance),
  );
  const smallSample = Math.min(basis(satisfaction), basis(importance)) < SMALL_SAMPLE_N_BELOW;
  const checkDirection = 'checkDirection' in importance && importance.checkDirection;
  const certainty = chances?.[quadrant];
  const certain = certainty !== undefined && certainty >= context.certaintyMin;
  return {
    rank: 0,
    attribute,
    ...(label === undefined ? {} : { label }),
    satisfaction,
    importance,
    n,
    quadrant,
    ...(certainty === undefined ? {} : { certainty }),
    ...(chances && { chances }),
    settled: certain && !smallSample && !(checkDirection && quadrant === 'improve-first'),
    smallSample,
    checkDirection,
    lead,
    ...(context.sameScale && { priority: importance.value - satisfaction.value }),
  };
}

function group({ settled, quadrant }: MatrixPoint): number {
  if (!settled) return 1;
  return quadrant === 'improve-first' ? 0 : 2;
}

/** The undecided go by their chance of improve first, in whole per cent: what prints alike goes by the lead. */
function urgency({ settled, chances }: MatrixPoint): number {
  return settled || !chances ? 0 : Math.round(100 * chances['improve-first']);
}

/** Distance from the mean in standard deviations; all 0 where nothing differs. */
function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (sd > 0 ? (value - mean) / sd : 0));
}
