import type { When } from '../shared/questionnaire/questionnaire.ts';

/** One survey on a page, as its tag or the caller says it. */
export interface SurveySettings {
  /** A built-in name, the address of JSON, or `#id` of inline JSON. */
  readonly survey: string;
  readonly endpoint?: string | undefined;
  readonly locale?: string | undefined;
  /** `popover` when absent. */
  readonly placement?: string | undefined;
  /** Selector of the place for `inline`. */
  readonly target?: string | undefined;
  /** `status` for plain webhooks that give no receipts. */
  readonly receipt?: string | undefined;
  /** `off` leaves the page's address out of the record. */
  readonly page?: string | undefined;
  /** `light`, `dark` or `system`; the page's own when absent. */
  readonly colorScheme?: string | undefined;
  readonly context: Readonly<Record<string, unknown>>;
  /** In place of the questionnaire's own fields. */
  readonly when: When;
}
