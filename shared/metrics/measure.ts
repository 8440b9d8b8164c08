import { newcombeDifference, welchDifference, type Difference } from '../statistics/difference.ts';
import type { Interval } from '../statistics/interval.ts';
import type { Counted } from '../summary/marginal.ts';
import type { ScaleDefinition } from '../summary/summary.ts';
import { tallyOf } from '../summary/tally.ts';
import { columnOf } from './column-of.ts';
import { basis, SMALL_SAMPLE_N_BELOW, type Figure } from './figure.ts';
import type { FiguresOptions, Margins } from './figures-options.ts';
import { meanFigure } from './mean-figure.ts';
import { npsColumn, npsOf, type NpsScore } from './nps.ts';
import { satisfiedFrom } from './satisfied-from.ts';
import { shareOf } from './share-figure.ts';

/** How a measure is made of the answers to one column. */
export type MeasureKind = 'nps' | 'share' | 'mean';

/** Something that one column's answers tell of any group of records: what segments, periods and targets compare. */
export interface Measure {
  /** `nps`, `csat`, `csat.mean`, `ces`, ... or the key of a column, of which it is the mean. */
  readonly id: string;
  readonly kind: MeasureKind;
  readonly column: ScaleDefinition;
  /** Lowest point that counts; of shares only. */
  readonly from: number;
  /** One of many alike: attributes are compared as a family of their own. */
  readonly attribute: boolean;
}

/** The lowest answer to CES that says it was easy. */
export const CES_EASY_MIN = 5;

/**
 * The measures that a slice's columns allow.
 *
 * @returns headline measures first, then the means of satisfactions and ratings by column key
 * @example measuresOf(slice, {})[0]?.id // 'nps'
 */
export function measuresOf(slice: Counted, options: FiguresOptions): Measure[] {
  const found: Measure[] = [];
  const add = (id: string, kind: MeasureKind, column: ScaleDefinition | undefined, from = 0): void => {
    if (column) found.push({ id, kind, column, from, attribute: false });
  };
  const csat = columnOf(slice, 'csat', options.csat?.key);
  const ces = columnOf(slice, 'ces');
  const loyalty = columnOf(slice, 'loyalty-class');
  add('nps', 'nps', npsColumn(slice, options.nps));
  add('csat', 'share', csat, csat && satisfiedPoint(csat, options));
  add('csat.mean', 'mean', csat);
  add('ces', 'share', ces, ces && easyPoint(ces, options));
  add('ces.mean', 'mean', ces);
  add('loyal', 'share', loyalty, loyalty?.max);
  add('delivered-value', 'mean', columnOf(slice, 'delivered-value'));
  const others = slice.columns
    .filter(({ role }) => role === 'satisfaction' || role === 'rating' || role === 'outcome')
    .map((column): Measure => ({
      ...{ id: column.key, kind: 'mean', column, from: 0 },
      attribute: column.role === 'satisfaction',
    }));
  return [...found, ...others];
}

/**
 * The lowest point of a CSAT question that counts as satisfied: the reader's, else by the scale.
 *
 * @example satisfiedPoint({ key: 'csat', role: 'csat', question: 'csat', min: 1, max: 5 }, {}) // 4
 */
export function satisfiedPoint(column: ScaleDefinition, options: FiguresOptions): number {
  return options.csat?.satisfiedFrom ?? options.satisfiedFrom?.get(column.key) ?? satisfiedFrom(column);
}

/**
 * The lowest point of a CES question that counts as easy: the reader's, 5 on 1...7, else by the scale.
 *
 * @example easyPoint({ key: 'ces', role: 'ces', question: 'ces', min: 1, max: 7 }, {}) // 5
 */
export function easyPoint(column: ScaleDefinition, options: FiguresOptions): number {
  const usual = column.min === 1 && column.max === 7 ? CES_EASY_MIN : satisfiedFrom(column);
  return options.satisfiedFrom?.get(column.key) ?? usual;
}

/** A measure of a group, with its interval. */
export interface MeasureFigure extends Figure {
  readonly interval: Interval;
  /** Standard error; of means only. */
  readonly se?: number;
  /** Standard deviation of one answer: of the mean's, of whether it counts, or of −100, 0 and 100. */
  readonly sd: number;
}

/** As much of a measure as a difference takes. */
export type ComparedFigure = Omit<MeasureFigure, 'sd'>;

/**
 * A measure of a slice, a segment or a day.
 *
 * @returns `undefined` below two answers
 * @example measureOf(slice, measure)?.value // 39.8...
 */
export function measureOf(slice: Counted, { kind, column, from }: Measure): MeasureFigure | undefined {
  const tally = tallyOf(slice, column.key);
  if (kind === 'nps') {
    const score = npsOf(column.min, tally);
    return score && figureOf(score, { sd: npsSpread(score) });
  }
  if (kind === 'share') {
    const share = shareOf(tally, (level) => column.min + level >= from);
    return share && figureOf(share, { sd: Math.sqrt(share.value * (1 - share.value)) });
  }
  const mean = meanFigure(column.min, tally);
  return mean && figureOf(mean, { sd: mean.sd, se: mean.se });
}

function npsSpread({ promoters, detractors, n }: NpsScore): number {
  return 100 * Math.sqrt((promoters + detractors) / n - ((promoters - detractors) / n) ** 2);
}

type Limited = Figure & { readonly interval: Interval };

function figureOf(
  { value, n, effectiveN, interval }: Limited,
  spread: Pick<MeasureFigure, 'sd' | 'se'>,
): MeasureFigure {
  return { value, n, ...(effectiveN !== undefined && { effectiveN }), interval, ...spread };
}

/**
 * The difference a − b of a measure between two groups that share no record.
 *
 * @example measureDifference(a, b)?.interval.method // 'newcombe'
 */
export function measureDifference(a: ComparedFigure, b: ComparedFigure): Difference {
  if (a.se === undefined || b.se === undefined) return newcombeDifference(a, b);
  return welchDifference({ value: a.value, n: a.n, se: a.se }, { value: b.value, n: b.n, se: b.se });
}

/** A comparison enters a family from this many answers on both sides. */
export const COMPARED_N_MIN = SMALL_SAMPLE_N_BELOW;

/**
 * Whether two groups are large enough to be compared.
 *
 * @example comparable({ value: 1, n: 30 }, { value: 1, n: 29 }) // false
 */
export function comparable(a: Figure, b: Figure): boolean {
  return Math.min(basis(a), basis(b)) >= COMPARED_N_MIN;
}

/** NPS points that may be called none, absent other margins. */
export const NPS_MARGIN = 5;
/** The same of a share. */
export const SHARE_MARGIN = 0.05;
/** The same of a mean, as a share of its scale's range. */
export const MEAN_MARGIN = 0.1;

/**
 * The largest difference of a measure that may be called none, in its unit.
 *
 * @example marginOf(measure, { nps: 3 }) // 3
 */
export function marginOf({ kind, column }: Measure, margins: Margins = {}): number {
  if (kind === 'nps') return margins.nps ?? NPS_MARGIN;
  if (kind === 'share') return margins.share ?? SHARE_MARGIN;
  return (margins.mean ?? MEAN_MARGIN) * (column.max - column.min);
}
