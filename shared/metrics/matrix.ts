import type { Counted } from '../summary/marginal.ts';
import { attributeScores, type AttributeScore } from './attribute-scores.ts';
import { chooseAttributes, type NotDrawn } from './choose-attributes.ts';
import { crosshairOf, type Crosshair, type CrosshairChoice } from './crosshair.ts';
import {
  correlationFigures,
  outcomeOf,
  slopeFigures,
  weightFigures,
  type DerivedFigure,
} from './derived-importance.ts';
import { correlationStatistic, covariance, meanStatistic } from './influence.ts';
import type { MatrixPoint } from './matrix-point.ts';
import { CERTAINTY_MIN, rankPoints, type Pair } from './rank-points.ts';
import { chancesOf } from './quadrant-chance.ts';
import { pickShares } from './pick-shares.ts';
import { regressionSlopes } from './regression-importance.ts';
import { weightShares } from './relative-importance.ts';
import { blockCovariance } from './block-covariance.ts';
import type { CrossProducts } from '../statistics/correlation-matrix.ts';
import type { ScaleDefinition } from '../summary/summary.ts';

/**
 * Importance that was asked, by rating or by picking some attributes, or derived: as correlation with the outcome, as
 * relative weight for it, or as slope of a standardised regression.
 */
export type ImportanceKind = 'stated' | 'picks' | 'correlation' | 'relative-weight' | 'regression';

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
  /** Certainties stand on id blocks, which are rough samples. */
  readonly approximate?: true;
  /** Why no point has a certainty: tables that are too large to count, or id blocks that do not carry it. */
  readonly certaintyRefused?: 'wide-scale' | 'no-blocks';
  /** By rank: improve first, undecided, then the rest. */
  readonly points: readonly MatrixPoint[];
  readonly notDrawn: readonly NotDrawn[];
}

/** Choices of the reader. */
export interface MatrixOptions {
  /** Absent: as asked where it was, else correlation; correlation also where a model of all attributes is refused. */
  readonly importance?: ImportanceKind;
  /** Absent: `{ kind: 'mean' }`. */
  readonly crosshair?: CrosshairChoice;
  /** Column key of the outcome; absent: overall satisfaction, else NPS. */
  readonly outcome?: string;
  /** Certainty that settles a point, 0...1; absent: 0.8. */
  readonly certaintyMin?: number;
  /** Leaves certainties out, which take longest. */
  readonly uncertain?: true;
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
  // A share of picks has no middle: how many could be picked moves it.
  const scaleY = kind === 'stated' && 'min' in first.importance ? { scale: first.importance } : {};
  const satisfaction = drawn.map((pair) => pair.satisfaction.value);
  const importance = drawn.map((pair) => pair.importance.value);
  const crosshair = crosshairOf(
    options.crosshair ?? { kind: 'mean' },
    { values: satisfaction, scale: first.satisfaction },
    { values: importance, ...scaleY },
  );
  const model = MODELS[kind];
  const c = options.uncertain ? undefined : positionsCovariance(slice, drawn, outcome, model);
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
    ...(model && { approximate: true }),
    ...(!c && !options.uncertain && { certaintyRefused: model ? 'no-blocks' : 'wide-scale' }),
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

/** Importance by a model of all attributes: its sampling error is told by id blocks. */
const MODELS: Partial<Record<ImportanceKind, (sums: CrossProducts) => readonly number[] | undefined>> = {
  'relative-weight': weightShares,
  regression: regressionSlopes,
};

function positionsCovariance(
  slice: Counted,
  drawn: readonly Pair[],
  outcome: ScaleDefinition | undefined,
  model: (typeof MODELS)[ImportanceKind],
): Float64Array | undefined {
  const scores = drawn.map((pair) => pair.satisfaction);
  if (model && outcome) return blockCovariance(slice, outcome.key, scores, model);
  const statistics = [
    ...scores.map(({ key }) => meanStatistic(slice, key)),
    ...drawn.map(({ importance }) =>
      outcome
        ? correlationStatistic(slice, importance.key, outcome.key)
        : meanStatistic(slice, importance.key),
    ),
  ];
  return covariance(
    slice,
    statistics.filter((statistic) => statistic !== undefined),
  );
}

function chosen(slice: Counted, options: MatrixOptions) {
  const stated = attributeScores(slice, 'importance');
  const picks = pickShares(slice);
  const wanted = options.importance ?? usual(stated, picks);
  const outcome = outcomeOf(slice, options.outcome);
  const importances = importancesOf(slice, wanted, outcome, { stated, picks });
  if (wanted === 'stated' || wanted === 'picks' || importances.length > 0 || !outcome)
    return {
      kind: wanted,
      outcome: isAsked(wanted) ? undefined : outcome,
      ...chooseAttributes(slice, importances),
    };
  return {
    kind: 'correlation' as const,
    outcome,
    ...chooseAttributes(slice, correlationFigures(slice, outcome)),
  };
}

function isAsked(kind: ImportanceKind): boolean {
  return kind === 'stated' || kind === 'picks';
}

function usual(stated: readonly AttributeScore[], picks: readonly AttributeScore[]): ImportanceKind {
  if (stated.length > 0) return 'stated';
  return picks.length > 0 ? 'picks' : 'correlation';
}

function importancesOf(
  slice: Counted,
  kind: ImportanceKind,
  outcome: ScaleDefinition | undefined,
  {
    stated,
    picks,
  }: { readonly stated: readonly AttributeScore[]; readonly picks: readonly AttributeScore[] },
): readonly (AttributeScore | DerivedFigure)[] {
  if (kind === 'stated') return stated;
  if (kind === 'picks') return picks;
  if (!outcome) return [];
  if (kind === 'relative-weight') return weightFigures(slice, outcome);
  return kind === 'regression' ? slopeFigures(slice, outcome) : correlationFigures(slice, outcome);
}
