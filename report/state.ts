import * as v from 'valibot';
import type { MatrixOptions } from '../shared/metrics/matrix.ts';
import type { FiguresOptions } from '../shared/metrics/figures-options.ts';
import type { Filter } from './engine/filter-rows.ts';

const day = v.pipe(v.string(), v.isoDate());
const values = v.array(v.string());
const finite = v.pipe(v.number(), v.finite());

const filterSchema = v.strictObject({
  fields: v.record(v.string(), values),
  periods: v.exactOptional(values),
  from: v.exactOptional(day),
  until: v.exactOptional(day),
});

const compareSchema = v.strictObject({ by: v.exactOptional(v.string()), a: v.string(), b: v.string() });

const crosshair = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['mean', 'median', 'midpoint']) }),
  v.strictObject({ kind: v.literal('own'), satisfaction: finite, importance: finite }),
]);

const stateSchema = v.strictObject({
  survey: v.exactOptional(v.string()),
  surveyVersion: v.exactOptional(v.string()),
  matrix: v.exactOptional(
    v.strictObject({
      importance: v.exactOptional(
        v.picklist(['stated', 'correlation', 'relative-weight', 'regression', 'picks']),
      ),
      crosshair: v.exactOptional(crosshair),
      outcome: v.exactOptional(v.string()),
      certaintyMin: v.exactOptional(finite),
    }),
  ),
  weigh: v.exactOptional(v.literal('none')),
  filter: filterSchema,
  compare: v.exactOptional(compareSchema),
});

/** Which records count: plain JSON. All conditions must hold. */
export interface FilterState {
  /** By context field the values that count; '' for records without one. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** The source's own periods that count. */
  readonly periods?: readonly string[];
  /** First and last day that count, such as `2026-03-01`, in UTC. */
  readonly from?: string;
  readonly until?: string;
}

/** Two values of a context field, or two periods, side by side. */
export interface CompareState {
  /** The context field; absent: periods. */
  readonly by?: string;
  readonly a: string;
  readonly b: string;
}

/** What the reader has chosen on the page: plain JSON, so that a saved report holds it. */
export interface PageState {
  readonly survey?: string;
  readonly surveyVersion?: string;
  readonly matrix?: Omit<MatrixOptions, 'uncertain'>;
  /** Each record counts as one, whatever it weighs. */
  readonly weigh?: 'none';
  readonly filter: FilterState;
  readonly compare?: CompareState;
}

/** Every record counts. */
export const NO_FILTER: FilterState = { fields: {} };

/** As the page opens. */
export const FIRST_STATE: PageState = { filter: NO_FILTER };

/**
 * What still holds for other files, which may have other surveys and fields.
 *
 * @example forOtherFiles({ survey: 'shop', filter: { fields: { tier: ['gold'] } } }) // { filter: { fields: {} } }
 */
export function forOtherFiles({ matrix }: PageState): PageState {
  return { ...FIRST_STATE, ...(matrix && { matrix }) };
}

/**
 * A page's state from outside data.
 *
 * @param input parsed JSON
 * @returns undefined when it is none
 * @example parsePageState({ filter: { fields: { tier: ['gold'] } } })?.filter.fields.tier // ['gold']
 */
export function parsePageState(input: unknown): PageState | undefined {
  const parsed = v.safeParse(stateSchema, input);
  return parsed.success ? parsed.output : undefined;
}

/**
 * The choices for all figures that a state holds.
 *
 * @example optionsOf({ survey: 'shop', filter: { fields: {} } }) // { survey: 'shop' }
 */
export function optionsOf({ survey, surveyVersion, matrix, weigh }: PageState): FiguresOptions {
  return {
    ...(survey !== undefined && { survey }),
    ...(surveyVersion !== undefined && { surveyVersion }),
    ...(matrix && { matrix }),
    ...(weigh && { rules: { weigh } }),
  };
}

const DAY_MS = 86_400_000;

/**
 * The filter of the engine that a state's filter means.
 *
 * @example filterOf({ fields: {}, until: '1970-01-01' }).before // 86400000
 */
export function filterOf({ fields, periods, from, until }: FilterState): Filter {
  const chosen = Object.entries(fields);
  return {
    ...(chosen.length > 0 && { fields: new Map(chosen) }),
    ...(periods && { periods }),
    ...(from !== undefined && { from: Date.parse(from) }),
    ...(until !== undefined && { before: Date.parse(until) + DAY_MS }),
  };
}

/**
 * Whether a filter lets every record count.
 *
 * @example isUnfiltered({ fields: {} }) // true
 */
export function isUnfiltered(filter: FilterState): boolean {
  return Object.keys(filterOf(filter)).length === 0;
}

/**
 * A filter with other values of one field; none of them: every value counts.
 *
 * @example withField({ fields: {} }, 'tier', ['gold']).fields // { tier: ['gold'] }
 */
export function withField(filter: FilterState, field: string, wanted: readonly string[]): FilterState {
  const others = Object.entries(filter.fields).filter(([name]) => name !== field);
  return { ...filter, fields: Object.fromEntries(wanted.length > 0 ? [...others, [field, wanted]] : others) };
}

/** A stretch of time as a filter has it. */
export type PeriodFilter = Pick<FilterState, 'periods' | 'from' | 'until'>;

/**
 * A filter with another stretch of time.
 *
 * @example withPeriod({ fields: {}, from: '2026-01-01' }, {}) // { fields: {} }
 */
export function withPeriod({ fields }: FilterState, { periods, from, until }: PeriodFilter): FilterState {
  return {
    fields,
    ...(periods && { periods }),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
  };
}
