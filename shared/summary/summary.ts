/** Name that a summary file carries. */
export const SUMMARY_FORMAT = 'fourfold-summary';

/** Version of the summary's form; a reader refuses a higher one. */
export const SUMMARY_VERSION = 1;

/** Number of blocks that ids are dealt into (md5 of the id, first two hex digits, modulo this). */
export const ID_BLOCKS = 64;

/** A column with more points than this has a histogram but no cross tables. */
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
  /** Digest of the rule that scored the records; only where a rule did. */
  readonly rule?: string;
}

/** One column's answers by point, and why the other records have none. The five states add up to `records`. */
export interface Histogram {
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
export interface CrossTable {
  readonly keys: readonly string[];
  readonly counts: readonly number[];
}

/** Sums over complete records; `products` is the lower triangle of the sum of x·xᵀ, row by row. */
export interface Products {
  readonly n: number;
  readonly sums: readonly number[];
  readonly products: readonly number[];
}

/** Cross products of one outcome and all satisfactions, over the records that answered every one of them. */
export interface CompleteCases {
  readonly outcome: string;
  /** The outcome first, then the satisfactions by key. */
  readonly keys: readonly string[];
  readonly total: Products;
  /** The same by id block, 64 of them; absent unless every record's id was hashed. */
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

/** Everything counted over one set of records. */
export interface Tables {
  readonly records: number;
  /** Epoch milliseconds of the oldest and newest prompt; absent when no record has a time. */
  readonly oldest?: number;
  readonly newest?: number;
  /** Every record's id went into the blocks. */
  readonly hashed: boolean;
  readonly histograms: Readonly<Record<string, Histogram>>;
  readonly cross: readonly CrossTable[];
  readonly complete: readonly CompleteCases[];
  readonly response: ResponseCounts;
}

/** The records of one survey, version and audience. */
export interface Slice {
  readonly survey: string;
  /** Absent where the source has no versions. */
  readonly surveyVersion?: string;
  /** Absent means customers. */
  readonly audience?: string;
  /** By key; only columns that at least one of the slice's records was shown. */
  readonly columns: readonly ScaleDefinition[];
  readonly all: Tables;
}

/** Whole-number counts that add up: `merge` of two summaries is the summary of both sets of records. */
export interface Summary {
  readonly format: typeof SUMMARY_FORMAT;
  readonly version: typeof SUMMARY_VERSION;
  /** By survey, version and audience, an absent one first. */
  readonly slices: readonly Slice[];
}

/**
 * The number of points on a scale.
 *
 * @example points({ min: 1, max: 5 }) // 5
 */
export function points(scale: { readonly min: number; readonly max: number }): number {
  return scale.max - scale.min + 1;
}
