/** Name that a plan's file carries. */
export const PLAN_FORMAT = 'fourfold-plan';

/** Version of the plan's form. */
export const PLAN_VERSION = 1;

/** Satisfaction with a service when it was planned for, in points of its scale. */
export interface PlanBaseline {
  readonly value: number;
  /** Standard error. */
  readonly se: number;
  readonly n: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** The scale's ends. */
  readonly min: number;
  readonly max: number;
  /** Epoch milliseconds of the first and last prompt of the answers; absent without times. */
  readonly from?: number;
  readonly until?: number;
}

/** One service to improve, and what is to be done about it. */
export interface PlanEntry {
  /** `question.attribute`. */
  readonly attribute: string;
  /** Its name in the language in which it was planned for. */
  readonly label: string;
  readonly now: PlanBaseline;
  /** A true mean here shows as a rise in 80 of 100 rounds of the same n; absent where n is too small. */
  readonly beat?: number;
  /** '' until it is filled in, as is `responsible`. */
  readonly action: string;
  readonly responsible: string;
  /** A day, as `2026-05-31`. */
  readonly due?: string;
}

/** What the reader writes into an entry. */
export type PlanField = 'action' | 'responsible' | 'due';

/** An improvement plan, as it is kept, exported and carried by a saved report. */
export interface PlanDocument {
  readonly format: typeof PLAN_FORMAT;
  readonly version: typeof PLAN_VERSION;
  /** Random: pages that share a browser's storage know their plan by it. */
  readonly id: string;
  readonly survey: string;
  /** ISO 8601 time of the last change: of two states of a plan the later one counts. */
  readonly editedAt: string;
  readonly entries: readonly PlanEntry[];
}

/**
 * Whether a reader has written anything into an entry.
 *
 * @example isFilled({ action: '', responsible: 'Ana' }) // true
 */
export function isFilled({
  action,
  responsible,
  due = '',
}: Pick<PlanEntry, 'action' | 'responsible' | 'due'>): boolean {
  return [action, responsible, due].some((text) => text !== '');
}
