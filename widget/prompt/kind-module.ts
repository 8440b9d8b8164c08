import type { TemplateResult } from 'lit/html.js';
import type { Question } from '../../shared/questionnaire/questionnaire.ts';
import type { WholeView } from './card.ts';

/** A module of kinds of question that is loaded only when one of them is asked. */
export interface KindModule {
  readonly styles: CSSStyleSheet;
  /** What a question puts in the card; undefined for kinds of other modules. */
  readonly parts: (view: WholeView, question: Question) => QuestionParts | undefined;
}

/** What a kind of question puts in the card. */
export interface QuestionParts {
  readonly body: TemplateResult;
  /** Lays the card out for its content. */
  readonly layout?: 'roomy' | 'mid' | 'wide' | undefined;
  /** In place of the question's own heading and hint. */
  readonly head?: TemplateResult | undefined;
  readonly hint?: string | undefined;
  /** Beside "Next". */
  readonly aside?: TemplateResult | undefined;
  /** Whether there is something to keep, where answers alone do not say it: "Next" stands in the place of "Skip". */
  readonly touched?: boolean;
  /** What the button says in place of "Send", where this comes last. */
  readonly done?: string;
  /** Screens that the question takes, and which of them this is. */
  readonly rows?: number;
  readonly row?: number;
  /** The screen that an input stands on, or would stand on in another width, by its path. */
  readonly rowOf?: (path: string) => number;
  /** Asked before the respondent goes on: whether something is missing, which is then said in the body. */
  readonly hold?: () => boolean;
}
