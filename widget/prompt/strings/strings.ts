import type { Aspect } from '../../../shared/questionnaire/questionnaire.ts';

/** What one thing asked of attributes is called, and the words at both ends of its scale. */
export interface AspectStrings {
  readonly name: string;
  readonly low: string;
  readonly high: string;
}

/** A title and one line below it. */
export interface EndingStrings {
  readonly title: string;
  readonly hint: string;
}

/** All that the prompt says in one language. */
export interface Strings {
  readonly locale: string;
  /** Where headings may break, in a language without spaces. */
  readonly phrases?: (text: string) => readonly string[];
  readonly close: string;
  readonly back: string;
  readonly skip: string;
  readonly next: string;
  readonly send: string;
  readonly retry: string;
  readonly notApplicable: string;
  readonly privacy: string;
  /** Labels of questions that bring none. */
  readonly labels: {
    readonly nps: string;
    readonly csat: string;
    readonly text: string;
    readonly battery: string;
    /** A battery that asks one thing only takes that thing's name. */
    readonly eachLine: string;
    readonly eachLineTwo: string;
  };
  readonly nps: { readonly low: string; readonly high: string };
  /** From 1 to 5. */
  readonly csat: readonly string[];
  readonly aspects: Readonly<Record<Aspect, AspectStrings>>;
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
