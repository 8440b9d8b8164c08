/** The confidence level of every interval. */
export const CONFIDENCE_LEVEL = 0.95;

/** The standard normal's 97.5 % point: half-widths of 95 % normal intervals. */
export const Z = 1.959963984540054;

/** How an interval was made. */
export type IntervalMethod =
  | 'wilson'
  | 'student-t'
  | 'wald'
  | 'adjusted-wald'
  | 'pearson-corrected'
  | 'fisher'
  | 'spearman'
  | 'block-jackknife'
  | 'linearised'
  | 'linearised-t'
  | 'linearised-wilson'
  | 'delta'
  | 'paired-t'
  | 'welch-t'
  | 'newcombe'
  | 'respondent-t'
  | 'multinomial';

/** A confidence interval that names its level and its method. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** 0.95. */
  readonly level: typeof CONFIDENCE_LEVEL;
  readonly method: IntervalMethod;
}

/**
 * Puts two limits and their method into an interval.
 *
 * @example interval('wilson', 0.2, 0.4).level // 0.95
 */
export function interval(method: IntervalMethod, low: number, high: number): Interval {
  return { low, high, level: CONFIDENCE_LEVEL, method };
}
