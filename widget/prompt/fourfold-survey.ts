import type { CSSResult, PropertyValues, TemplateResult } from 'lit';
import { html, LitElement, nothing } from 'lit';
import type { SurveySettings } from '../survey-settings.ts';
import type { CardView, Screen } from './card.ts';
import { card } from './card.ts';
import { styles } from './fourfold-survey.styles.ts';
import type { LaterModule, Prepared } from './prepare.ts';
import { SurveyRun } from './survey-run.ts';
import type { Session } from './survey-session.ts';
import { asks, back, close, end, isOpen, isTouched, next, progress } from './survey-session.ts';

/** When a prompt stands so long, what comes after its first question is loaded. */
const LATER_MS = 2_000;

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
    run: { state: true },
    table: { state: true },
    row: { state: true },
    gone: { state: true },
  };
  declare private run: SurveyRun | undefined;
  /** Whether a battery has room for its table. */
  declare private table: boolean;
  /** Index of the attribute on the screen, where it has not. */
  declare private row: number;
  /** Closed; a popover fades out with its last content. */
  declare private gone: boolean;

  private inline = false;
  private prepared: Prepared | undefined;
  private later: LaterModule | undefined;
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
    if (this.run && !this.gone) return;
    this.inline = settings.placement === 'inline';
    this.prepared = prepared;
    this.gone = false;
    this.row = 0;
    this.adopt(prepared.battery?.batteryStyles);
    this.take(prepared.later);
    this.run = new SurveyRun(settings, prepared, sample, this, () => this.requestUpdate());
    setTimeout(() => void this.loadLater(), LATER_MS);
  }

  /** Closes the prompt, as its cross does. */
  hide(): void {
    if (!this.run) return;
    const open = isOpen(this.run.session);
    this.gone = true;
    this.step(close);
    if (open) this.run.commit();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.connection = new AbortController();
    // Before the outbox hears of it, so that the last words travel with its farewell.
    const options = { capture: true, signal: this.connection.signal };
    document.addEventListener('visibilitychange', () => document.hidden && this.run?.flush(), options);
    for (const name of ['online', 'offline']) addEventListener(name, () => this.requestUpdate(), options);
    this.requestUpdate(); // taken out and put in again: back to the top layer
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.run?.flush();
    this.connection.abort();
    this.resized.disconnect();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { run, prepared, screen, inline } = this;
    if (!run || !prepared || !screen || (inline && this.gone)) return nothing;
    const { strings, battery } = prepared;
    const view = { ...this.actions, run, screen, strings, battery, later: this.later };
    const question = run.session.phase === 'done' ? undefined : screen.question;
    const matrix = question?.kind === 'battery' ? question : undefined;
    const size = matrix ? (matrix.ask.length > 1 ? 'wide' : 'mid') : '';
    const roomy = question?.kind === 'csat' || (matrix && this.table) ? 'roomy' : '';
    return html`<div
      class="ff ${size} ${roomy}"
      lang=${strings.locale}
      popover=${inline ? nothing : 'manual'}
      @click=${ONCE}
      @keydown=${this.onKey}
      @keyup=${hush}
      @keypress=${hush}
    >
      <div></div>
      <form class="card" part="card" @submit=${this.onSubmit}>${card(view)}</form>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    const root = this.renderRoot.querySelector<HTMLElement>('.ff');
    if (!root || !this.isConnected) return;
    if (root.popover != null && root.matches(':popover-open') === this.gone) root.togglePopover(!this.gone);
    // Not the card: its height follows what is decided here.
    if (root.firstElementChild) this.resized.observe(root.firstElementChild);
    if (!this.refocus || changed.size === 0) return;
    this.refocus = false;
    root.querySelector('.body')?.scrollTo(0, 0);
    root.querySelector<HTMLElement>('.question')?.focus({ preventScroll: true });
  }

  private get screen(): Screen | undefined {
    const { run, table, row, prepared } = this;
    if (!run) return undefined;
    const { session } = run;
    const { index, count } = progress(session);
    const question = asks(session)[index];
    const screen = { question, index, count, row: 0, rows: 1, touched: isTouched(session, question.id) };
    if (table || question.kind !== 'battery') return screen;
    return { ...screen, ...prepared?.battery?.attributeScreen(session, question, row) };
  }

  private readonly actions: Pick<CardView, 'change' | 'forth' | 'back' | 'close' | 'retry'> = {
    change: (step, soon) => {
      this.step(step);
      if (soon) this.run?.commitSoon();
      else this.run?.commit();
    },
    forth: () => {
      this.forth();
      this.run?.commit();
    },
    back: () => {
      this.run?.flush();
      this.turn();
      if (this.row > 0) this.row--;
      else {
        this.step(back);
        this.row = (this.screen?.rows ?? 1) - 1;
      }
    },
    close: () => this.hide(),
    retry: () => this.run?.retry(),
  };

  /** To the next attribute where each has its own screen, else to the next question, else to the end. */
  private forth(): void {
    const { screen } = this;
    if (!screen) return;
    this.turn();
    if (screen.row < screen.rows - 1) {
      this.row = screen.row + 1;
      return;
    }
    this.step(next);
    this.row = 0;
    void this.waitForLater();
  }

  private turn(): void {
    this.refocus = this.shadowRoot?.activeElement != null;
  }

  private step(change: (session: Session, now: number) => Session): void {
    const { run } = this;
    if (!run) return;
    run.session = change(run.session, run.now());
    this.requestUpdate('run');
  }

  /** Where the network has gone before the next question's module came, that was the end. */
  private async waitForLater(): Promise<void> {
    await this.loadLater();
    const kind = this.screen?.question.kind;
    if (this.later || kind === 'nps' || kind === 'battery') return;
    this.step(end);
    this.run?.commit();
  }

  private async loadLater(): Promise<void> {
    if (this.later) return;
    try {
      this.take(await import('./later.ts'));
    } catch {
      // TypeError: the network has gone. The endings do without their icons, and it is tried again at the next step.
    }
  }

  private take(later: LaterModule | undefined): void {
    if (!later) return;
    this.later = later;
    this.adopt(later.laterStyles);
    this.requestUpdate();
  }

  private adopt(styles: CSSResult | undefined): void {
    const sheet = styles?.styleSheet;
    const { shadowRoot } = this;
    if (sheet && shadowRoot && !shadowRoot.adoptedStyleSheets.includes(sheet)) {
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    }
  }

  private fit(width: number): void {
    const question = this.screen?.question;
    const battery = this.prepared?.battery;
    if (width > 0 && battery && question?.kind === 'battery')
      this.table = width >= battery.tableWidth(question);
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    this.actions.forth();
  }

  private onKey(event: KeyboardEvent): void {
    event.stopPropagation(); // the page's own shortcuts are not meant
    if (event.isComposing) return;
    if (event.key === 'Escape') this.hide();
    const writing = event.composedPath()[0] instanceof HTMLTextAreaElement;
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
