import { addAnswers } from '../summary/add-tables.ts';
import type { Counted } from '../summary/marginal.ts';
import type { Counts, Field } from '../summary/summary.ts';
import { judge, unjudged, type Comparison } from './comparison.ts';
import type { FiguresOptions } from './figures-options.ts';
import { comparable, marginOf, measureDifference, measureOf, measuresOf } from './measure.ts';
import type { Measure, MeasureFigure } from './measure.ts';

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

interface Compared {
  readonly field: number;
  readonly segment: number;
  readonly difference: ReturnType<typeof measureDifference>;
  /** Shown twice, judged once: the other of two values. */
  readonly mirror: boolean;
}

function segmentsOf(slice: Counts, measure: Measure, { margins }: FiguresOptions): Segments {
  const fields = slice.fields.map((field) => ({ ...field, segments: fieldSegments(slice, field, measure) }));
  const compared = fields.flatMap(({ segments: of }, field) =>
    of.flatMap(({ figure, rest }, segment): Compared[] =>
      figure && rest && comparable(figure, rest)
        ? [
            {
              field,
              segment,
              difference: measureDifference(figure, rest),
              mirror: of.length === 2 && segment === 1,
            },
          ]
        : [],
    ),
  );
  const family = compared.filter(({ mirror }) => !mirror);
  const margin = marginOf(measure, margins);
  const judged = judge(
    family.map(({ difference }) => difference),
    margin,
  );
  const verdictOf = (field: number, segment: number): Comparison | undefined => {
    const at = family.findIndex((one) => one.field === field && one.segment === segment);
    return judged[at];
  };
  return {
    measure: measure.id,
    family: family.length,
    fields: fields.map(({ field, tooMany, segments: of }, f) => ({
      ...{ field, tooMany },
      segments: of.map((segment, s) => {
        const { figure, rest } = segment;
        if (!figure || !rest) return segment;
        const first = of.length === 2 && s === 1 ? verdictOf(f, 0) : undefined;
        const difference = first
          ? mirrored(first)
          : (verdictOf(f, s) ?? unjudged(measureDifference(figure, rest)));
        return { ...segment, difference };
      }),
    })),
  };
}

function fieldSegments(slice: Counts, { values }: Field, measure: Measure): Segment[] {
  const parts = values.map(({ value, tables }) => ({ value, part: only(slice, tables, measure) }));
  return parts.map(({ value, part }, k) => {
    const others = parts.filter((_, other) => other !== k).map((other) => other.part);
    const [figure, rest] = [measureOf(part, measure), others.length > 0 && measureOf(sumOf(others), measure)];
    return { value, records: part.all.records, ...(figure && { figure }), ...(rest && { rest }) };
  });
}

/**
 * One column of a part of a slice.
 *
 * @example only(slice, slice.fields[0].values[0].tables, measure).columns // [measure.column]
 */
export function only(
  slice: Counted,
  { records, weight, histograms }: Counted['all'],
  { column }: Measure,
): Counted {
  const has = Object.hasOwn(histograms, column.key);
  return {
    columns: slice.columns.filter(({ key }) => key === column.key),
    all: {
      records,
      ...(weight && { weight }),
      histograms: has ? Object.fromEntries([[column.key, histograms[column.key]]]) : {},
    },
  };
}

/**
 * Records of several parts together.
 *
 * @param parts at least one, with the same columns
 * @example sumOf([part, part]).all.records // twice those of the part
 */
export function sumOf(parts: readonly Counted[]): Counted {
  return parts.reduce((a, b) => ({ columns: a.columns, all: addAnswers(a.columns, a, b) }));
}

function mirrored({ value, interval: { low, high, ...how }, ...verdict }: Comparison): Comparison {
  return { ...verdict, value: -value, interval: { ...how, low: -high, high: -low } };
}
