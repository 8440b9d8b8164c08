import type { Scale } from './scale.ts';

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

/** What every kind has. */
interface QuestionBase {
  /** Name of the answer in records and exports. */
  readonly id: string;
  /** What is asked, in place of the built-in words. */
  readonly label?: Text;
  /** A line below the label. */
  readonly hint?: Text;
  /** A condition on earlier answers; always asked when absent. */
  readonly showIf?: Condition;
}

/** Likelihood to recommend, 0 to 10. */
export interface NpsQuestion extends QuestionBase {
  readonly kind: 'nps';
  /** Words at both ends. */
  readonly anchors?: Anchors;
}

/** Overall satisfaction, 1 to 5, each point with its word. */
export interface CsatQuestion extends QuestionBase {
  readonly kind: 'csat';
}

/** Ease of getting something done, 1 to 7, the highest the easiest. */
export interface CesQuestion extends QuestionBase {
  readonly kind: 'ces';
  /** Words at both ends. */
  readonly anchors?: Anchors;
}

/** How the points of a rating look. */
export const RATING_LOOKS = ['numbers', 'stars', 'faces', 'words'] as const;
export type RatingLook = (typeof RATING_LOOKS)[number];

/** Any scale of 2 to 11 whole points. */
export interface RatingQuestion extends QuestionBase {
  readonly kind: 'rating';
  readonly label: Text;
  /** 1 to 5 when absent. */
  readonly scale?: Scale;
  /** `numbers` when absent, `stars`, `faces` or `words`. */
  readonly look?: RatingLook;
  /** Words at both ends, for all looks but `words`. */
  readonly anchors?: Anchors;
  /** For the look `words`: one for each point, the lowest first. */
  readonly words?: readonly Text[];
}

/** A comment in the respondent's own words. */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  /** Longest text in UTF-16 code units; {@link TEXT_MAX_LENGTH} when absent. */
  readonly maxLength?: number;
}

/** What a battery's column is called, and the words at both ends of its scale, in place of the built-in ones. */
export interface AspectWording {
  readonly name: Text;
  readonly low: Text;
  readonly high: Text;
}

/** The same one or two questions for each attribute, 1 to 5: a table, or on a narrow screen one attribute at a time. */
export interface BatteryQuestion extends QuestionBase {
  readonly kind: 'battery';
  /** One or two of {@link ASPECTS}. */
  readonly ask: readonly Aspect[];
  readonly attributes: readonly Attribute[];
  /** `random` draws an order for each respondent and records it; `given` when absent. */
  readonly order?: 'given' | 'random';
  /** Whether a row can be marked "does not apply"; true when absent. */
  readonly notApplicable?: boolean;
  /** A column's name and the words at both ends, by what is asked. */
  readonly wording?: Readonly<Partial<Record<Aspect, AspectWording>>>;
}

/** One thing to choose. */
export interface Option {
  readonly id: string;
  readonly label: Text;
}

/** One or many of several options. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  readonly label: Text;
  readonly options: readonly Option[];
  /** Whether several can be chosen; false when absent. */
  readonly many?: boolean;
  /** Whether the respondent can name something else; false when absent. */
  readonly other?: boolean;
  /** `random` draws an order for each respondent and records it; `given` when absent. */
  readonly order?: 'given' | 'random';
}

/** How to reach the respondent; nothing is taken without consent. */
export interface ContactQuestion extends QuestionBase {
  readonly kind: 'contact';
  /** What the respondent agrees to, in place of the built-in words. */
  readonly consent?: Text;
}

/** A text that asks nothing. */
export interface NoteQuestion extends QuestionBase {
  readonly kind: 'note';
  readonly label: Text;
}

export type Question =
  | NpsQuestion
  | CsatQuestion
  | CesQuestion
  | RatingQuestion
  | BatteryQuestion
  | ChoiceQuestion
  | TextQuestion
  | ContactQuestion
  | NoteQuestion;

/** All kinds of question. */
export const KINDS = [
  'nps',
  'csat',
  'ces',
  'rating',
  'battery',
  'choice',
  'text',
  'contact',
  'note',
] as const satisfies readonly Question['kind'][];

/** What a visitor holds in the hand; by pointer and width, see {@link When.device}. */
export const DEVICES = ['mobile', 'tablet', 'desktop'] as const;
export type Device = (typeof DEVICES)[number];

/**
 * When the prompt is shown. All conditions must hold; the first trigger to fire shows it; no trigger means at once.
 */
export interface When {
  /** Share of visitors asked, 0 to 1, all when absent; the draw is kept, so raising it only adds visitors. */
  readonly sample?: number;
  /** Path patterns with `*`, of which one must match; on a tag separated by spaces; with `#`, the fragment counts too. */
  readonly url?: readonly string[];
  /** Path patterns of which none may match. */
  readonly notUrl?: readonly string[];
  /** Any of `mobile` (main pointer a finger, shorter side under 600 px), `tablet` (a finger, from 600 px), `desktop`. */
  readonly device?: readonly Device[];
  /** Any of these languages of the page, where it names none of the browser; `fr` takes `fr-CA` in. */
  readonly language?: readonly string[];
  /** First day on which it may be shown, `YYYY-MM-DD`, UTC. */
  readonly from?: string;
  /** Last day on which it may be shown. */
  readonly until?: string;
  /** Days of rest after an answer, 90 when absent. */
  readonly repeatDays?: number;
  /** Days of rest after the prompt was closed without an answer, 30 when absent. */
  readonly dismissedDays?: number;
  /** Days of rest after a popover of any survey, 7 when absent. */
  readonly coolDownDays?: number;
  /** Popovers of all surveys in one session, 1 when absent; it ends 30 minutes after the last page was opened. */
  readonly perSession?: number;
  /** Of several that could be shown now, the highest is, 0 when absent; then the first in the page. */
  readonly priority?: number;
  /** Nothing is shown, read or stored before `fourfold.consent(true)`; false when absent. */
  readonly requireConsent?: boolean;
  /** `honour` (when absent): nothing is shown to a browser that sends Global Privacy Control or Do Not Track. */
  readonly privacySignals?: 'honour' | 'ignore';
  /** Trigger: seconds of visible time, counted on from page to page. */
  readonly delay?: number;
  /** Trigger: share of the page scrolled, 0 to 1; never fires where there is nothing to scroll. */
  readonly scroll?: number;
  /** Trigger: the pointer leaves through the top of the window, or a finger scrolls up a screen within a second. */
  readonly exitIntent?: boolean;
  /** Trigger: name of an event that the page tells by `fourfold.event(name)`. */
  readonly event?: string;
  /** Trigger: selector of what is clicked. */
  readonly click?: string;
  /** Trigger: selector of what comes into view. */
  readonly visible?: string;
}

/** A survey as its owner writes it. */
export interface Questionnaire {
  readonly $schema?: string;
  readonly id: string;
  readonly version: number;
  readonly title?: Text;
  readonly when?: When;
  /** What the report calls fields of the context, by name; respondents never see it. */
  readonly context?: Readonly<Record<string, Text>>;
  /**
   * Words of the prompt itself, by language: in place of the built-in ones, or for a language that is not built in.
   * Names are those of the prompt's own words, such as `next` or `endings.sent.title`.
   */
  readonly strings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly questions: readonly Question[];
}

/** A choice has so many options at most. */
export const OPTIONS_MAX = 200;

/** Id by which an answer in the respondent's own words stands among the options of a choice. */
export const OTHER = 'other';

/** Longest comment taken when the question names no other limit, in UTF-16 code units. */
export const TEXT_MAX_LENGTH = 500;
