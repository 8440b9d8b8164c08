import type { Explanation } from './explanation.ts';
import type { outboxApi } from './outbox/api.ts';

/** What pages call as `fourfold`. */
export interface FourfoldApi extends Readonly<typeof outboxApi> {
  /**
   * Shows a survey now, whatever its triggers, rest days and other rules of the owner say; the first one of the page
   * when no id is given. Consent, privacy signals and the prompt of another survey still keep it away.
   */
  show(id?: string): void;
  /** Closes what is shown. */
  hide(): void;
  /** Adds to what is said of this visit in prompts that are shown from now on. */
  context(fields: Readonly<Record<string, unknown>>): void;
  /** Something has happened that a survey may wait for. */
  event(name: string): void;
  /** Allows surveys that wait for consent, or takes it back: then what is kept and not sent is deleted. */
  consent(given: boolean): void;
  /** By survey: whether it is on the screen; else the first rule that says no, and until when. */
  explain(): Readonly<Record<string, Explanation>>;
  /**
   * Takes calls by name, as pages queue them before the script has loaded:
   * `(window.fourfold ??= []).push(['show', 'nps'])`. Names that there are not are passed over.
   */
  push(...calls: readonly Call[]): void;
}

/** Name of a method, then its arguments. */
export type Call = readonly [string, ...unknown[]];
