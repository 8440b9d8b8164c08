import type { Aspect } from '../../../shared/questionnaire/questionnaire.ts';
import type { Ending } from '../ending.ts';

/** Words at both ends of a scale. */
export interface EndStrings {
  readonly low: string;
  readonly high: string;
}

/** What one thing asked of attributes is called, and the words at both ends of its scale. */
export interface AspectStrings extends EndStrings {
  readonly name: string;
}

/** A title and one line below it. */
export interface EndingStrings {
  readonly title: string;
  readonly hint: string;
}

/**
 * What one NPS question says, and a plain thank-you: all that is loaded before the prompt stands. `{n}` and `{m}` stand
 * for numbers in all texts, written as the language does.
 */
export interface FirstStrings {
  /** BCP 47 tag. */
  readonly locale: string;
  /** Missing where the language is written from left to right. */
  readonly dir?: 'rtl';
  /** Where headings may break, in a language without spaces. */
  readonly phrases?: (text: string) => readonly string[];
  readonly close: string;
  readonly skip: string;
  readonly next: string;
  readonly send: string;
  /** Labels of questions that bring none. */
  readonly labels: { readonly nps: string };
  readonly nps: EndStrings;
  readonly endings: { readonly thanks: { readonly title: string } };
}

/**
 * All else of one language, in the form of its file: what is said in several places is written once, and what goes
 * together is a list in a fixed order, for names would be a quarter of what a visitor loads.
 */
export interface LaterStrings extends Plain {
  readonly labels: readonly [
    csat: string,
    ces: string,
    text: string,
    contact: string,
    battery: string,
    eachLine: string,
    eachLineTwo: string,
    many: string,
  ];
  /** Also the ends of satisfaction with one attribute. */
  readonly csat: readonly [string, string, string, string, string];
  readonly ces: Ends;
  /** What each thing asked of attributes is called, in the order of {@link ASPECTS}. */
  readonly aspects: readonly [string, string, string, string, string, string];
  readonly importance: Ends;
  /** Of a level: expected, perceived, set as standard or promised. One scale, for their gaps are measured. */
  readonly level: Ends;
  readonly contact: readonly [
    name: string,
    optional: string,
    reach: string,
    consent: string,
    incomplete: string,
  ];
  /** Titles: of what is kept, and of what is not. */
  readonly kept: string;
  readonly lost: string;
  /** Below the title of each ending but the plain thank-you. */
  readonly hints: readonly [
    sent: string,
    keptOffline: string,
    kept: string,
    lostOffline: string,
    lost: string,
    rejected: string,
  ];
}

type Ends = readonly [low: string, high: string];

/** What reads the same in a file and on the screen. */
interface Plain {
  /** In place of `send`, where nothing is sent: below a note. */
  readonly done: string;
  readonly back: string;
  readonly retry: string;
  /** How far the respondent is: question `{n}` of `{m}`. */
  readonly step: string;
  readonly notApplicable: string;
  readonly privacy: string;
  /** How many characters still fit, by the plural category of `{n}`. */
  readonly left: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
  /** The option of a choice that takes own words. */
  readonly other: string;
}

/** All that the prompt says in one language. An owner's own words go by these names. */
export interface Strings extends FirstStrings, Plain {
  readonly labels: {
    readonly nps: string;
    readonly csat: string;
    readonly ces: string;
    readonly text: string;
    readonly contact: string;
    readonly battery: string;
    /** Below a battery that asks one thing. */
    readonly eachLine: string;
    /** Below a battery that asks two. */
    readonly eachLineTwo: string;
    /** Below a choice of several. */
    readonly many: string;
  };
  /** From 1 to 5. */
  readonly csat: readonly string[];
  readonly ces: EndStrings;
  readonly aspects: Readonly<Record<Aspect, AspectStrings>>;
  readonly contact: {
    readonly name: string;
    readonly optional: string;
    readonly reach: string;
    readonly consent: string;
    /** What is missing before a contact can be taken. */
    readonly incomplete: string;
  };
  readonly endings: Readonly<Record<Ending, EndingStrings>>;
}
