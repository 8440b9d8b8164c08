import type { Figures } from '../../shared/metrics/figures.ts';
import type { Segment } from '../../shared/metrics/segments.ts';
import type { FilterState, PeriodFilter } from '../state.ts';

/** A context field by which records can be chosen. */
export interface FieldChoice {
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly records: number }[];
}

/** A stretch of time that can be chosen. */
export interface PeriodChoice {
  /** `2026`, `2026-03`, or the source's own name. */
  readonly label: string;
  readonly filter: PeriodFilter;
}

/** What can be chosen among the records of a survey. */
export interface FilterChoices {
  readonly fields: readonly FieldChoice[];
  readonly periods: readonly PeriodChoice[];
  /** First and last day; absent without times. */
  readonly days?: { readonly first: string; readonly last: string };
}

/** With more months than this, years are offered. */
const MONTHS_MAX = 24;

/**
 * What can be chosen: every context field with two values or more, and months or years.
 *
 * @param base figures of all records of the survey
 * @example filterChoices(base).periods[0] // { label: '2017-05', filter: { from: '2017-05-01', until: '2017-05-31' } }
 */
export function filterChoices({ records, segments = [], trend, oldest, newest }: Figures): FilterChoices {
  const fields = (segments[0]?.fields ?? [])
    .filter(({ tooMany }) => !tooMany)
    .map(({ field, segments: of }): FieldChoice => ({ field, values: valuesOf(of, records) }))
    .filter(({ values }) => values.length > 1);
  if (trend?.by === 'own') {
    const labels = trend.series[0]?.points.map(({ label }) => label) ?? [];
    return { fields, periods: labels.map((label) => ({ label, filter: { periods: [label] } })) };
  }
  if (oldest === undefined || newest === undefined) return { fields, periods: [] };
  const periods = periodsBetween(oldest, newest);
  return {
    ...{ fields, periods: periods.length > 1 ? periods : [] },
    days: { first: dayOf(oldest), last: dayOf(newest) },
  };
}

/** @param records in all: those that are in no segment have no value */
function valuesOf(segments: readonly Segment[], records: number): FieldChoice['values'] {
  const values = segments.map(({ value, records: of }) => ({ value, records: of }));
  const rest = records - values.reduce((sum, each) => sum + each.records, 0);
  return rest > 0 ? [...values, { value: '', records: rest }] : values;
}

/**
 * The choice that a filter's stretch of time is; undefined when it is another, or none.
 *
 * @example periodChosen(choices, { fields: {} }) // undefined
 */
export function periodChosen({ periods }: FilterChoices, filter: FilterState): PeriodChoice | undefined {
  return periods.find(
    ({ filter: { from, until, periods: names } }) =>
      from === filter.from && until === filter.until && names?.[0] === filter.periods?.[0],
  );
}

function periodsBetween(oldest: number, newest: number): PeriodChoice[] {
  const [first, last] = [monthOf(oldest), monthOf(newest)];
  const months = Array.from({ length: last - first + 1 }, (_, k) => first + k);
  if (months.length <= MONTHS_MAX)
    return months.map((month) => choice(dayAt(month).slice(0, 7), month, month + 1));
  const years = [...new Set(months.map((month) => Math.floor(month / 12)))];
  return years.map((year) => choice(String(year), year * 12, year * 12 + 12));
}

/** @param next the month after the last */
function choice(label: string, first: number, next: number): PeriodChoice {
  return { label, filter: { from: dayAt(first), until: dayOf(Date.parse(dayAt(next)) - 1) } };
}

/** Months since the year 0. */
function monthOf(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month. */
function dayAt(month: number): string {
  return dayOf(Date.UTC(Math.floor(month / 12), month % 12));
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
