import type { Issue, Parsed } from '../parsed.ts';
import { addSlices, nothing } from './add-slices.ts';
import { addTables } from './add-tables.ts';
import type { Counts, Slice, Summary, Tables } from './summary.ts';

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
function partOf({ rules }: Summary, slice: Slice, { segment, periods }: PoolOptions): Parsed<Counts> {
  const counts = countsOf(slice);
  if (!segment && !periods) return { ok: true, value: counts };
  if (!counts.deep || (segment && periods)) return { ok: false, issues: [needsAnswers(segment, periods)] };
  const known = counts.periods.length > 0 ? counts.periods : counts.months;
  const wanted = segment
    ? counts.fields
        .filter(({ field }) => field === segment.field)
        .flatMap(({ values }) => values.filter(({ value }) => value === segment.value))
    : known.filter(({ label }) => periods?.includes(label));
  const { columns, deep, weightless } = counts;
  const alone = (all: Tables) => ({
    columns,
    all,
    deep,
    fields: [],
    days: [],
    months: [],
    periods: [],
    weightless,
  });
  const [first, ...rest] = wanted.map(({ tables }) => tables);
  if (!first) return { ok: true, value: alone(nothing(counts)) };
  return {
    ok: true,
    value: alone(
      rest.reduce((a, b) => addTables({ columns, ...(rules && { rules }), deep }, alone(a), alone(b)), first),
    ),
  };
}

/** A slice without what tells it from others. */
function countsOf({ columns, all, deep, fields, days, months, periods, weightless }: Slice): Counts {
  return { columns, all, deep, fields, days, months, periods, weightless };
}

function needsAnswers(segment: PoolOptions['segment'], periods: PoolOptions['periods']): Issue {
  const asked = segment && periods ? 'a segment and periods at once' : 'a part of the records';
  const message = `pool: expected all records, got ${asked}, which this summary does not count apart; read the answers`;
  return { path: segment ? segment.field : 'periods', code: 'needs-answers', message };
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
