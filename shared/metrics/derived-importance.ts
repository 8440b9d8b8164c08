import type { Interval } from '../statistics/interval.ts';
import { pearson, spearman } from '../statistics/pearson.ts';
import { jointAnswers } from '../summary/joint-answers.ts';
import type { Counted } from '../summary/marginal.ts';
import { points, type ScaleDefinition } from '../summary/summary.ts';
import { attributeId } from './attribute-scores.ts';
import { columnOf } from './column-of.ts';
import type { Figure } from './figure.ts';
import { regressionImportance, type RegressionImportance } from './regression-importance.ts';
import { relativeImportance, type RelativeImportance } from './relative-importance.ts';

/** Importance of one attribute that nobody was asked. */
export interface DerivedFigure extends Figure {
  /** Column key of the attribute's satisfaction. */
  readonly key: string;
  readonly attribute: string;
  readonly label?: string;
  /** r is below zero: the scale may run the other way, so the attribute is not to be improved first. */
  readonly checkDirection: boolean;
}

/** How strongly satisfaction with one attribute goes with the outcome: Pearson's r, −1...1. */
export interface CorrelationFigure extends DerivedFigure {
  /** The classical interval, for comparison. */
  readonly fisher?: Interval;
  /** Rank correlation, midranks. */
  readonly spearman?: Figure;
}

/** Importance that nobody was asked: how attributes go with overall satisfaction, or with NPS. */
export interface DerivedImportance {
  readonly outcome: ScaleDefinition;
  /** The outcome has two values: r is point-biserial, to be said so. */
  readonly pointBiserial: boolean;
  /** Pairwise; by column key; attributes below two pairs or with constant answers are left out. */
  readonly correlations: readonly CorrelationFigure[];
  /** Johnson's relative weights, over records that answered everything. */
  readonly relative: RelativeImportance;
  /** Standardised regression, over the same records. */
  readonly regression: RegressionImportance;
}

/**
 * Derived importance of each satisfaction: its correlation with the outcome, and its relative weight.
 *
 * Base: records that answered both (r), or all (weights).
 *
 * @param slice not mutated
 * @param outcome column key; absent: overall satisfaction, else NPS
 * @returns `undefined` without an outcome or without satisfactions
 * @example derivedImportance(slice)?.correlations[0]?.value // 0.63...
 */
export function derivedImportance(slice: Counted, outcome?: string): DerivedImportance | undefined {
  const y = outcomeOf(slice, outcome);
  if (!y || !columnOf(slice, 'satisfaction')) return undefined;
  return {
    outcome: y,
    pointBiserial: points(y) === 2,
    correlations: correlationFigures(slice, y),
    relative: relativeImportance(slice, y.key),
    regression: regressionImportance(slice, y.key),
  };
}

/**
 * The correlation of each satisfaction with an outcome.
 *
 * @returns by column key; attributes below two pairs or with constant answers are left out
 * @example correlationFigures(slice, csat)[0]?.fisher?.low // 0.59...
 */
export function correlationFigures(slice: Counted, outcome: ScaleDefinition): CorrelationFigure[] {
  return slice.columns
    .filter(({ role }) => role === 'satisfaction')
    .flatMap((x) => correlationFigure(slice, x, outcome) ?? []);
}

/**
 * The relative weight of each satisfaction for an outcome, as the matrix takes it.
 *
 * @returns by column key; empty where the weights are refused
 * @example weightFigures(slice, csat)[0]?.value // 0.10...
 */
export function weightFigures(slice: Counted, outcome: ScaleDefinition): DerivedFigure[] {
  return relativeImportance(slice, outcome.key).weights.flatMap((figure) =>
    derivedFigure(slice, figure, figure.sign < 0),
  );
}

/**
 * The standardised slope of each satisfaction for an outcome, as the matrix takes it.
 *
 * @returns by column key; empty where the regression is refused
 * @example slopeFigures(slice, csat)[0]?.value // 0.10...
 */
export function slopeFigures(slice: Counted, outcome: ScaleDefinition): DerivedFigure[] {
  return regressionImportance(slice, outcome.key).slopes.flatMap((figure) =>
    derivedFigure(slice, figure, figure.value < 0),
  );
}

function derivedFigure(
  slice: Counted,
  { key, value, n, effectiveN, interval }: Figure & { readonly key: string },
  checkDirection: boolean,
): DerivedFigure[] {
  return slice.columns
    .filter((column) => column.key === key)
    .map((column) => ({
      ...{ key, attribute: attributeId(column) },
      ...(column.label === undefined ? {} : { label: column.label }),
      ...figureOf(value, n, interval, effectiveN),
      checkDirection,
    }));
}

/**
 * The question that derived importance relates to: the named one, else overall satisfaction, else NPS, else another.
 *
 * @example outcomeOf(slice)?.key // 'csat'
 */
export function outcomeOf(slice: Counted, key?: string): ScaleDefinition | undefined {
  if (key !== undefined) return slice.columns.find((column) => column.key === key);
  return columnOf(slice, 'csat') ?? columnOf(slice, 'nps') ?? columnOf(slice, 'outcome');
}

function correlationFigure(
  slice: Counted,
  x: ScaleDefinition,
  y: ScaleDefinition,
): CorrelationFigure | undefined {
  const joint = jointAnswers(slice, x.key, y.key);
  const correlation = joint && pearson(joint);
  if (!correlation) return undefined;
  const { r, n, effectiveN, interval, fisher } = correlation;
  const rank = spearman(joint);
  return {
    key: x.key,
    attribute: attributeId(x),
    ...(x.label === undefined ? {} : { label: x.label }),
    ...figureOf(r, n, interval, effectiveN),
    checkDirection: r < 0,
    ...(fisher && { fisher }),
    ...(rank && { spearman: figureOf(rank.r, rank.n, rank.interval, rank.effectiveN) }),
  };
}

function figureOf(
  value: number,
  n: number,
  interval: Interval | undefined,
  effectiveN: number | undefined,
): Figure {
  return { value, n, ...(effectiveN !== undefined && { effectiveN }), ...(interval && { interval }) };
}
