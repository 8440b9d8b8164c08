import type { AttributeScore } from './attribute-scores.ts';
import type { Figure } from './figure.ts';
import type { Quadrant } from './quadrant.ts';
import type { Chances } from './quadrant-chance.ts';

/** One attribute in the matrix. */
export interface MatrixPoint {
  /** Place in the list of what to do first, from 1. */
  readonly rank: number;
  /** `question.attribute`. */
  readonly attribute: string;
  readonly label?: string;
  readonly satisfaction: AttributeScore;
  readonly importance: Figure;
  /** The smaller base of the two. */
  readonly n: number;
  /** Where the point is drawn; a point on the crosshair counts as high. */
  readonly quadrant: Quadrant;
  /** Chance that the true position lies in that quadrant, 0...1; absent where the counts do not tell. */
  readonly certainty?: number;
  /** The chance of each quadrant. */
  readonly chances?: Chances;
  /** Certain enough, on enough answers; otherwise the point is undecided. */
  readonly settled: boolean;
  /** Under 30 answers: hollow, and never settled. */
  readonly smallSample: boolean;
  /** The correlation is negative: the scale may run the other way, so never settled in improve first. */
  readonly checkDirection: boolean;
  /** Standardised importance minus standardised satisfaction; orders the list. */
  readonly lead: number;
  /** Importance minus satisfaction; only where both are on the same scale. */
  readonly priority?: number;
}
