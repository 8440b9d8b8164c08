import type { Counts } from '../summary/summary.ts';
import { againstRest, only, type AgainstRest } from './against-rest.ts';
import { judgeGroups, type Comparison } from './comparison.ts';
import type { FiguresOptions } from './figures-options.ts';
import { marginOf, measuresOf, type Measure, type MeasureFigure } from './measure.ts';

/** One group of records beside the rest of its field. */
export interface Segment {
  readonly value: string;
  /** Records, answered or not. */
  readonly records: number;
  /** Absent below two answers. */
  readonly figure?: MeasureFigure;
  /** The records with another value of the field. */
  readonly rest?: MeasureFigure;
  /** The segment minus the rest. */
  readonly difference?: Comparison;
}

/** One measure by the values of every context field. */
export interface Segments {
  readonly measure: string;
  /** Comparisons that Holm's correction takes together: 30 answers on both sides. */
  readonly family: number;
  readonly fields: readonly {
    readonly field: string;
    /** More values than a segment can have. */
    readonly tooMany: boolean;
    /** By value. */
    readonly segments: readonly Segment[];
  }[];
}

/**
 * Every measure by segments, each compared with the records of other values of its field.
 *
 * A field of two values is one comparison. All comparisons of a measure are one family.
 *
 * @param slice not mutated
 * @returns by measure; empty without context fields
 * @example segments(slice, {})[0]?.fields[0]?.segments[0]?.difference?.differs // true
 */
export function segments(slice: Counts, options: FiguresOptions): Segments[] {
  if (slice.fields.length === 0) return [];
  return measuresOf(slice, options).map((measure) => segmentsOf(slice, measure, options));
}

function segmentsOf(slice: Counts, measure: Measure, { margins }: FiguresOptions): Segments {
  const fields = slice.fields.map(({ field, tooMany, values }) => {
    const parts = values.map(({ tables }) => only(slice, tables, measure));
    return { field, tooMany, values, sides: againstRest(parts, measure) };
  });
  // Of two values, the second says what the first says, turned about: it is judged once.
  const groups = fields.flatMap(({ sides }) =>
    sides.map((side, k) => ({ ...side, compared: side.compared && !isMirror(sides, k) })),
  );
  const judged = judgeGroups(groups, marginOf(measure, margins));
  let at = 0;
  return {
    measure: measure.id,
    family: groups.filter(({ compared }) => compared).length,
    fields: fields.map(({ field, tooMany, values, sides }) => {
      const verdicts = judged.slice(at, (at += sides.length));
      return {
        ...{ field, tooMany },
        segments: sides.map(({ figure, rest }, k): Segment => {
          const difference = isMirror(sides, k) ? verdicts[0] && mirrored(verdicts[0]) : verdicts[k];
          return {
            ...{ value: values[k].value, records: values[k].tables.records },
            ...(figure && { figure }),
            ...(rest && { rest }),
            ...(difference && { difference }),
          };
        }),
      };
    }),
  };
}

function isMirror(sides: readonly AgainstRest[], k: number): boolean {
  return sides.length === 2 && k === 1;
}

function mirrored({ value, interval: { low, high, ...how }, ...verdict }: Comparison): Comparison {
  return { ...verdict, value: -value, interval: { ...how, low: -high, high: -low } };
}
