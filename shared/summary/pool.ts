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
  const customers = sumOf(summary, chosen.filter(isCustomers));
  if (!customers.ok) return customers;
  if (!customers.value) return { ok: true, value: undefined };
  const part = partOf(summary, customers.value, options);
  if (!part.ok) return part;
  const names = [
    ...new Set(chosen.filter((slice) => !isCustomers(slice)).map(({ audience = '' }) => audience)),
  ];
  const audiences = names.map((name) =>
    sumOf(
      summary,
      chosen.filter(({ audience }) => audience === name),
    ),
  );
  const issues = audiences.flatMap((sum) => (sum.ok ? [] : sum.issues));
  if (issues.length > 0) return { ok: false, issues };
  const others = audiences.flatMap((sum) => (sum.ok && sum.value ? [sum.value] : []));
  return {
    ok: true,
    value: {
      ...part.value,
      survey: customers.value.survey,
      ...(version === undefined || version === ALL_VERSIONS ? {} : { surveyVersion: version }),
      otherAudiences: others.map(({ audience = '', all }) => ({ audience, records: all.records })),
      audiences: others,
    },
  };
}

/** All of one audience's slices as one. */
function sumOf({ rules }: Summary, slices: readonly Slice[]): Parsed<Slice | undefined> {
  const [first, ...rest] = slices;
  let sum: Slice | undefined = first;
  const issues: Issue[] = [];
  for (const slice of rest) {
    const next: Parsed<Counts> | undefined = sum && addSlices(sum, slice, rules);
    if (next?.ok) sum = { ...slice, ...next.value };
    else issues.push(...(next?.issues ?? []));
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: sum };
}

/** A segment or some periods in place of all, where the summary counted them apart. */
function partOf({ rules }: Summary, slice: Slice, { segment, periods }: PoolOptions): Parsed<Counts> {
  const counts = countsOf(slice);
  if (!segment && !periods) return { ok: true, value: counts };
  if (!counts.deep || (segment && periods)) return { ok: false, issues: [needsAnswers(segment, periods)] };
  const known = counts.periods.length > 0 ? counts.periods : counts.months;
  const parts = segment
    ? counts.fields.filter(({ field }) => field === segment.field).flatMap(({ values }) => values)
    : known.map(({ label, tables }) => ({ value: label, tables }));
  const wanted = parts.filter(({ value }) => (segment ? value === segment.value : periods?.includes(value)));
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
      rest.reduce((a, b) => addTables({ columns, rules: rules ?? {}, deep }, alone(a), alone(b)), first),
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
