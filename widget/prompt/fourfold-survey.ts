import type { PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { UUID_RANDOM_BYTES, uuidV7 } from '../../shared/answers/uuid-v7.ts';
import { announce } from '../events.ts';
import type { SurveySettings } from '../survey-settings.ts';
import { answerCell, setNotApplicable } from './battery-answer.ts';
import type { Actions } from './card.ts';
import { card } from './card.ts';
import { contextOf } from './context-of.ts';
import { Delivery } from './delivery.ts';
import { endingOf } from './ending.ts';
import { styles } from './fourfold-survey.styles.ts';
import type { Prepared } from './prepare.ts';
import type { Screen } from './screen.ts';
import { screenOf, tableWidth } from './screen.ts';
import type { Origin } from './session-record.ts';
import { recordOf } from './session-record.ts';
import type { Session } from './survey-session.ts';
import { answer, back, close, isOpen, next, prompt, startSession, statusOf } from './survey-session.ts';

/** A typing respondent's text is kept after such a pause. */
const TYPING_PAUSE_MS = 400;

/**
 * `<fourfold-survey>`: one prompt, in the top layer or in the flow of the page.
 *
 * @fires fourfold-shown, fourfold-answer, fourfold-completed, fourfold-dismissed, fourfold-delivered,
 * fourfold-rejected, fourfold-storage
 */
export class FourfoldSurvey extends LitElement {
  /** Tells our class from another that bears the element's name. */
  static readonly isFourfold = true;
  static override styles = styles;
  static override properties = {
    session: { state: true },
    table: { state: true },
    row: { state: true },
    gone: { state: true },
  };
  declare private session: Session | undefined;
  declare private table: boolean;
  declare private row: number;
  /** Closed; a popover fades out with its last content. */
  declare private gone: boolean;

  private settings: SurveySettings | undefined;
  private prepared: Prepared | undefined;
  private origin: Origin | undefined;
  private delivery: Delivery | undefined;
  private record: AnswerRecord | undefined;
  private startedAt = 0;
  private typing = 0;
  private refocus = false;
  private connection = new AbortController();
  private readonly resized = new ResizeObserver(([{ contentRect }]) => this.fit(contentRect.width));

  constructor() {
    super();
    this.table = true;
    this.row = 0;
    this.gone = false;
  }

  /**
   * Shows the prompt and begins the record. A prompt that is on the screen already stays as it is.
   *
   * @param sample share of visitors asked, where not all are
   */
  open(settings: SurveySettings, prepared: Prepared, sample?: number): void {
    if (this.session !== undefined && !this.gone) return;
    const { outbox, questionnaire, strings } = prepared;
    const { endpoint, receipt, page } = settings;
    const now = Date.now();
    this.startedAt = now - performance.now();
    this.settings = settings;
    this.prepared = prepared;
    this.record = undefined;
    this.gone = false;
    this.row = 0;
    this.origin = {
      id: uuidV7(now, crypto.getRandomValues(new Uint8Array(UUID_RANDOM_BYTES))),
      locale: strings.locale,
      ...(page !== 'off' && { page: location.origin + location.pathname }),
      ...(sample !== undefined && sample < 1 && { sample }),
      context: contextOf(settings.context),
    };
    this.delivery =
      endpoint === undefined
        ? undefined
        : new Delivery(
            outbox,
            new URL(endpoint, document.baseURI).href,
            receipt === 'status' ? 'status' : 'receipt',
            this,
            () => this.requestUpdate(),
          );
    this.session = prompt(
      startSession(questionnaire, () => crypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32),
      now,
    );
    if (prepared.battery) this.adopt(prepared.battery.batteryStyles.styleSheet);
    this.commit();
  }

  /** Closes the prompt, as its cross does. */
  hide(): void {
    if (this.session === undefined) return;
    const open = isOpen(this.session);
    this.gone = true;
    this.step(close);
    if (open) this.commit();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.connection = new AbortController();
    // Before the outbox hears of it, so that the last words travel with its farewell.
    const options = { capture: true, signal: this.connection.signal };
    document.addEventListener('visibilitychange', () => document.hidden && this.flush(), options);
    for (const name of ['online', 'offline']) addEventListener(name, () => this.requestUpdate(), options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.flush();
    this.connection.abort();
    this.resized.disconnect();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { session, prepared, settings, screen } = this;
    if (!session || !prepared || !screen) return nothing;
    const { strings, battery } = prepared;
    const inline = settings?.placement === 'inline';
    if (inline && this.gone) return nothing;
    const fate = this.delivery?.fate;
    const view = {
      session,
      screen,
      strings,
      battery,
      locale: strings.locale,
      ending: fate === undefined ? ('thanks' as const) : endingOf(fate),
      online: navigator.onLine,
      actions: this.actions,
    };
    const { question } = screen;
    const done = session.phase === 'done';
    const roomy = !done && (question.kind === 'csat' || (question.kind === 'battery' && this.table));
    const width = done || question.kind !== 'battery' ? '' : question.ask.length > 1 ? 'wide' : 'mid';
    return html`<div
      class="ff ${width} ${roomy ? 'roomy' : ''}"
      lang=${strings.locale}
      popover=${inline ? nothing : 'manual'}
      @click=${ONCE}
      @keydown=${this.onKey}
      @keyup=${hush}
      @keypress=${hush}
    >
      <form class="card" part="card" @submit=${this.onSubmit}>${card(view)}</form>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const root = this.renderRoot.querySelector<HTMLElement>('.ff');
    if (root === null) return;
    if (root.popover != null && root.matches(':popover-open') === this.gone) root.togglePopover(!this.gone);
    this.resized.observe(root);
    if (!changed.has('session') && !changed.has('row')) return;
    if (this.refocus) {
      root.querySelector('.body')?.scrollTo(0, 0);
      root.querySelector<HTMLElement>('.question')?.focus({ preventScroll: true });
      this.refocus = false;
    }
  }

  private get screen(): Screen | undefined {
    return this.session && screenOf(this.session, this.table, this.row);
  }

  private readonly actions: Actions = {
    answer: (id, value) => {
      this.step((session) => answer(session, id, value, this.now()));
      if (typeof value === 'number') this.commit();
      else this.commitSoon();
    },
    answerCell: (battery, aspect, attribute, value) => {
      this.step((session) => answerCell(session, { battery, aspect, attribute }, value, this.now()));
      this.commit();
    },
    exclude: (battery, attribute, on) => {
      this.step((session) => setNotApplicable(session, battery, attribute, on, this.now()));
      if (on && !this.table) this.goOn();
      this.commit();
    },
    next: () => {
      this.goOn();
      this.commit();
    },
    back: () => {
      this.flush();
      this.turn();
      if (this.row > 0) this.row--;
      else {
        this.step(back);
        this.row = Infinity;
        this.row = (this.screen?.rows ?? 1) - 1;
      }
    },
    close: () => this.hide(),
    retry: () => this.delivery?.retry(),
  };

  /** To the next attribute where each has its own screen, else to the next question. */
  private goOn(): void {
    const { screen } = this;
    if (screen === undefined) return;
    this.turn();
    if (screen.row < screen.rows - 1) this.row = screen.row + 1;
    else {
      this.step(next);
      this.row = 0;
    }
  }

  private turn(): void {
    this.refocus = this.shadowRoot?.activeElement != null;
  }

  private step(change: (session: Session) => Session): void {
    if (this.session) this.session = change(this.session);
  }

  /** Makes the next revision, if there is anything new to say. */
  private commit(): void {
    clearTimeout(this.typing);
    this.typing = 0;
    const { session, origin, record: before } = this;
    if (!session || !origin) return;
    const closed = !isOpen(session);
    const same = before && recordOf({ ...session, revision: before.revision }, origin);
    if (same && !closed && JSON.stringify(same) === JSON.stringify(before)) return;
    this.session = { ...session, revision: session.revision + 1 };
    const record = recordOf(this.session, origin);
    this.record = record;
    this.delivery?.commit(record, closed);
    const detail = { record };
    if (before === undefined) announce(this, 'fourfold-shown', detail);
    else if (record.answeredAt !== before.answeredAt) announce(this, 'fourfold-answer', detail);
    if (closed)
      announce(this, statusOf(session) === 'completed' ? 'fourfold-completed' : 'fourfold-dismissed', detail);
  }

  private commitSoon(): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.commit(), TYPING_PAUSE_MS);
  }

  private flush(): void {
    if (this.typing !== 0) this.commit();
  }

  /** Milliseconds since 1970 that no change of the clock can turn back. */
  private now(): number {
    return Math.round(this.startedAt + performance.now());
  }

  private fit(width: number): void {
    if (width > 0 && this.screen) this.table = width >= tableWidth(this.screen.question);
  }

  private adopt(sheet: CSSStyleSheet | undefined): void {
    const { renderRoot } = this;
    if (!sheet || !(renderRoot instanceof ShadowRoot)) return;
    if (!renderRoot.adoptedStyleSheets.includes(sheet)) renderRoot.adoptedStyleSheets.push(sheet);
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    this.actions.next();
  }

  private onKey(event: KeyboardEvent): void {
    event.stopPropagation(); // the page's own shortcuts are not meant
    const writing = event.composedPath()[0] instanceof HTMLTextAreaElement;
    if (event.key === 'Escape' && !event.isComposing) this.hide();
    if (event.key === 'Enter' && event.repeat && !writing) event.preventDefault();
  }
}

/** The second click of a double click is not meant for the question that has just come. */
const ONCE = {
  capture: true,
  handleEvent(event: MouseEvent): void {
    const { target } = event;
    if (event.detail > 1 && target instanceof Element && target.closest('.foot, .end')) {
      event.preventDefault();
      event.stopPropagation();
    }
  },
};

function hush(event: Event): void {
  event.stopPropagation();
}
