import type { PoolOptions } from '../summary/pool.ts';
import type { ScoreRules } from '../summary/score-rules.ts';
import type { CsatOptions } from './csat.ts';
import type { MatrixOptions } from './matrix.ts';
import type { NpsOptions } from './nps.ts';

/** The reader's choices for all figures; a mapping holds them too. Absent: as each figure says. */
export interface FiguresOptions extends PoolOptions {
  readonly nps?: NpsOptions;
  readonly csat?: CsatOptions;
  /** Also how importance is taken, and the outcome that derived importance relates to. */
  readonly matrix?: MatrixOptions;
  /** Lowest point that counts as satisfied (CES: as easy; service level: as beyond expectation), by column key. */
  readonly satisfiedFrom?: ReadonlyMap<string, number>;
  /** What counts while answers are counted: other rules call for the answers anew. */
  readonly rules?: ScoreRules;
  /** Largest difference that may be called none. */
  readonly margins?: Margins;
  readonly targets?: readonly Target[];
  readonly journey?: JourneyOptions;
  /** Points W by attribute (`question.attribute`) that gaps are weighted by; absent: importance. */
  readonly gapWeights?: ReadonlyMap<string, number>;
  /** Share of customers that stay a year, low and high, by answer 1...5 to CSAT. */
  readonly retention?: readonly (readonly [low: number, high: number])[];
  readonly trend?: TrendOptions;
  /** Column key of the question on the six levels of service; absent: `level`. */
  readonly serviceLevel?: string;
}

/** Largest differences that may be called none. */
export interface Margins {
  /** Points; absent: 5. */
  readonly nps?: number;
  /** Share; absent: 0.05. */
  readonly share?: number;
  /** Share of a scale's range; absent: 0.1. */
  readonly mean?: number;
}

/** A value to reach, or one that others have. */
export interface Target {
  /** `nps`, `csat`, `csat.mean`, ... or the column key of a question or attribute. */
  readonly measure: string;
  /** In the unit of the measure: points, share 0...1, points of the scale. */
  readonly value: number;
  readonly kind: 'target' | 'benchmark';
  /** Answers that a benchmark stands on; absent: it is exact. */
  readonly n?: number;
}

/** Where the customer's journey is told. */
export interface JourneyOptions {
  /** Context field; absent: `touchpoint`. */
  readonly field?: string;
  /** Touchpoints from first to last; absent: by first appearance. */
  readonly order?: readonly string[];
}

/** How time is cut. */
export interface TrendOptions {
  /** Absent: weeks for up to half a year of data, else months. */
  readonly by?: 'week' | 'month';
}
