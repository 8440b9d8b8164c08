import type { When } from '../shared/questionnaire/questionnaire.ts';

/** One survey on a page, as its tag or the caller says it. */
export interface SurveySettings {
  /** A built-in name, the address of JSON, or `#id` of inline JSON; a tag may name several, by spaces. */
  readonly survey: string;
  /** Where answers are posted; without it they are told by events alone, and neither kept nor sent; empty to mean that. */
  readonly endpoint?: string | undefined;
  /** Language to speak, BCP 47; the page's `lang` when absent, and where that is empty the browser's. */
  readonly locale?: string | undefined;
  /**
   * Over the page at `bottom-right`, `bottom`, `bottom-left`, `top-right`, `top` or `top-left` (sides change where lines
   * run to the left; on a phone all are a sheet along the bottom); `inline` in the flow of the page; `full-page`; or
   * `kiosk`, one visitor after another. When absent, a script's is `popover` at `bottom-right`, an element's `inline`.
   */
  readonly placement?: string | undefined;
  /** Selector of the place where a script's prompt is `inline`. */
  readonly target?: string | undefined;
  /** `status` for plain webhooks, whose 2xx is enough; when absent, only a receipt delivers. */
  readonly receipt?: string | undefined;
  /** `off` leaves the page's address out of the record; when absent, it goes without query and fragment. */
  readonly page?: string | undefined;
  /** `light`, `dark` or `system`; the page's own when absent. */
  readonly colorScheme?: string | undefined;
  /** What you know of this visit, as JSON, or one field each by `context-…`; none when absent. */
  readonly context: Readonly<Record<string, unknown>>;
  /** In place of the questionnaire's own fields. */
  readonly when: When;
}
