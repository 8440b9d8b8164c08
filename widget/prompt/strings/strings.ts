import type { Aspect } from '../../../shared/questionnaire/questionnaire.ts';

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

/** All that the prompt says in one language. `{n}` and `{m}` stand for numbers, written as the language does. */
export interface Strings {
  /** BCP 47 tag. */
  readonly locale: string;
  /** Missing where the language is written from left to right. */
  readonly dir?: 'rtl';
  /** Where headings may break, in a language without spaces. */
  readonly phrases?: (text: string) => readonly string[];
  readonly close: string;
  readonly back: string;
  readonly skip: string;
  readonly next: string;
  readonly send: string;
  readonly retry: string;
  /** How far the respondent is: question `{n}` of `{m}`. */
  readonly step: string;
  readonly notApplicable: string;
  readonly privacy: string;
  /** How many characters still fit, by the plural category of `{n}`. */
  readonly left: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
  /** Labels of questions that bring none. */
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
  readonly nps: EndStrings;
  /** From 1 to 5. */
  readonly csat: readonly string[];
  readonly ces: EndStrings;
  readonly aspects: Readonly<Record<Aspect, AspectStrings>>;
  /** The option of a choice that takes own words. */
  readonly other: string;
  readonly contact: {
    readonly name: string;
    readonly optional: string;
    readonly reach: string;
    readonly consent: string;
    /** What is missing before a contact can be taken. */
    readonly incomplete: string;
  };
  readonly endings: {
    readonly thanks: EndingStrings;
    readonly sent: EndingStrings;
    readonly keptOffline: EndingStrings;
    readonly kept: EndingStrings;
    readonly lostOffline: EndingStrings;
    readonly lost: EndingStrings;
    readonly rejected: EndingStrings;
  };
}
