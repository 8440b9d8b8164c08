import { holm } from '../statistics/holm.ts';
import type { Counts } from '../summary/summary.ts';
import { judgeAlone, type Comparison } from './comparison.ts';
import type { FiguresOptions } from './figures-options.ts';
import {
  marginOf,
  measureDifference,
  measureOf,
  measuresOf,
  type Measure,
  type MeasureFigure,
} from './measure.ts';
import { periodsOf, type PeriodAnswers, type PeriodKind } from './periods.ts';
import { only, sumOf } from './against-rest.ts';

/** A measure in one period. */
export interface TrendPoint {
  readonly label: string;
  readonly finished: boolean;
  /** Absent below two answers. */
  readonly figure?: MeasureFigure;
}

/** A later period less the one before. */
export interface Change {
  readonly from: string;
  readonly to: string;
  readonly difference: Comparison;
}

/** A measure over time. */
export interface TrendSeries {
  readonly measure: string;
  readonly attribute: boolean;
  readonly points: readonly TrendPoint[];
  /**
   * The last finished period less the one before: on its own for a headline measure, after Holm's correction among
   * the attributes for one of these. Absent with fewer than two finished periods.
   */
  readonly verdict?: Change;
  /** All other neighbours, after Holm's correction among those of all headline measures; of attributes none. */
  readonly changes: readonly Change[];
}

/** All measures over time. */
export interface Trend {
  readonly by: PeriodKind;
  readonly series: readonly TrendSeries[];
}

/**
 * Measures by week, month or the source's own periods.
 *
 * Repeated visitors count as independent.
 *
 * @param slice not mutated
 * @returns `undefined` with fewer than two periods
 * @example trend(slice, { trend: { by: 'month' } })?.series[0]?.verdict?.difference.differs // false
 */
export function trend(slice: Counts, options: FiguresOptions): Trend | undefined {
  const { kind, periods } = periodsOf(slice, options.trend?.by);
  if (periods.length < 2) return undefined;
  const drafts = measuresOf(slice, options)
    .map((measure) => draftOf(slice, measure, periods))
    // Of a segment a summary knows the days of few columns.
    .filter(({ points }) => points.some(({ figure }) => figure));
  const headline = drafts.filter(({ measure }) => !measure.attribute);
  const verdicts = [
    ...headline.flatMap(({ measure, last }) => last.map((step) => alone(measure, step, options))),
    ...judgeEach(
      drafts.filter(({ measure }) => measure.attribute).flatMap(({ last }) => last),
      options,
    ),
  ];
  const changes = judgeEach(
    headline.flatMap(({ earlier }) => earlier),
    options,
  );
  return {
    by: kind,
    series: drafts.map(({ measure: { id, attribute }, points }) => {
      const mine = (all: readonly Judged[]) => all.filter((one) => one.id === id).map(({ change }) => change);
      const [verdict] = mine(verdicts);
      return { measure: id, attribute, points, ...(verdict && { verdict }), changes: mine(changes) };
    }),
  };
}

interface Step {
  readonly measure: Measure;
  readonly from: string;
  readonly to: string;
  readonly difference: ReturnType<typeof measureDifference>;
}

function draftOf(slice: Counts, measure: Measure, periods: readonly PeriodAnswers[]) {
  const points = periods.map(({ label, finished, parts }): TrendPoint => {
    const figure = measureOf(sumOf(parts.map((part) => only(slice, part, measure))), measure);
    return { label, finished, ...(figure && { figure }) };
  });
  const drawn = points.flatMap(({ label, finished, figure }) =>
    figure ? [{ label, finished, figure }] : [],
  );
  const steps = drawn.slice(1).map((point, k) => ({
    ...{ measure, from: drawn[k].label, to: point.label, finished: point.finished },
    difference: measureDifference(point.figure, drawn[k].figure),
  }));
  const last = steps.filter(({ finished }) => finished).slice(-1);
  return { measure, points, last, earlier: steps.filter((step) => !last.includes(step)) };
}

interface Judged {
  readonly id: string;
  readonly change: Change;
}

function judgeEach(family: readonly Step[], { margins }: FiguresOptions): Judged[] {
  const adjusted = holm(family.map(({ difference: { p } }) => p));
  return family.map(({ measure, from, to, difference }, k) => {
    const verdict = judgeAlone(difference, marginOf(measure, margins), adjusted[k]);
    return { id: measure.id, change: { from, to, difference: { ...verdict, holm: adjusted[k] } } };
  });
}

function alone(measure: Measure, { from, to, difference }: Step, { margins }: FiguresOptions): Judged {
  return {
    id: measure.id,
    change: { from, to, difference: judgeAlone(difference, marginOf(measure, margins)) },
  };
}
