import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { Figures } from '../shared/metrics/figures.ts';
import type { FiguresOptions } from '../shared/metrics/figures-options.ts';
import type { Mapping } from '../shared/mapping/mapping.ts';
import { matchLocale } from '../shared/questionnaire/localize.ts';
import type { ReportEngine } from './engine/engine-client.ts';
import type { FirstFigures, ReadOutcome, SourceFile } from './engine/messages.ts';
import { fittingMapping } from './engine/fitting-mapping.ts';
import type { NamedForm } from './engine/inspect.ts';
import type { ReadProgress } from './engine/read-answers.ts';
import { pageStorage } from './mapping/kept-mappings.ts';
import type { MappingContent } from './mapping/mapping-screen.ts';
import type { TableFile } from './mapping/table-form.ts';
import { tableAs, tablesToMap } from './mapping/tables-to-map.ts';
import { MatrixChoiceEvent } from './panels/matrix-names.ts';
import { LANGUAGES, pageHeader, type Language } from './parts/page-header.ts';
import { FileDrop } from './parts/file-drop.ts';
import { namer } from './parts/names.ts';
import { PrintFoot } from './parts/print-foot.ts';
import { emptyState } from './states/empty-state.ts';
import { failure, problemList } from './states/problem-list.ts';
import { readingState } from './states/reading-state.ts';
import { reportState } from './states/report-state.ts';
import { en, type Strings } from './strings/en.ts';
import { zhCN } from './strings/zh-CN.ts';
import { zhTW } from './strings/zh-TW.ts';

const STRINGS: Readonly<Record<Language, Strings>> = { en: en as Strings, 'zh-CN': zhCN, 'zh-TW': zhTW }; // its locale widens to string

/** Reading shorter than this shows no progress: it would only flicker. */
const PROGRESS_AFTER_MS = 150;

type View =
  | { readonly kind: 'empty'; readonly outcome?: ReadOutcome }
  | { readonly kind: 'reading'; readonly files: readonly SourceFile[] }
  | { readonly kind: 'mapping'; readonly asking: Asking }
  | { readonly kind: 'report'; readonly outcome: ReadOutcome; readonly figures: Figures }
  | { readonly kind: 'failed'; readonly message: string };

/** A table whose columns are asked about, and the reading that waits for it. */
interface Asking extends Reading {
  readonly table: TableFile;
  /** Tables that are asked about after this one. */
  readonly left: number;
  /** What the owner begins with, where it is not the guess. */
  readonly mapping?: Mapping;
  readonly wrongEncoding?: boolean;
  readonly outcome: ReadOutcome;
}

/** Files, and what they are read by. */
interface Reading {
  readonly files: readonly SourceFile[];
  readonly mappings: readonly Mapping[];
  /** Names of files that the owner leaves out. */
  readonly leftOut: ReadonlySet<string>;
}

/** The report's page: takes files by drop, choice or from the page itself, and shows what they say. */
export class FourfoldReport extends LitElement {
  static override properties = {
    engine: { attribute: false },
    language: { state: true },
    view: { state: true },
    progress: { state: true },
    first: { state: true },
    options: { state: true },
  };

  declare engine: ReportEngine | undefined;
  declare language: Language;
  declare view: View;
  declare progress: ReadProgress | undefined;
  declare first: FirstFigures | undefined;
  declare options: FiguresOptions;
  #read: Reading = { files: [], mappings: [], leftOut: new Set() };
  #connection: AbortController | undefined;
  #printFoot: PrintFoot | undefined;
  readonly #drop = new FileDrop(this, (files) => void this.#add(files));

  constructor() {
    super();
    this.language = preferredLanguage(navigator.languages);
    this.view = { kind: 'empty' };
    this.options = {};
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

  /**
   * Reads files in place of those before; asks what the columns of a foreign table mean.
   *
   * @param files answers, with questionnaires and mappings among them
   */
  async open(files: readonly SourceFile[]): Promise<void> {
    await this.#reads({ files, mappings: [], leftOut: new Set() });
  }

  async #reads(reading: Reading): Promise<void> {
    const { engine } = this;
    const { files, mappings } = reading;
    if (!engine || files.length === 0) return;
    const before = this.view;
    this.progress = this.first = undefined;
    const patience = setTimeout(() => (this.view = { kind: 'reading', files }), PROGRESS_AFTER_MS);
    try {
      const outcome = await engine.read(
        files,
        this.options,
        {
          progress: (progress) => (this.progress = progress),
          firstFigures: (first) => (this.first = first),
        },
        { mappings },
      );
      if (!outcome) this.view = before.kind === 'reading' ? { kind: 'empty' } : before;
      else await this.#askOrShow(engine, outcome, reading);
    } catch (error) {
      this.view = { kind: 'failed', message: String(error) };
    } finally {
      clearTimeout(patience);
    }
  }

  /** Tables that nothing explains are asked about, one after the other; then all files are read anew. */
  async #askOrShow(engine: ReportEngine, outcome: ReadOutcome, reading: Reading): Promise<void> {
    const { files, mappings, leftOut } = reading;
    const { ask, kept } = await tablesToMap(engine, outcome, files, mappings, leftOut, pageStorage());
    const all = { ...reading, mappings: [...mappings, ...kept] };
    const [table, ...later] = ask;
    if (table) this.view = { kind: 'mapping', asking: { ...all, table, left: later.length, outcome } };
    else if (kept.length > 0) await this.#reads(all);
    else this.#show(outcome, reading);
  }

  /** Back to the columns of the first table that was read by a mapping of this page. */
  async #remap(): Promise<void> {
    const { engine, view } = this;
    const { files, mappings } = this.#read;
    const [mapping, ...others] = mappings;
    if (!engine || !mapping || view.kind !== 'report') return;
    for (const file of files) {
      const table = await tableAs(engine, file, mapping.table);
      if (!table || fittingMapping(table.table.header, mappings) !== mapping) continue;
      const asking = { ...this.#read, mappings: others, table, left: 0, mapping, outcome: view.outcome };
      this.view = { kind: 'mapping', asking };
      return;
    }
  }

  async #inspect(asking: Asking, named: NamedForm): Promise<void> {
    const file = asking.files.find(({ name }) => name === asking.table.file);
    if (!this.engine || !file) return;
    try {
      const table = await tableAs(this.engine, file, named);
      this.view = { kind: 'mapping', asking: { ...asking, ...(table && { table }), wrongEncoding: !table } };
    } catch (error) {
      // Errors of a worker come as their text.
      if (!String(error).includes('EncodingError')) throw error;
      this.view = { kind: 'mapping', asking: { ...asking, wrongEncoding: true } };
    }
  }

  protected override render(): TemplateResult {
    const strings = STRINGS[this.language];
    const { view } = this;
    const open = (files: readonly File[]): void => void this.open(fromDisk(files));
    const add = (files: readonly File[]): void => void this.#add(files);
    const columns = this.#read.mappings.length > 0 ? { columns: () => void this.#remap() } : {};
    const report = view.kind === 'report' ? { report: { add, print: () => print(), ...columns } } : {};
    const header = pageHeader(strings, { speak: (language) => (this.language = language), ...report });
    return html`<div
      class=${this.#drop.over ? 'dropping' : ''}
      data-drop=${strings.empty.drop}
      data-state=${view.kind}
    >
      ${header} ${this.#body(view, strings, open)}
    </div>`;
  }

  protected override updated(): void {
    const strings = STRINGS[this.language];
    document.documentElement.lang = strings.locale;
    document.title = strings.title;
    const day = new Intl.DateTimeFormat(strings.locale === 'en' ? 'en-GB' : strings.locale, {
      dateStyle: 'medium',
    });
    const names =
      this.view.kind === 'report' ? strings.list(this.view.outcome.files.map(({ name }) => name)) : '';
    this.#printFoot?.write(
      [names, day.format(new Date()), 'Fourfold'].filter((part) => part !== '').join(' · '),
    );
  }

  #body(view: View, strings: Strings, open: (files: readonly File[]) => void): TemplateResult {
    switch (view.kind) {
      case 'empty':
        return html`${view.outcome ? problemList(view.outcome.problems, strings) : nothing}
        ${emptyState(strings, open)}`;
      case 'failed':
        return html`${failure(strings, view.message)} ${emptyState(strings, open)}`;
      case 'reading': {
        const { first, progress } = this;
        const reading = {
          file: view.files[0]?.name ?? '',
          nameOf: namer(first?.labels ?? new Map(), strings.locale),
          ...(progress && { progress }),
          ...(first && { figures: first.figures }),
        };
        return readingState(reading, strings, () => this.engine?.cancel());
      }
      case 'mapping':
        return html`<fourfold-mapping
          .content=${this.#mappingContent(view.asking, strings)}
        ></fourfold-mapping>`;
      case 'report':
        return reportState(
          view.outcome,
          view.figures,
          this.options,
          strings,
          (options) => void this.#choose(options),
        );
    }
  }

  #mappingContent(asking: Asking, strings: Strings): MappingContent {
    const { table, mapping, mappings, left, wrongEncoding, leftOut, outcome } = asking;
    return {
      ...{ file: table, left, strings, ...(mapping && { mapping }) },
      ...(wrongEncoding !== undefined && { wrongEncoding }),
      draw: (drawn) => void this.#reads({ ...asking, mappings: [...mappings, drawn] }),
      leaveOut: () => {
        const reading = { ...asking, leftOut: new Set([...leftOut, table.file]) };
        if (this.engine) void this.#askOrShow(this.engine, outcome, reading);
      },
      inspect: (named) => void this.#inspect(asking, named),
    };
  }

  #show(outcome: ReadOutcome, { files, mappings, leftOut }: Reading): void {
    const { figures } = outcome;
    if (!figures.ok)
      this.view = { kind: 'failed', message: figures.issues.map(({ message }) => message).join('; ') };
    else if (outcome.files.length === 0) this.view = { kind: 'empty', outcome };
    else {
      this.#read = { files, mappings, leftOut };
      this.view = { kind: 'report', outcome, figures: figures.value };
    }
  }

  /** More files beside those that are there: all are read anew, since a questionnaire may explain earlier ones. */
  async #add(files: readonly File[]): Promise<void> {
    if (this.view.kind !== 'report') await this.open(fromDisk(files));
    else await this.#reads({ ...this.#read, files: [...this.#read.files, ...fromDisk(files)] });
  }

  async #choose(options: FiguresOptions): Promise<void> {
    const figures = await this.engine?.figures(options);
    if (!figures || this.view.kind !== 'report') return;
    this.options = options;
    this.view = figures.ok
      ? { ...this.view, figures: figures.value }
      : { kind: 'failed', message: figures.issues.map(({ message }) => message).join('; ') };
  }

  readonly #matrixChoice = (event: Event): void => {
    if (event instanceof MatrixChoiceEvent) void this.#choose({ ...this.options, matrix: event.matrix });
  };
}

function fromDisk(files: readonly File[]): SourceFile[] {
  return files.map((file) => ({ name: file.name, blob: file }));
}

function preferredLanguage(languages: readonly string[]): Language {
  const locales = LANGUAGES.map(({ locale }) => locale);
  for (const wanted of languages) {
    const found = matchLocale(wanted, locales);
    const language = locales.find((locale) => locale === found);
    if (language) return language;
  }
  return 'en';
}
