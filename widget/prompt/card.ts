import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { localize } from '../../shared/questionnaire/localize.ts';
import type { Question } from '../../shared/questionnaire/questionnaire.ts';
import { ARROW, CROSS } from './icons.ts';
import type { BatteryModule, LaterModule } from './prepare.ts';
import { format, npsScale } from './questions/rating-scale.ts';
import type { Strings } from './strings/strings.ts';
import type { SurveyRun } from './survey-run.ts';
import type { Session } from './survey-session.ts';

/** What is on the screen: a question, or one attribute of a battery where there is no room for its table. */
export interface Screen {
  readonly question: Question;
  /** Among the questions that are asked. */
  readonly index: number;
  readonly count: number;
  /** Id of the attribute that has the screen to itself, its index, and how many there are. */
  readonly attribute?: string;
  readonly row: number;
  readonly rows: number;
  /** There is something to keep, so "Next" stands in the place of "Skip". */
  readonly touched: boolean;
}

/** All that the card shows, and what the respondent can do. */
export interface CardView {
  readonly run: SurveyRun;
  readonly screen: Screen;
  readonly strings: Strings;
  readonly battery: BatteryModule | undefined;
  /** Undefined until it is loaded. */
  readonly later: LaterModule | undefined;
  /** Changes the session, and makes a revision of it: at once, or when the respondent pauses. */
  readonly change: (step: (session: Session, now: number) => Session, soon?: boolean) => void;
  readonly forth: () => void;
  readonly back: () => void;
  readonly close: () => void;
  /** Tries once more to keep and to send. */
  readonly retry: () => void;
}

/** What a kind of question puts in the card. */
export interface QuestionParts {
  /** In place of the question's own heading and hint. */
  readonly head?: TemplateResult;
  readonly hint?: string;
  readonly body: TemplateResult;
  /** Beside "Next". */
  readonly aside?: TemplateResult | undefined;
}

/** A count of steps is shown from so many on. */
const STEPS_FROM = 2;

/** What stands in the card: the question on the screen, or the last words. */
export function card(view: CardView): TemplateResult {
  const { strings, later, run } = view;
  return html`${
      run.session.phase !== 'done'
        ? question(view)
        : later
          ? later.lastWords(view)
          : heading(strings.endings.thanks.title, strings)
    }
    <button class="close" part="close" type="button" aria-label=${strings.close} @click=${view.close}>
      ${CROSS}
    </button>`;
}

/** A heading that breaks between words only, also where these have no spaces. */
export function heading(text: string, strings: Strings): TemplateResult {
  return html`<h2 class="question" part="question" id="question" tabindex="-1">
    ${phrased(text, strings)}
  </h2>`;
}

/** A text with offers to break. */
export function phrased(text: string, { phrases }: Strings): unknown {
  return phrases ? phrases(text).map((phrase, i) => (i > 0 ? html`<wbr />${phrase}` : phrase)) : text;
}

function question(view: CardView): TemplateResult {
  const { screen, strings, later, battery } = view;
  const { question, index, row } = screen;
  const { label, kind } = question;
  const parts: QuestionParts | undefined =
    kind === 'nps'
      ? { body: npsScale(view, question) }
      : kind === 'battery'
        ? battery?.batteryParts(view, question)
        : later?.laterParts(view, question as never);
  const hint = question.hint ? localize(question.hint, strings.locale) : parts?.hint;
  return html`${
      parts?.head ??
      html`${heading(localize(label ?? strings.labels[kind as 'nps'], strings.locale), strings)}${
        hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing
      }`
    }
    <div class="body ${(index + row) % 2 ? 'odd' : ''}">${parts?.body}</div>
    ${foot(view, parts?.aside)}`;
}

function foot({ screen, strings, forth, back }: CardView, aside: TemplateResult | undefined): TemplateResult {
  const number = format(strings.locale);
  const { index, count, attribute, row, rows, touched } = screen;
  const last = index === count - 1 && row === rows - 1;
  return html`<div class="foot" part="foot">
    ${
      index + row > 0
        ? html`<button class="back" part="back" type="button" aria-label=${strings.back} @click=${back}>
            ${ARROW}
          </button>`
        : nothing
    }
    <span class="step" part="step"
      >${!attribute && count >= STEPS_FROM ? `${number(index + 1)} / ${number(count)}` : ''}</span
    >
    ${aside}
    ${
      touched
        ? html`<button class="next" part="next">${last ? strings.send : strings.next}</button>`
        : html`<button class="quiet" part="skip" type="button" @click=${forth}>${strings.skip}</button>`
    }
  </div>`;
}
