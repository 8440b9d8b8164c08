import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { AnswerValue } from '../../shared/answers/answer-record.ts';
import type { Question } from '../../shared/questionnaire/questionnaire.ts';
import type { Cell } from './battery-change.ts';
import { localize } from '../../shared/questionnaire/localize.ts';
import type { Ending } from './ending.ts';
import { endingStrings } from './ending.ts';
import { ARROW, CROSS } from './icons.ts';
import type { BatteryModule, LaterModule } from './prepare.ts';
import type { BatteryView } from './questions/battery.ts';
import { format, npsScale } from './questions/rating-scale.ts';
import type { Screen } from './screen.ts';
import type { Strings } from './strings/strings.ts';
import type { Session } from './survey-session.ts';
import { words } from './words.ts';

/** What the respondent can do. */
export interface Actions {
  answer(id: string, value: AnswerValue | undefined): void;
  answerCell(cell: Cell, value: number): void;
  exclude(battery: string, attribute: string, on: boolean): void;
  next(): void;
  back(): void;
  close(): void;
  retry(): void;
}

/** All that the card shows. */
export interface CardView {
  readonly session: Session;
  readonly screen: Screen;
  readonly strings: Strings;
  readonly battery: BatteryModule | undefined;
  /** Undefined until it is loaded; no question that needs it is on the screen before. */
  readonly later: LaterModule | undefined;
  readonly locale: string;
  readonly ending: Ending;
  readonly online: boolean;
  readonly actions: Actions;
}

/** A count of steps is shown from so many on. */
const STEPS_FROM = 2;

/** What stands in the card: the question on the screen, or the last words. */
export function card(view: CardView): TemplateResult {
  const { strings, actions } = view;
  return html`${view.session.phase === 'done' ? lastWords(view) : question(view)}
    <button class="close" part="close" type="button" aria-label=${strings.close} @click=${actions.close}>
      ${CROSS}
    </button>`;
}

function question(view: CardView): TemplateResult {
  const { screen, strings, locale, battery } = view;
  const { question } = screen;
  const { label, hint, kind } = question;
  const title = localize(label ?? strings.labels[kind], locale);
  let head: TemplateResult = html`<h2 class="question" part="question" id="question" tabindex="-1">
    ${words(title, locale)}
  </h2>`;
  let line = hint === undefined ? '' : localize(hint, locale);
  let body: TemplateResult | undefined;
  if (question.kind === 'battery' && battery) {
    const cells = batteryView(view, question);
    if (screen.attribute === undefined) {
      line ||= question.ask.length > 1 ? strings.labels.eachLineTwo : strings.labels.eachLine;
      body = battery.batteryTable(cells);
    } else {
      ({ head, body } = battery.batteryScreen(cells));
      line = '';
    }
  }
  return html`${head}${line === '' ? nothing : html`<p class="hint" part="hint">${line}</p>`}
    <div class="body ${screen.odd ? 'odd' : ''}">${body ?? simple(view, question)}</div>
    ${foot(view)}`;
}

function simple(card: CardView, question: Question): TemplateResult | undefined {
  const { session, strings, locale, later, actions } = card;
  const view = {
    value: session.answers[question.id],
    strings,
    locale,
    answer: (given: AnswerValue | undefined) => actions.answer(question.id, given),
  };
  if (question.kind === 'nps') return npsScale({ ...view, question });
  if (question.kind === 'csat') return later?.csatScale({ ...view, question });
  return question.kind === 'text' ? later?.textField({ ...view, question }) : undefined;
}

function batteryView(
  { session, strings, locale, screen, actions }: CardView,
  question: Question & { kind: 'battery' },
): BatteryView {
  const { id } = question;
  return {
    question,
    session,
    strings,
    locale,
    row: screen.row,
    number: format(locale),
    answer: (aspect, attribute, value) => actions.answerCell({ battery: id, aspect, attribute }, value),
    exclude: (attribute, on) => actions.exclude(id, attribute, on),
  };
}

function foot({ screen, strings, locale, actions }: CardView): TemplateResult {
  const number = format(locale);
  const { index, count, attribute, question } = screen;
  const counted = attribute === undefined && count >= STEPS_FROM;
  return html`<div class="foot" part="foot">
    ${
      screen.canGoBack
        ? html`<button
            class="back"
            part="back"
            type="button"
            aria-label=${strings.back}
            @click=${actions.back}
          >
            ${ARROW}
          </button>`
        : nothing
    }
    <span class="step" part="step">${counted ? `${number(index + 1)} / ${number(count)}` : ''}</span>
    ${
      attribute !== undefined && screen.canExclude
        ? html`<button
            class="quiet"
            part="not-applicable"
            type="button"
            data-path=${`${question.id}.${attribute}`}
            aria-pressed=${screen.excluded}
            @click=${() => actions.exclude(question.id, attribute, !screen.excluded)}
          >
            ${strings.notApplicable}
          </button>`
        : nothing
    }
    ${
      screen.touched
        ? html`<button class="next" part="next">${screen.last ? strings.send : strings.next}</button>`
        : html`<button class="quiet" part="skip" type="button" @click=${actions.next}>
            ${strings.skip}
          </button>`
    }
  </div>`;
}

function lastWords({ ending, online, strings, locale, actions, later }: CardView): TemplateResult {
  const { title, hint } = endingStrings(ending, online, strings);
  const lost = ending === 'lost' || ending === 'rejected';
  return html`<div class="end" role=${lost ? 'alert' : 'status'} part="end">
    ${later?.ENDING_ICONS[ending]}
    <h2 class="question" part="question" tabindex="-1">${words(title, locale)}</h2>
    <p class="hint" part="hint">${words(hint, locale)}</p>
    ${
      ending === 'lost'
        ? html`<button class="next" part="next" type="button" @click=${actions.retry}>
            ${strings.retry}
          </button>`
        : nothing
    }
  </div>`;
}
