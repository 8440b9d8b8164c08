import type { TemplateResult } from 'lit/html.js';
import { html, nothing, render } from 'lit/html.js';
import type { AnswerValue } from '../../shared/answers/answer-record.ts';
import type { FourfoldElement } from '../fourfold-element.ts';
import type { SurveySettings } from '../survey-settings.ts';
import type { CardView, Screen } from './card.ts';
import { card } from './card.ts';
import { styles } from './fourfold-survey.styles.ts';
import type { KindModule } from './kind-module.ts';
import { hush, onKey } from './own-keys.ts';
import type { LaterModule, Prepared } from './prepare.ts';
import { complete } from './prepare.ts';
import { screenOf } from './screen-of.ts';
import type { FirstStrings } from './strings/strings.ts';
import { SurveyRun } from './survey-run.ts';
import type { Session } from './survey-session.ts';
import { answer, finish, isOpen } from './survey-session.ts';

/** When a prompt stands so long, what comes after its first question is loaded. */
const LATER_MS = 2_000;
/** What an answer changes waits no longer for the answer's write: two frames. */
const WRITE_MS = 32;

/**
 * `<fourfold-survey>`: one prompt, in the top layer or in the flow of the page. It draws with Lit's templates; Lit's
 * base class for reactive attributes, which nothing here needs, would be a sixth of all that a visitor downloads.
 *
 * @fires fourfold-shown, fourfold-answer, fourfold-completed, fourfold-dismissed, fourfold-delivered,
 * fourfold-rejected, fourfold-storage
 *
 * @csspart card - the whole prompt
 * @csspart close - the cross that closes it
 * @csspart question - the heading
 * @csspart hint - a line below the heading
 * @csspart scale - the points of a scale, or the options of a choice
 * @csspart point - one of them
 * @csspart chosen - a point that is chosen
 * @csspart anchors - the words at both ends
 * @csspart battery - a battery's table
 * @csspart group - one thing that a battery asks
 * @csspart attribute - the name of what is rated
 * @csspart progress - how far the battery is, one attribute at a time
 * @csspart not-applicable - the button "does not apply"
 * @csspart input - a field for words
 * @csspart count - how many characters are written
 * @csspart consent - the box and text of consent
 * @csspart foot - the line of buttons
 * @csspart back - the way back
 * @csspart step - how far the respondent is
 * @csspart skip - the button that passes on
 * @csspart next - the button that goes on
 * @csspart end - the last words
 *
 * @cssprop [--fourfold-accent=#23335c] - chosen point, main button
 * @cssprop [--fourfold-on-accent=#fff] - what stands on it
 * @cssprop [--fourfold-surface=#fff] - the card
 * @cssprop [--fourfold-text=#1a1e27] - questions, answers
 * @cssprop [--fourfold-muted=#5b6372] - anchors, hints
 * @cssprop [--fourfold-line=#868d9a] - borders of controls
 * @cssprop [--fourfold-focus=#2463eb] - ring of focus
 * @cssprop [--fourfold-radius=16px] - corners of the card; those inside follow
 * @cssprop [--fourfold-space=4px] - unit of the distances
 * @cssprop [--fourfold-size=16px] - size of the text
 * @cssprop --fourfold-font - font families; the system's own
 * @cssprop --fourfold-shadow - shadow of a popover; soft and grey
 */
export class FourfoldSurvey extends HTMLElement implements CardView, FourfoldElement {
  /** Tells our class from another that bears the element's name. */
  static readonly isFourfold = true;
  static readonly observedAttributes = ['locale'];
  declare run: SurveyRun;
  /** Settles when what was asked for by then is on the screen. */
  updateComplete: Promise<void> = Promise.resolve();
  row = 0;
  width = 0;
  /** Where focus goes once the next screen stands. */
  refocus = false;
  settings: SurveySettings | undefined;
  private modules: KindModule[] = [];
  /** Closed; a popover fades out with its last content. */
  private gone = true;
  /** Ends what `later` listens to outside the prompt. */
  private connection: AbortController | undefined;
  private readonly root = this.attachShadow({ mode: 'open' });
  private stale = false;
  private going = false;

  constructor() {
    super();
    this.root.adoptedStyleSheets = [styles];
    // What listens knows the answers of its drawing: two events of one task, as autofill makes them, need one each.
    for (const name of ['keydown', 'click', 'input', 'change', 'submit'])
      this.root.addEventListener(name, () => this.catchUp(), true);
  }

  /** Language to speak, in place of the tag's, the page's and the visitor's; can be changed while the prompt is open. */
  get locale(): string | null {
    return this.getAttribute('locale');
  }

  set locale(locale: string | null) {
    if (locale === null) this.removeAttribute('locale');
    else this.setAttribute('locale', locale);
  }

  get strings(): FirstStrings {
    return this.run.prepared.strings;
  }

  get later(): LaterModule | undefined {
    return this.run?.prepared.later;
  }

  /**
   * Shows the prompt and begins the record. A prompt that is on the screen already stays as it is.
   *
   * @param sample share of visitors asked, where not all are
   */
  open(settings: SurveySettings, prepared: Prepared, sample?: number): void {
    if (!this.gone) return;
    this.settings = settings;
    this.gone = false;
    this.row = 0;
    this.run = new SurveyRun(settings, prepared, sample, this, () => this.requestUpdate());
    if (prepared.later) void this.loadLater();
    else setTimeout(() => void this.loadLater(), LATER_MS);
    prepared.modules?.forEach((module) => this.adopt(module));
    this.requestUpdate();
    const { placed } = prepared;
    if (placed) {
      if (!this.root.adoptedStyleSheets.includes(placed.styles))
        this.root.adoptedStyleSheets.push(placed.styles);
      placed.opened(this, sample);
    }
  }

  /** Closes the prompt, as its cross does. */
  hide(): void {
    if (this.gone) return;
    this.gone = true;
    const { run } = this;
    if (isOpen(run.session)) this.change((session) => finish(session, 'dismissed'));
    else this.requestUpdate();
  }

  connectedCallback(): void {
    // Captured, before the outbox hears of it, so that the last words travel with its farewell.
    document.addEventListener('visibilitychange', this.onVisibility, true);
    this.attachLater();
    this.requestUpdate(); // taken out and put in again: back to the top layer
  }

  disconnectedCallback(): void {
    this.run?.flush();
    document.removeEventListener('visibilitychange', this.onVisibility, true);
    this.connection?.abort();
  }

  attributeChangedCallback(): void {
    if (this.later) void this.later.speak(this);
    else if (this.run) void this.loadLater();
  }

  /**
   * Draws anew, once for all that changes in this turn of the event loop.
   *
   * @param answered drawing would keep the database's word waiting, so it comes after that
   */
  requestUpdate(answered = false): void {
    if (this.stale) return;
    this.stale = true;
    const turn = answered
      ? Promise.race([this.run.written, new Promise((late) => setTimeout(late, WRITE_MS))])
      : Promise.resolve();
    this.updateComplete = turn.then(() => this.catchUp());
  }

  /** Draws what has changed and is not drawn yet. */
  catchUp(): void {
    if (this.stale) this.update();
  }

  give(id: string, value: AnswerValue | undefined, soon?: boolean): void {
    this.change((session, now) => answer(session, id, value, now), soon);
  }

  change(step: (session: Session, now: number) => Session, soon?: boolean): void {
    const { run } = this;
    run.session = step(run.session, run.now());
    if (soon) run.commitSoon();
    else run.commit();
    this.requestUpdate(true);
  }

  /** To the next screen. Where the network has gone before what comes next was here, that was the end. */
  async forth(event?: Event): Promise<void> {
    event?.preventDefault(); // nothing is submitted
    if (this.going) return; // what comes next is on its way, and has not been seen yet
    this.going = true;
    this.turn();
    if (await this.loadLater()) this.later?.forth(this, this.screen);
    else this.change((session) => finish(session, 'done'));
    this.catchUp(); // or a second step would go on from what is not on the screen any more
    this.going = false;
  }

  back(): void {
    this.turn();
    this.later?.back(this);
  }

  private draw(screen: Screen | undefined, content: unknown): HTMLElement | null {
    render(this.template(screen, content), this.root, { host: this });
    return this.root.querySelector('.ff');
  }

  private template(screen: Screen | undefined, content: unknown): TemplateResult | typeof nothing {
    const { run, settings } = this;
    const { placed, strings } = run.prepared;
    const inline = placed?.name === 'inline';
    if (inline && this.gone) return nothing;
    const { locale, dir = 'ltr' } = strings;
    return html`<div
      class="ff ${placed?.name} ${screen?.layout} ${settings?.colorScheme}"
      lang=${locale}
      dir=${dir}
      popover=${inline ? nothing : 'manual'}
      @pointerdown=${run.prepared.outbox.expectAnswer}
      @keydown=${onKey}
      @keyup=${hush}
      @keypress=${hush}
    >
      <div></div>
      <form class="card" part="card" aria-labelledby="question" novalidate @submit=${this.forth}>
        ${content}
      </form>
    </div>`;
  }

  private update(): void {
    this.stale = false;
    if (!this.run) return;
    // A popover has to lay out what it holds while it opens, which keeps the page waiting: so it opens empty.
    const { screen } = this;
    let root = this.root.querySelector<HTMLElement>('.ff') ?? this.draw(screen, nothing);
    if (root?.popover != null && this.isConnected && root.matches(':popover-open') === this.gone)
      root.togglePopover(!this.gone);
    root = this.draw(screen, card(this, screen));
    if (root && this.isConnected) this.later?.updated(this, root);
  }

  /** What is asked now; undefined after the end. */
  get screen(): Screen | undefined {
    return this.run && screenOf(this, this.modules);
  }

  private turn(): void {
    this.refocus = this.root.activeElement !== null;
  }

  /** Whether what comes after the first question is here. */
  private async loadLater(): Promise<boolean> {
    const { run } = this;
    try {
      if (!run.prepared.later) await complete(run.prepared);
    } catch {
      return false; // TypeError: the network has gone. It is tried again at the next step.
    }
    if (this.later && this.adopt(this.later)) this.attachLater();
    return true;
  }

  private readonly onVisibility = (): void => {
    if (document.hidden) this.run?.flush();
  };

  private attachLater(): void {
    if (!this.later || !this.isConnected) return;
    this.connection = new AbortController();
    this.later.attach(this, this.connection.signal);
  }

  private adopt(module: KindModule): boolean {
    if (this.modules.includes(module)) return false;
    this.modules.push(module);
    this.root.adoptedStyleSheets.push(module.styles);
    this.requestUpdate();
    return true;
  }
}
