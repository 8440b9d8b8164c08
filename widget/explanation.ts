import type { Rule } from './eligibility.ts';

/** Where a survey of this page stands. */
export type State = 'loading' | 'waiting' | 'shown' | 'closed' | 'questionnaire';

/** Why a survey is on the screen, or is not. */
export interface Explanation {
  /** Whether it is on the screen. */
  readonly shown: boolean;
  /**
   * What keeps it away: the first rule that says no, by its name in `when`; else `waiting` for a trigger, `loading`,
   * `closed` until the next page, `questionnaire` where that has a mistake. Undefined when it is shown.
   */
  readonly rule?: Rule | State | undefined;
  /** When the rule may change its mind; undefined where time alone does not change it. */
  readonly until?: Date | undefined;
}
