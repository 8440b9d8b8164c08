import type { Exact } from './exact.ts';
import type { ScoreRules } from './score-rules.ts';

/** Name that a summary file carries. */
export const SUMMARY_FORMAT = 'fourfold-summary';

/** Version of the summary's form; a reader refuses a higher one. */
export const SUMMARY_VERSION = 1;

/** Number of blocks that ids are dealt into (md5 of the id, first two hex digits, modulo this). */
export const ID_BLOCKS = 64;

/** A context field with more values than this is no segment. */
export const FIELD_VALUES_MAX = 200;

/** Columns with more points than this are crossed with few others: their tables would be large. */
export const CROSS_POINTS_MAX = 11;

/**
 * What a scale column measures. `outcome` is what a mapping relates attributes to beside NPS, CSAT and CES; from
 * `importance` on, asked per attribute of a battery; `pick`, 0 or 1, says whether the attribute was among those
 * picked as important. The last two are scored per record from other columns, by a rule.
 */
export type ScaleRole =
  | 'nps'
  | 'csat'
  | 'ces'
  | 'rating'
  | 'outcome'
  | 'importance'
  | 'satisfaction'
  | 'expectation'
  | 'perception'
  | 'standard'
  | 'promise'
  | 'pick'
  | 'loyalty-class'
  | 'delivered-value';

/** How far a record got; `unknown` where the source has no such column. */
export type RecordStatus = 'shown' | 'dismissed' | 'partial' | 'completed' | 'unknown';

/** One question, or one attribute of a battery, answered on a scale of whole points. */
export interface ScaleDefinition {
  /** Unique within a slice: `nps`, `service.satisfaction.parking`. */
  readonly key: string;
  readonly role: ScaleRole;
  /** Id of the question; the battery's id for an attribute. */
  readonly question: string;
  /** Id of the attribute; absent outside batteries. */
  readonly attribute?: string;
  /** What a reader sees; absent: show the attribute, else the key. */
  readonly label?: string;
  /** Lowest point, an integer. */
  readonly min: number;
  /** Highest point, an integer above `min`. */
  readonly max: number;
  /** The source's scale runs the other way: its answers were turned, min + max − x, when they were read. */
  readonly reversed?: true;
}

/**
 * Sums under weights, in units of 1e-10 (`weights`) and of 1e-20 (`squares`, where each weight is squared). Only in a
 * summary of weighted records, and in all of it.
 */
export interface Weighed<T> {
  readonly weights?: T;
  readonly squares?: T;
}

/** One column's answers by point, and why the other records have none. The five states add up to `records`. */
export interface Histogram extends Weighed<readonly Exact[]> {
  /** `counts[k]` answers gave the point `min + k`. */
  readonly counts: readonly number[];
  readonly skipped: number;
  readonly notApplicable: number;
  readonly notShown: number;
  readonly rejected: number;
}

/**
 * Records by the answers to two or three columns at once.
 * Each column has one level a point and, last, a level for "no answer"; the last key runs fastest.
 */
export interface CrossTable extends Weighed<readonly Exact[]> {
  readonly keys: readonly string[];
  readonly counts: readonly number[];
}

/** Sums over complete records; `products` is the lower triangle of the sum of x·xᵀ, row by row. */
export interface Sums<T> {
  readonly n: T;
  readonly sums: readonly T[];
  readonly products: readonly T[];
}

/** Sums over complete records, under weights too where they have them. */
export interface Products extends Sums<number>, Weighed<Sums<Exact>> {}

/** Cross products of a named set of columns, over the records that answered every one of them. */
export interface CompleteCases {
  /** From `table-plan.ts`: `drivers.csat`, `gaps`, `index.image`, `delivered-value`. */
  readonly name: string;
  /** Of drivers: the outcome first, then the satisfactions by key. */
  readonly keys: readonly string[];
  readonly total: Products;
  /** The same by id block, 64 of them; of drivers only, and absent unless every record's id was hashed. */
  readonly blocks?: readonly Products[];
}

/** Records still `shown` or `partial` that may yet go on: their prompt is too recent. */
export interface OpenRecords {
  /** Epoch milliseconds. */
  readonly shownAt: number;
  readonly status: 'shown' | 'partial';
  readonly count: number;
}

/** Records by status: those that are settled, and those within 30 minutes of the newest. */
export interface ResponseCounts {
  readonly settled: Readonly<Record<RecordStatus, number>>;
  /** By time, then status. */
  readonly open: readonly OpenRecords[];
}

/** What tells how the answers were given. */
export interface HealthCounts {
  /** `ratings[k]` records rated k attributes for satisfaction. */
  readonly ratings: readonly number[];
  /** Records that rated enough attributes to be called straight-lining, and those with one value throughout. */
  readonly judged: number;
  readonly straight: number;
  /** Of `straight`: every answer the highest point, every answer the lowest. */
  readonly allTop: number;
  readonly allBottom: number;
  /** Completed records whose time and number of answers tell their haste, and those that hurried. */
  readonly timed: number;
  readonly hasty: number;
}

/** Records that were drawn with one chance; without `sample`, those that do not say it. */
export interface SampleCount {
  readonly sample?: number;
  readonly records: number;
}

/** Answers to every column over one set of records. */
export interface Answers {
  readonly records: number;
  /** Sums over all records; only of weighted ones. */
  readonly weight?: { readonly sum: Exact; readonly squares: Exact };
  readonly histograms: Readonly<Record<string, Histogram>>;
}

/** Everything counted over one set of records. */
export interface Tables extends Answers {
  /** Epoch milliseconds of the oldest and newest prompt; absent when no record has a time. */
  readonly oldest?: number;
  readonly newest?: number;
  /** Every record's id went into the blocks. */
  readonly hashed: boolean;
  readonly cross: readonly CrossTable[];
  readonly complete: readonly CompleteCases[];
  readonly response: ResponseCounts;
  readonly health: HealthCounts;
  /** By `sample`, absent first. */
  readonly samples: readonly SampleCount[];
}

/** Answers of one day, UTC; columns that no record of the day was shown are left out. */
export interface Day extends Answers {
  /** `2017-05-01`. */
  readonly day: string;
}

/** The records with one value of a context field. */
export interface FieldValue {
  readonly value: string;
  readonly tables: Tables;
  /** NPS, CSAT and scores of records by day; only in a deep slice. */
  readonly days: readonly Day[];
}

/** A context field. */
export interface Field {
  readonly field: string;
  /** By value; empty when there are more than `FIELD_VALUES_MAX`. */
  readonly values: readonly FieldValue[];
  readonly tooMany: boolean;
}

/** A calendar month (UTC), or a period that the source names itself. */
export interface Period {
  /** `2017-05`, or the source's own label. */
  readonly label: string;
  /** Its place in time among the others. */
  readonly order: number;
  readonly tables: Tables;
}

/** What is counted of one survey, version and audience. */
export interface Counts {
  /** By key; only columns that at least one of the slice's records was shown. */
  readonly columns: readonly ScaleDefinition[];
  readonly all: Tables;
  /** Fields, months and periods have every table, not histograms alone. */
  readonly deep: boolean;
  /** By name. */
  readonly fields: readonly Field[];
  /** By day. */
  readonly days: readonly Day[];
  /** Calendar months; only in a deep slice. */
  readonly months: readonly Period[];
  /** Periods of a source that tells no day. */
  readonly periods: readonly Period[];
  /** Records left out for want of a weight above zero. */
  readonly weightless: number;
}

/** The records of one survey, version and audience. */
export interface Slice extends Counts {
  readonly survey: string;
  /** Absent where the source has no versions. */
  readonly surveyVersion?: string;
  /** Absent means customers. */
  readonly audience?: string;
}

/** Some of the ids of a survey's records: summaries that share one hold the same answers twice. */
export interface Sketch {
  readonly survey: string;
  /** The 1,024 smallest, ascending, of the first 52 bits of each id's MD5. */
  readonly smallest: readonly number[];
}

/** Whole-number counts that add up: `merge` of two summaries is the summary of both sets of records. */
export interface Summary {
  readonly format: typeof SUMMARY_FORMAT;
  readonly version: typeof SUMMARY_VERSION;
  /** Rules that records were scored and weighed by; absent only without records. */
  readonly rules?: ScoreRules;
  /** By survey, version and audience, an absent one first. */
  readonly slices: readonly Slice[];
  /** Digests of what was read, ascending; empty where nobody told. */
  readonly sources: readonly string[];
  /** By survey; only surveys whose every id was hashed. */
  readonly sketches: readonly Sketch[];
  /** Rows of one id that came again with the same answers, and with others. */
  readonly duplicates: { readonly same: number; readonly conflicting: number };
}

/**
 * The number of points on a scale.
 *
 * @example points({ min: 1, max: 5 }) // 5
 */
export function points(scale: { readonly min: number; readonly max: number }): number {
  return scale.max - scale.min + 1;
}
