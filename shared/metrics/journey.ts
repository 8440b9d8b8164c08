import type { Counts, Field } from '../summary/summary.ts';
import { againstRest, only, sumOf } from './against-rest.ts';
import { judgeGroups, type Comparison } from './comparison.ts';
import type { FiguresOptions } from './figures-options.ts';
import { marginOf, measureOf, measuresOf, type Measure, type MeasureFigure } from './measure.ts';

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
  const sorted = [...values].sort(
    (a, b) => compare(place(a.value), place(b.value)) || compare(firstOf(a), firstOf(b)),
  );
  const timed = values.some(({ tables }) => tables.oldest !== undefined);
  return { orderedBy: order ? 'owner' : timed ? 'first-appearance' : 'name', values: sorted };
}

function firstOf({ tables: { oldest = Infinity } }: Field['values'][number]): number {
  return oldest;
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
  const sides = againstRest(parts, measure);
  const judged = judgeGroups(sides, marginOf(measure, margins));
  const stops = sides.map(({ figure, rest }, k): Stop => {
    const [difference, { value, tables }] = [judged[k], values[k]];
    return {
      ...{ touchpoint: value, records: tables.records },
      ...(figure && { figure }),
      ...(difference && { difference }),
      ...(rest && { drag: rest.value - all.value }),
    };
  });
  const [truth] = stops
    .flatMap(({ touchpoint, difference, drag = 0 }) => (difference?.differs ? [{ touchpoint, drag }] : []))
    .filter(({ drag }) => drag > 0)
    .sort((a, b) => b.drag - a.drag);
  return { measure: measure.id, all, stops, ...(truth && { momentOfTruth: truth.touchpoint }) };
}
