import { LitElement, html, type TemplateResult } from 'lit';
import type { Figures } from '../shared/metrics/figures.ts';
import type { Parsed } from '../shared/parsed.ts';
import type { BakedReport } from './baked-data.ts';
import type { BakeWanted } from './engine/bake.ts';
import type { ReportEngine } from './engine/engine-client.ts';
import type { FirstFigures, ReadOutcome, SourceFile } from './engine/messages.ts';
import type { ReadProgress } from './engine/read-answers.ts';
import { askAgain, askedAs, leavingOut, nextStep, type Asking, type Reading } from './mapping/asking.ts';
import { chosenFigures, isRefusal } from './filters/chosen-figures.ts';
import { MatrixChoiceEvent } from './panels/matrix-names.ts';
import type { Language } from './parts/page-header.ts';
import { FileDrop } from './parts/file-drop.ts';
import { PlanKeeper } from './plan/plan-keeper.ts';
import { createPlanStore } from './plan/plan-store.ts';
import { saveReport } from './saved/save-report.ts';
import { PrintFoot } from './parts/print-foot.ts';
import { failedBy, viewOf, type ReportView, type View } from './states/view.ts';
import { filterOf, FIRST_STATE, forOtherFiles, optionsOf, type PageState } from './state.ts';
import { fromDisk, pageBody, type PageActs } from './states/page-body.ts';
import { pageHead, type HeadActs } from './states/page-head.ts';
import { Patience } from './states/patience.ts';
import { preferredLanguage, STRINGS } from './strings/languages.ts';

/** The report's page: takes files by drop, choice or from the page itself, and shows what they say. */
export class FourfoldReport extends LitElement {
  static override properties = {
    engine: { attribute: false },
    language: { state: true },
    view: { state: true },
    progress: { state: true },
    first: { state: true },
    chosen: { state: true },
  };

  declare engine: ReportEngine | undefined;
  declare language: Language;
  declare view: View;
  declare progress: ReadProgress | undefined;
  declare first: FirstFigures | undefined;
  /** What the reader has chosen; a saved report holds it. */
  declare chosen: PageState;
  /** The baked examples stand beside this page. */
  examplesBeside = false;
  /** The improvement plan. */
  plans = new PlanKeeper(createPlanStore());
  #read: Reading = { files: [], mappings: [], leftOut: new Set() };
  #connection: AbortController | undefined;
  #printFoot: PrintFoot | undefined;
  /** The newest look at a table whose form was named. */
  #inspecting: Promise<Asking> | undefined;
  readonly #drop = new FileDrop(this, (files) => void this.#add(files));

  constructor() {
    super();
    this.language = preferredLanguage(navigator.languages);
    this.view = { kind: 'empty' };
    this.chosen = FIRST_STATE;
  }

  // Light DOM: one style sheet for the page and its print, and a main landmark that stands in the document.
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    this.#printFoot ??= new PrintFoot();
    this.addEventListener(MatrixChoiceEvent.type, this.#matrixChoice, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.engine?.cancel();
  }

  /** Opens on what stands in the page, with the language, the choices and the plan of who saved it. */
  async openBaked(baked: Parsed<BakedReport>): Promise<void> {
    if (!baked.ok) {
      this.view = failedBy(baked.issues);
      return;
    }
    const { files, language, state, plan } = baked.value;
    if (language) this.language = language;
    await this.open(files, state);
    if (this.view.kind === 'report' && plan) await this.plans.open(this.view.base, plan);
  }

  /**
   * Reads files in place of those before; asks what the columns of a foreign table mean.
   *
   * @param files answers, with questionnaires and mappings among them
   * @param state what is chosen among the answers, as `chosen` was when a report was saved
   */
  async open(files: readonly SourceFile[], state?: PageState): Promise<void> {
    await this.#reads({ files, mappings: [], leftOut: new Set() });
    if (state) await this.#choose(state);
  }

  /** What the figures on the page were chosen by: `chosen`, as soon as they are there. */
  get shownState(): PageState | undefined {
    return this.view.kind === 'report' ? this.view.shown : undefined;
  }

  async #reads(reading: Reading): Promise<void> {
    const { engine } = this;
    const { files, mappings } = reading;
    if (!engine || files.length === 0) return;
    const before = this.view;
    this.progress = this.first = undefined;
    this.chosen = forOtherFiles(this.chosen);
    const patience = new Patience();
    patience.show(() => (this.view = { kind: 'reading', files }));
    try {
      const outcome = await engine.read(
        files,
        optionsOf(this.chosen),
        {
          progress: (progress) => (this.progress = progress),
          firstFigures: (first) => (this.first = first),
        },
        { mappings },
      );
      if (!outcome) this.view = before.kind === 'reading' ? { kind: 'empty' } : before;
      else await this.#follow(engine, outcome, reading);
    } catch (error) {
      this.#fail(error);
    } finally {
      patience.end();
    }
  }

  async #follow(engine: ReportEngine, outcome: ReadOutcome, reading: Reading): Promise<void> {
    const next = await nextStep(engine, outcome, reading);
    if (next.kind === 'ask') this.view = { kind: 'mapping', asking: next.asking };
    else if (next.kind === 'read') await this.#reads(next.reading);
    else this.#show(outcome, reading);
  }

  /** Back to what the columns mean. */
  async #remap(): Promise<void> {
    const { engine, view } = this;
    if (!engine || view.kind !== 'report') return;
    const asking = await askAgain(engine, view.outcome, this.#read);
    if (asking) this.view = { kind: 'mapping', asking };
  }

  protected override render(): TemplateResult {
    const strings = STRINGS[this.language];
    const { view } = this;
    return html`<div
      class=${this.#drop.over ? 'dropping' : ''}
      data-drop=${strings.empty.drop}
      data-state=${view.kind}
    >
      ${pageHead(view, strings, this.#read.mappings.length > 0, this.#headActs)}
      ${pageBody(view, strings, this, this.#acts)}
    </div>`;
  }

  protected override updated(): void {
    const strings = STRINGS[this.language];
    document.documentElement.lang = strings.locale;
    document.title = strings.title;
    const { view } = this;
    this.#printFoot?.write(view.kind === 'report' ? view.outcome.files : [], strings);
  }

  async #save(wanted: BakeWanted, view: ReportView): Promise<void> {
    const baked = await this.engine?.bake(wanted);
    if (!baked) throw new Error('the report has changed meanwhile');
    saveReport(this.localName, { view, language: this.language, plans: this.plans }, baked);
  }

  #show(outcome: ReadOutcome, { files, mappings, leftOut }: Reading): void {
    const view = (this.view = viewOf(outcome, this.chosen));
    if (view.kind !== 'report') return;
    this.#read = { files, mappings, leftOut };
    void this.plans.open(view.base);
  }

  /** More files: all are read anew, since a questionnaire may explain earlier ones. */
  async #add(files: readonly File[]): Promise<void> {
    if (this.view.kind !== 'report') await this.open(fromDisk(files));
    else await this.#reads({ ...this.#read, files: [...this.#read.files, ...fromDisk(files)] });
  }

  /** The report of other records, or made in another way; the page shows it when all of it is there. */
  async #choose(chosen: PageState): Promise<void> {
    const { engine, view } = this;
    if (!engine || view.kind !== 'report') return;
    this.chosen = chosen;
    const patience = new Patience();
    const quick = (computing: Figures): void =>
      patience.show(() => {
        if (this.view.kind === 'report' && this.chosen === chosen) this.view = { ...this.view, computing };
      });
    try {
      const found = await chosenFigures(engine, chosen, view.shown, view.base, quick);
      if (!found || this.view.kind !== 'report') return;
      const { outcome } = this.view;
      this.view = found.ok
        ? { kind: 'report', outcome, shown: chosen, ...found.value }
        : failedBy(found.issues);
      if (found.ok && chosen.survey !== view.shown.survey) void this.plans.open(found.value.base);
    } catch (error) {
      if (!isRefusal(error)) this.#fail(error);
      if (this.view.kind !== 'report') return;
      this.chosen = this.view.shown;
      this.view = { ...this.view, computing: undefined, refused: true };
    } finally {
      patience.end();
    }
  }

  #fail(error: unknown): void {
    this.view = { kind: 'failed', message: String(error) };
  }

  readonly #headActs: HeadActs = {
    speak: (language) => (this.language = language),
    add: (files) => void this.#add(files),
    save: (wanted, view) => this.#save(wanted, view),
    remap: () => void this.#remap(),
  };

  readonly #acts: PageActs = {
    open: (files) => void this.open(files),
    cancel: () => this.engine?.cancel(),
    choose: (chosen) => void this.#choose(chosen),
    askComments: (wanted) =>
      this.engine?.comments({ ...wanted, filter: filterOf((this.shownState ?? FIRST_STATE).filter) }) ??
      Promise.resolve(undefined),
    draw: (asking, drawn) => void this.#reads({ ...asking, mappings: [...asking.mappings, drawn] }),
    leaveOut: (asking) => {
      if (this.engine) void this.#follow(this.engine, asking.outcome, leavingOut(asking));
    },
    inspect: (asking, named) => {
      if (!this.engine) return;
      const latest = (this.#inspecting = askedAs(this.engine, asking, named));
      latest.then(
        (next) => {
          // Whoever has gone on, or named another form, is not brought back.
          if (this.#inspecting === latest && this.view.kind === 'mapping')
            this.view = { kind: 'mapping', asking: next };
        },
        (error: unknown) => this.#fail(error),
      );
    },
  };

  readonly #matrixChoice = (event: Event): void => {
    if (event instanceof MatrixChoiceEvent) void this.#choose({ ...this.chosen, matrix: event.matrix });
  };
}
