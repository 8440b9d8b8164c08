import type { TemplateResult } from 'lit/html.js';
import { html, nothing } from 'lit/html.js';
import type { AnswerValue } from '../../shared/answers/answer-record.ts';
import { localize } from '../../shared/questionnaire/localize.ts';
import type { Question } from '../../shared/questionnaire/questionnaire.ts';
import type { QuestionParts } from './kind-module.ts';
import type { LaterModule } from './prepare.ts';
import type { FirstStrings, Strings } from './strings/strings.ts';
import type { SurveyRun } from './survey-run.ts';
import type { Session } from './survey-session.ts';
import { isTouched } from './survey-session.ts';

/** What the card shows, and what the respondent can do; listeners are called with the element as `this`. */
export interface CardView {
  readonly run: SurveyRun;
  readonly strings: FirstStrings;
  /** Undefined until it is loaded, and all words of the language with it. */
  readonly later: LaterModule | undefined;
  /** Index of the screen of a question that takes several. */
  readonly row: number;
  /** Width of the card in px; 0 until it is known. */
  readonly width: number;
  /** Gives or takes back an answer; `soon` makes the revision when the respondent pauses. */
  readonly give: (id: string, value: AnswerValue | undefined, soon?: boolean) => void;
  /** Changes the session, and makes a revision of it: at once, or when the respondent pauses. */
  readonly change: (step: (session: Session, now: number) => Session, soon?: boolean) => void;
  /** What is on the screen has changed, and the record has not. */
  readonly requestUpdate: () => void;
  /** Sandboxed frames fire no `submit`, so that the button says it as well. */
  readonly forth: (event?: Event) => unknown;
  readonly back: () => void;
  readonly hide: () => void;
}

/** A card once all is loaded that may come after a first question. */
export interface WholeView extends CardView {
  readonly strings: Strings;
  readonly later: LaterModule;
}

/** Whether that is so. */
export function isWhole(view: CardView): view is WholeView {
  return view.later !== undefined;
}

/** A question with its place among those that are asked, and what its kind puts in the card. */
export interface Screen extends QuestionParts {
  readonly question: Question;
  readonly index: number;
  readonly count: number;
}

/** What stands in the card: the question on the screen, or the last words. */
export function card(view: CardView, screen: Screen | undefined): TemplateResult {
  const { strings } = view;
  return html`${
      screen
        ? question(view, screen)
        : isWhole(view)
          ? view.later.lastWords(view)
          : heading(strings.endings.thanks.title, strings)
    }
    <button class="close" part="close" type="button" aria-label=${strings.close} @click=${view.hide}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M5 5l10 10M15 5L5 15" />
      </svg>
    </button>`;
}

/** A heading that breaks between words only, also where these have no spaces. */
export function heading(text: string, strings: FirstStrings): TemplateResult {
  return html`<h2 class="question" part="question" id="question" tabindex="-1" aria-label=${text}>
    ${phrased(text, strings)}
  </h2>`;
}

/** A text with offers to break. */
export function phrased(text: string, { phrases }: FirstStrings): unknown {
  return phrases ? phrases(text).map((phrase, i) => (i > 0 ? html`<wbr />${phrase}` : phrase)) : text;
}

/** Languages that write small numbers as JavaScript does. The first use of `Intl` costs as much as the whole drawing. */
const PLAIN_DIGITS = 'de en es fr he ja ko pt zh';

/** Puts numbers in the places that a text keeps for them, as the language writes them. */
export function fill(text: string, { locale }: Pick<FirstStrings, 'locale'>, n: number, m = 0): string {
  const write = (number: number) =>
    PLAIN_DIGITS.includes(locale.slice(0, 2)) && number < 1_000 ? `${number}` : number.toLocaleString(locale);
  return text.replace('{n}', write(n)).replace('{m}', write(m));
}

function question(view: CardView, screen: Screen): TemplateResult {
  const { strings, run } = view;
  const whole = isWhole(view) ? view : undefined;
  const { index, count, rows = 1, row = 0, aside, head, body, touched, done = strings.send } = screen;
  const { label, kind, id } = screen.question;
  const last = index === count - 1 && row === rows - 1;
  const own = strings.labels[kind as 'nps']; // kinds that it lacks have a label of their own
  return html`${head ?? heading(localize(label ?? own, strings.locale), strings)}${head ? nothing : whole?.later.hint(whole, screen)}
    <div class="body ${(index + row) % 2 ? 'odd' : ''}" tabindex=${kind === 'note' ? nothing : -1}>
      ${body}
    </div>
    <div class="foot" part="foot">
      ${whole?.later.progress(whole, screen)} ${aside}
      ${
        (touched ?? isTouched(run.session, id))
          ? html`<button class="next" part="next" @click=${view.forth}>${last ? done : strings.next}</button>`
          : html`<button class="quiet" part="skip" type="button" @click=${view.forth}>
              ${strings.skip}
            </button>`
      }
    </div>`;
}
