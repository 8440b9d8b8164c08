import type { Counts, Field } from '../summary/summary.ts';
import { judge, unjudged, type Comparison } from './comparison.ts';
import type { FiguresOptions } from './figures-options.ts';
import { comparable, marginOf, measureDifference, measureOf, measuresOf } from './measure.ts';
import type { Measure, MeasureFigure } from './measure.ts';
import { only, sumOf } from './segments.ts';

/** The context field that tells where an answer was given. */
export const TOUCHPOINT_FIELD = 'touchpoint';

/** One measure at one touchpoint. */
export interface Stop {
  readonly touchpoint: string;
  readonly records: number;
  readonly figure?: MeasureFigure;
  /** This touchpoint less all others. */
  readonly difference?: Comparison;
  /** What the measure would gain without this touchpoint: that of the others less that of all. */
  readonly drag?: number;
}

/** One measure along the journey. */
export interface JourneyMeasure {
  readonly measure: string;
  /** Over all touchpoints. */
  readonly all: MeasureFigure;
  readonly stops: readonly Stop[];
  /** The touchpoint with the largest drag that holds after Holm's correction; absent: none stands out. */
  readonly momentOfTruth?: string;
}

/** The customer's journey. */
export interface Journey {
  readonly field: string;
  /** What put the touchpoints in order. */
  readonly orderedBy: 'owner' | 'first-appearance' | 'name';
  readonly touchpoints: readonly string[];
  readonly measures: readonly JourneyMeasure[];
}

/**
 * NPS and CSAT along the customer's journey, and the touchpoint that pulls each down most.
 *
 * @param slice not mutated
 * @returns `undefined` without touchpoints
 * @example journey(slice, {})?.measures[0]?.momentOfTruth // 'checkout'
 */
export function journey(slice: Counts, options: FiguresOptions): Journey | undefined {
  const name = options.journey?.field ?? TOUCHPOINT_FIELD;
  const field = slice.fields.find((candidate) => candidate.field === name);
  if (!field || field.values.length === 0) return undefined;
  const { orderedBy, values } = inOrder(field, options.journey?.order);
  const measures = measuresOf(slice, options).filter(({ id }) => id === 'nps' || id === 'csat');
  return {
    field: name,
    orderedBy,
    touchpoints: values.map(({ value }) => value),
    measures: measures.flatMap((measure) => along(slice, values, measure, options) ?? []),
  };
}

function inOrder(
  { values }: Field,
  order?: readonly string[],
): Pick<Journey, 'orderedBy'> & Pick<Field, 'values'> {
  const place = (value: string) => {
    const at = order?.indexOf(value) ?? -1;
    return at < 0 ? Infinity : at;
  };
  const first = (time = Infinity) => time;
  const sorted = [...values].sort(
    (a, b) =>
      compare(place(a.value), place(b.value)) || compare(first(a.tables.oldest), first(b.tables.oldest)),
  );
  const timed = values.some(({ tables }) => tables.oldest !== undefined);
  return { orderedBy: order ? 'owner' : timed ? 'first-appearance' : 'name', values: sorted };
}

/** Two infinities are equal, where their difference is no number. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function along(
  slice: Counts,
  values: Field['values'],
  measure: Measure,
  { margins }: FiguresOptions,
): JourneyMeasure | undefined {
  const parts = values.map(({ tables }) => only(slice, tables, measure));
  const all = measureOf(sumOf(parts), measure);
  if (!all) return undefined;
  const drafts = values.map(({ value, tables }, k) => {
    const others = parts.filter((_, other) => other !== k);
    const [figure, rest] = [
      measureOf(parts[k], measure),
      others.length > 0 && measureOf(sumOf(others), measure),
    ];
    return { touchpoint: value, records: tables.records, figure, rest };
  });
  const family = drafts.filter(({ figure, rest }) => figure && rest && comparable(figure, rest));
  const differences = family.flatMap(({ figure, rest }) =>
    figure && rest ? [measureDifference(figure, rest)] : [],
  );
  const judged = judge(differences, marginOf(measure, margins));
  const stops = drafts.map((draft): Stop => {
    const { touchpoint, records, figure, rest } = draft;
    if (!figure || !rest) return { touchpoint, records, ...(figure && { figure }) };
    const at = family.indexOf(draft);
    const difference = at < 0 ? unjudged(measureDifference(figure, rest)) : judged[at];
    return { touchpoint, records, figure, difference, drag: rest.value - all.value };
  });
  const truth = stops
    .filter(({ difference, drag = 0 }) => difference?.differs && drag > 0)
    .reduce<Stop | undefined>(
      (worst, stop) => ((worst?.drag ?? 0) >= (stop.drag ?? 0) ? worst : stop),
      undefined,
    );
  return { measure: measure.id, all, stops, ...(truth && { momentOfTruth: truth.touchpoint }) };
}
