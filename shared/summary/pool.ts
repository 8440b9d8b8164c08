import type { Issue, Parsed } from '../parsed.ts';
import { addSlices, nothing } from './add-slices.ts';
import { addTables } from './add-tables.ts';
import type { Counts, Day, Period, Slice, Summary, Tables } from './summary.ts';

/** Which slices a figure stands on. */
export interface PoolOptions {
  /** Absent: the survey version with the most customers' records. */
  readonly survey?: string;
  /** One version, or `all` to pool them; absent: the version with the most customers' records. */
  readonly surveyVersion?: string;
  /** Of the chosen records, only those with this value of a context field. */
  readonly segment?: { readonly field: string; readonly value: string };
  /** Only the records of these calendar months (`2017-05`), or of these periods of a source that tells no day. */
  readonly periods?: readonly string[];
  /** Only the records of the whole calendar months (UTC) of which every day lies from here on, epoch milliseconds. */
  readonly from?: number;
  /** And before here. */
  readonly before?: number;
}

/** The customers of one survey as one slice, and who was left out. */
export interface Pool extends Counts {
  readonly survey: string;
  /** Absent when versions are pooled or the source has none. */
  readonly surveyVersion?: string;
  /** Records of managers and other audiences in the same survey and versions. */
  readonly otherAudiences: readonly { readonly audience: string; readonly records: number }[];
  /** Their counts, one an audience. */
  readonly audiences: readonly Slice[];
}

/** Code of the issue that a summary does not count apart what was asked for. */
export const NEEDS_ANSWERS = 'needs-answers';

/** `surveyVersion` that pools every version of a survey. */
export const ALL_VERSIONS = 'all';

/**
 * Adds up the slices that figures stand on: records of customers, of one survey, of one version or all of them.
 *
 * @param summary not mutated
 * @returns `value` is `undefined` when no record of a customer is left; issues when versions differ in a scale
 * @example pool(summary, { survey: 'checkout', surveyVersion: 'all' })
 */
export function pool(summary: Summary, options: PoolOptions = {}): Parsed<Pool | undefined> {
  const { survey = largest(summary.slices)?.survey } = options;
  const ofSurvey = summary.slices.filter((slice) => slice.survey === survey);
  const version = options.surveyVersion ?? largest(ofSurvey)?.surveyVersion;
  const chosen =
    version === ALL_VERSIONS ? ofSurvey : ofSurvey.filter(({ surveyVersion }) => surveyVersion === version);
  const [first, ...rest] = chosen.filter(isCustomers);
  if (!first) return { ok: true, value: undefined };
  const customers = sumOf(summary, first, rest);
  if (!customers.ok) return customers;
  const part = partOf(summary, customers.value, options);
  if (!part.ok) return part;
  const audiences: Slice[] = [];
  for (const [one, ...more] of byAudience(chosen)) {
    const sum = sumOf(summary, one, more);
    if (!sum.ok) return sum;
    audiences.push(sum.value);
  }
  return {
    ok: true,
    value: {
      ...part.value,
      survey: first.survey,
      ...(version === undefined || version === ALL_VERSIONS ? {} : { surveyVersion: version }),
      otherAudiences: audiences.map(({ audience = '', all }) => ({ audience, records: all.records })),
      audiences,
    },
  };
}

/** All slices of others than customers, those of one audience together. */
function byAudience(slices: readonly Slice[]): [Slice, ...Slice[]][] {
  const found = new Map<string | undefined, [Slice, ...Slice[]]>();
  for (const slice of slices.filter((one) => !isCustomers(one))) {
    const others = found.get(slice.audience);
    found.set(slice.audience, others ? [...others, slice] : [slice]);
  }
  return [...found.values()];
}

/** All of one audience's slices as one. */
function sumOf({ rules }: Summary, first: Slice, rest: readonly Slice[]): Parsed<Slice> {
  let sum = first;
  const issues: Issue[] = [];
  for (const slice of rest) {
    const next: Parsed<Counts> = addSlices(sum, slice, rules);
    if (next.ok) sum = { ...slice, ...next.value };
    else issues.push(...next.issues);
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: sum };
}

/** A segment or some periods in place of all, where the summary counted them apart. */
function partOf({ rules }: Summary, slice: Slice, options: PoolOptions): Parsed<Counts> {
  const counts = countsOf(slice);
  const asked = askedOf(options);
  if (asked.length === 0) return { ok: true, value: counts };
  const part = counts.deep && asked.length === 1 ? countedApart(counts, options) : undefined;
  if (!part) return { ok: false, issues: [needsAnswers(asked)] };
  const { columns, deep, weightless } = counts;
  const alone = (all: Tables, days: readonly Day[] = []) => ({
    ...{ columns, all, deep, days, weightless },
    ...{ fields: [], months: [], periods: [] },
  });
  const [first = nothing(counts), ...rest] = part.tables;
  const all = rest.reduce(
    (a, b) => addTables({ columns, ...(rules && { rules }), deep }, alone(a), alone(b)),
    first,
  );
  return { ok: true, value: alone(all, part.days) };
}

/** By what a part is asked for; a summary counts by one thing at a time. */
function askedOf({ segment, periods, from, before }: PoolOptions): string[] {
  return [
    ...(segment ? [segment.field] : []),
    ...(periods ? ['periods'] : []),
    ...(from !== undefined || before !== undefined ? ['months'] : []),
  ];
}

interface Part {
  readonly tables: readonly Tables[];
  readonly days: readonly Day[];
}

/** @returns undefined where a month would have to be cut in two */
function countedApart(counts: Counts, { segment, periods, from, before }: PoolOptions): Part | undefined {
  if (segment) {
    const values = counts.fields
      .filter(({ field }) => field === segment.field)
      .flatMap((field) => field.values.filter(({ value }) => value === segment.value));
    return { tables: values.map(({ tables }) => tables), days: values.flatMap(({ days }) => days) };
  }
  if (periods && counts.periods.length > 0) return inPeriods(counts.periods, periods, []);
  const labels = periods ?? wholeMonths(counts.days, from, before);
  return labels && inPeriods(counts.months, labels, counts.days);
}

function inPeriods(known: readonly Period[], labels: readonly string[], days: readonly Day[]): Part {
  return {
    tables: known.filter(({ label }) => labels.includes(label)).map(({ tables }) => tables),
    days: days.filter(({ day }) => labels.includes(monthOf(day))),
  };
}

/** The months of the days within a stretch of time; undefined when a month has days on both sides of an end. */
function wholeMonths(
  days: readonly Day[],
  from = -Infinity,
  before = Infinity,
): readonly string[] | undefined {
  const within = (day: string): boolean => Date.parse(day) >= from && Date.parse(day) < before;
  const months = new Set(days.filter(({ day }) => within(day)).map(({ day }) => monthOf(day)));
  const isCut = days.some(({ day }) => months.has(monthOf(day)) && !within(day));
  return isCut ? undefined : [...months];
}

/** @param day `2017-05-01` */
function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** A slice without what tells it from others. */
function countsOf({ columns, all, deep, fields, days, months, periods, weightless }: Slice): Counts {
  return { columns, all, deep, fields, days, months, periods, weightless };
}

function needsAnswers(asked: readonly string[]): Issue {
  const message = `pool: expected all records, one value of one field or whole months, got a choice by ${asked.join(' and ')}, which this summary does not count apart; read the answers`;
  return { path: asked[0], code: NEEDS_ANSWERS, message };
}

/** Customers answer the survey unless a record says otherwise. */
function isCustomers({ audience }: Slice): boolean {
  return audience === undefined || audience === 'customer';
}

function largest(slices: readonly Slice[]): Slice | undefined {
  const customers = slices.filter(isCustomers);
  return customers.reduce<Slice | undefined>(
    (best, slice) => (best && best.all.records >= slice.all.records ? best : slice),
    undefined,
  );
}
