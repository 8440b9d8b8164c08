/** A text in one language, or in several by BCP 47 tag: `"Parking"` or `{ en: "Parking", "zh-CN": "停车" }`. */
export type Text = string | Readonly<Record<string, string>>;

/** What a battery can ask of each attribute. */
export const ASPECTS = [
  'importance',
  'satisfaction',
  'expectation',
  'perception',
  'standard',
  'promise',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A thing that is rated: an attribute of the service, such as parking. */
export interface Attribute {
  readonly id: string;
  readonly label: Text;
}

/** Words at both ends of a scale, in place of the built-in ones. */
export interface Anchors {
  readonly low: Text;
  readonly high: Text;
}

/**
 * When a question is asked, in terms of earlier answers. `question` is the id of an earlier question, or the path
 * of a battery's cell (`service.satisfaction.parking`). A question without an answer meets only `answered: false`.
 */
export type Condition =
  | { readonly question: string; readonly equals: number | string }
  | { readonly question: string; readonly in: readonly (number | string)[] }
  | { readonly question: string; readonly atMost: number }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly answered: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

interface QuestionBase {
  readonly id: string;
  readonly label?: Text;
  readonly hint?: Text;
  readonly showIf?: Condition;
}

/** Likelihood to recommend, 0 to 10. */
export interface NpsQuestion extends QuestionBase {
  readonly kind: 'nps';
  readonly anchors?: Anchors;
}

/** Overall satisfaction, 1 to 5, each point with its word. */
export interface CsatQuestion extends QuestionBase {
  readonly kind: 'csat';
}

/** A comment in the respondent's own words. */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  /** Longest text in UTF-16 code units; {@link TEXT_MAX_LENGTH} when absent. */
  readonly maxLength?: number;
}

/** The same one or two questions for each attribute, as rows of a table. */
export interface BatteryQuestion extends QuestionBase {
  readonly kind: 'battery';
  readonly ask: readonly Aspect[];
  readonly attributes: readonly Attribute[];
  /** `random` draws an order for each respondent and records it; `given` when absent. */
  readonly order?: 'given' | 'random';
  /** Whether a row can be marked "does not apply"; true when absent. */
  readonly notApplicable?: boolean;
}

export type Question = NpsQuestion | CsatQuestion | TextQuestion | BatteryQuestion;

/**
 * When the prompt is shown. All conditions must hold; the first trigger to fire shows it; no trigger means at once.
 */
export interface When {
  /** Share of visitors asked, 0 to 1; the draw is kept, so raising it only adds visitors. */
  readonly sample?: number;
  /** Path patterns with `*`, of which one must match. */
  readonly url?: readonly string[];
  /** Path patterns with `*`, of which none may match. */
  readonly notUrl?: readonly string[];
  /** First and last day on which it may be shown, `YYYY-MM-DD`, UTC. */
  readonly from?: string;
  readonly until?: string;
  /** Days of rest after an answer, 90 when absent. */
  readonly repeatDays?: number;
  /** Days of rest after the prompt was closed without an answer, 30 when absent. */
  readonly dismissedDays?: number;
  /** Nothing is shown, read or stored before `fourfold.consent(true)`. */
  readonly requireConsent?: boolean;
  /** `honour` (when absent): nothing is shown to a browser that sends Global Privacy Control or Do Not Track. */
  readonly privacySignals?: 'honour' | 'ignore';
  /** Trigger: seconds of visible time. */
  readonly delay?: number;
  /** Trigger: share of the page scrolled, 0 to 1. */
  readonly scroll?: number;
  /** Trigger: the pointer leaves through the top of the window. */
  readonly exitIntent?: boolean;
  /** Trigger: `fourfold.event(name)`. */
  readonly event?: string;
}

/** A survey as its owner writes it. */
export interface Questionnaire {
  readonly $schema?: string;
  readonly id: string;
  readonly version: number;
  readonly title?: Text;
  readonly when?: When;
  readonly questions: readonly Question[];
}

/** Longest comment taken when the question names no other limit, in UTF-16 code units. */
export const TEXT_MAX_LENGTH = 500;
