import type { Counted } from '../summary/marginal.ts';
import { attributeScores } from './attribute-scores.ts';
import { chooseAttributes, type NotDrawn } from './choose-attributes.ts';
import { crosshairOf, type Crosshair, type CrosshairChoice } from './crosshair.ts';
import { correlationFigures, outcomeOf, weightFigures } from './derived-importance.ts';
import { correlationStatistic, covariance, meanStatistic, type Statistic } from './influence.ts';
import type { MatrixPoint } from './matrix-point.ts';
import { CERTAINTY_MIN, rankPoints } from './rank-points.ts';
import { chancesOf } from './quadrant-chance.ts';
import { weightsCovariance } from './weights-covariance.ts';

/** Importance that was asked, or derived: as correlation with the outcome, or as relative weight for it. */
export type ImportanceKind = 'stated' | 'correlation' | 'relative-weight';

/** The importance-satisfaction matrix. */
export interface Matrix {
  readonly importance: ImportanceKind;
  /** Column key of the outcome of derived importance. */
  readonly outcome?: string;
  readonly crosshair: Crosshair;
  /** Certainty that settles a point, 0...1. */
  readonly certaintyMin: number;
  /** Both axes have the same scale, so that lines of equal `priority` may be drawn. */
  readonly sameScale: boolean;
  /** By rank: improve first, undecided, then the rest. */
  readonly points: readonly MatrixPoint[];
  readonly notDrawn: readonly NotDrawn[];
}

/** Choices of the reader. */
export interface MatrixOptions {
  /** Absent: stated where it was asked, else correlation; correlation also where relative weights are refused. */
  readonly importance?: ImportanceKind;
  /** Absent: `{ kind: 'mean' }`. */
  readonly crosshair?: CrosshairChoice;
  /** Column key of the outcome; absent: overall satisfaction, else NPS. */
  readonly outcome?: string;
  /** Certainty that settles a point, 0...1; absent: 0.8. */
  readonly certaintyMin?: number;
}

/**
 * The importance-satisfaction matrix: where each attribute stands, and how sure that is.
 *
 * Base: each attribute is judged by those who rated it. Drawn from 10 answers on either axis.
 *
 * @param slice not mutated
 * @returns `undefined` when no attribute has both a satisfaction and an importance
 * @example matrix(slice)?.points[0]?.quadrant // 'improve-first'
 */
export function matrix(slice: Counted, options: MatrixOptions = {}): Matrix | undefined {
  const { kind, outcome, drawn, notDrawn } = chosen(slice, options);
  const [first] = drawn;
  if (!first) return undefined;
  const scaleY = 'min' in first.importance ? { scale: first.importance } : {};
  const satisfaction = drawn.map((pair) => pair.satisfaction.value);
  const importance = drawn.map((pair) => pair.importance.value);
  const crosshair = crosshairOf(
    options.crosshair ?? { kind: 'mean' },
    { values: satisfaction, scale: first.satisfaction },
    { values: importance, ...scaleY },
  );
  const c =
    kind === 'relative-weight' && outcome
      ? weightsCovariance(
          slice,
          outcome.key,
          drawn.map((pair) => pair.satisfaction),
        )
      : covariance(
          slice,
          [
            ...drawn.map((pair) => meanStatistic(slice, pair.satisfaction.key)),
            ...drawn.map((pair) => importanceStatistic(slice, pair.importance.key, outcome?.key)),
          ].filter((statistic) => statistic !== undefined),
        );
  const chances = c && chancesOf({ satisfaction, importance, covariance: c, crosshair });
  const { certaintyMin = CERTAINTY_MIN } = options;
  const sameScale = drawn.every(
    ({ satisfaction: x, importance: y }) => 'min' in y && x.min === y.min && x.max === y.max,
  );
  return {
    importance: kind,
    ...(outcome && { outcome: outcome.key }),
    crosshair,
    certaintyMin,
    sameScale,
    points: rankPoints(drawn, { crosshair, chances, sameScale, certaintyMin }),
    notDrawn,
  };
}

/**
 * The attributes that a matrix would not draw, with what each lacks; all of them where there is no matrix.
 *
 * @example notDrawn(slice)[0] // { attribute: 'service.parking', n: 2, reason: 'too-few-answers' }
 */
export function notDrawn(slice: Counted, options: MatrixOptions = {}): readonly NotDrawn[] {
  return chosen(slice, options).notDrawn;
}

function chosen(slice: Counted, options: MatrixOptions) {
  const stated = attributeScores(slice, 'importance');
  const wanted = options.importance ?? (stated.length > 0 ? 'stated' : 'correlation');
  if (wanted === 'stated') return { kind: wanted, outcome: undefined, ...chooseAttributes(slice, stated) };
  const outcome = outcomeOf(slice, options.outcome);
  const weights = outcome && wanted === 'relative-weight' ? weightFigures(slice, outcome) : [];
  const kind: ImportanceKind = weights.length > 0 ? 'relative-weight' : 'correlation';
  const figures = weights.length > 0 ? weights : outcome ? correlationFigures(slice, outcome) : [];
  return { kind, outcome, ...chooseAttributes(slice, figures) };
}

function importanceStatistic(
  slice: Counted,
  key: string,
  outcome: string | undefined,
): Statistic | undefined {
  return outcome === undefined ? meanStatistic(slice, key) : correlationStatistic(slice, key, outcome);
}
