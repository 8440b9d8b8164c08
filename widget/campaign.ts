import type { When } from '../shared/questionnaire/questionnaire.ts';
import type { State } from './explanation.ts';
import type { SurveySettings } from './survey-settings.ts';
import type { remember } from './visitor-memory.ts';

/** A survey of this page, on its way to the screen. */
export interface Campaign {
  /** The questionnaire's id; until it is read, what the tag calls it. */
  id: string;
  /** A script, or a `<fourfold-survey>` of the page. */
  readonly tag: Element;
  readonly settings: SurveySettings;
  /** Whether it would stand before the page; what stands in its flow interrupts nobody. */
  readonly popover: boolean;
  when: When;
  /** The questionnaire's JSON, not yet checked; undefined for a built-in one. */
  raw?: unknown;
  state: State;
  /** What a link that led here answers to its first question. */
  firstAnswer?: string;
  /** Ends the wait for its triggers. */
  wait?: AbortController;
}

/** What the loader lends to the parts that are loaded later. */
export interface Hands {
  /** Loads the prompt. */
  readonly load: (name: 'prompt') => Promise<typeof import('./prompt/main.ts')>;
  readonly campaigns: readonly Campaign[];
  /** Surveys that the page calls for; the first one where it names none. */
  readonly calls: (string | undefined)[];
  /** What the page has said of this visit. */
  readonly context: Readonly<Record<string, unknown>>;
  /** Adds to what is remembered of a survey, or by the empty name across all; returns all of it. */
  readonly remember: typeof remember;
  /** Whether consent allows to remember anything for it. */
  readonly mayStore: (campaign: Campaign) => boolean;
  /** Decides on a survey whose trigger has fired (`called` false), or that the page or a link calls for (true). */
  readonly consider: (campaign: Campaign, called: boolean) => void;
  /** Decides on all anew: a place is free again. */
  readonly review: () => Promise<void>;
}
