import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { parseMapping } from '../../shared/mapping/parse-mapping.ts';
import type { NamedForm } from '../engine/inspect.ts';
import type { ColumnProfile } from '../engine/guess/profile-column.ts';
import { parseJson } from '../engine/parse-json.ts';
import { download } from '../export/download.ts';
import type { Strings } from '../strings/en.ts';
import { mapping as words } from '../strings/panels/mapping.ts';
import { asMapped } from './as-mapped.ts';
import { roleOf } from './choose-role.ts';
import { foldColumns } from './fold-columns.ts';
import { isError, judgeMapping, type Finding } from './judge-mapping.ts';
import { keepMapping, pageStorage } from './kept-mappings.ts';
import { mappingRow } from './mapping-row.ts';
import { tableForm, type TableFile } from './table-form.ts';

/** What the screen asks about, and what follows. */
export interface MappingContent {
  readonly file: TableFile;
  /** What the owner begins with, where it is not the guess. */
  readonly mapping?: Mapping;
  /** Tables that are asked about after this one. */
  readonly left: number;
  /** The bytes were not in the encoding that was chosen last. */
  readonly wrongEncoding?: boolean;
  readonly strings: Strings;
  readonly draw: (mapping: Mapping) => void;
  readonly leaveOut: () => void;
  readonly inspect: (named: NamedForm) => void;
}

/** A mapping that could not be loaded. */
interface Refused {
  readonly file: string;
  readonly lines: readonly string[];
}

/** Asks what the columns of a foreign table mean: a guess, to be corrected in place. */
export class MappingScreen extends LitElement {
  static override properties = {
    content: { attribute: false },
    draft: { state: true },
    all: { state: true },
    kept: { state: true },
    refused: { state: true },
    badScales: { state: true },
  };

  declare content: MappingContent | undefined;
  /** The mapping as it stands on the screen. */
  declare draft: Mapping | undefined;
  declare all: boolean;
  declare kept: boolean | undefined;
  declare refused: Refused | undefined;
  declare badScales: ReadonlyMap<string, string>;
  #origin: Mapping | undefined;
  #touched: ReadonlySet<string> = new Set();

  constructor() {
    super();
    this.all = false;
    this.badScales = new Map();
  }

  // One style sheet for the page; the skip link and the tests reach inside.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('content');
    if (this.content && changed.has('content') && before?.file !== this.content.file)
      this.#begin(this.content.mapping ?? this.content.file.table.guess.mapping);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, draft } = this;
    if (!content || !draft) return nothing;
    const { file, strings, inspect } = content;
    const text = words[strings.locale];
    const columns = this.#columns();
    const findings = this.#findings(draft, columns);
    return html`<main id="content" tabindex="-1" data-screen="mapping">
      ${this.#lede(content, findings)}
      ${tableForm({
        ...{ file, mapping: draft, words: text, inspect },
        change: (mapping) => this.#change(mapping),
        load: (files) => void this.#load(files),
      })}
      ${this.#alerts(content)} ${this.#table(content, draft, columns, findings)}
      ${this.#foot(content, draft, columns, findings)}
    </main>`;
  }

  #begin(mapping: Mapping): void {
    this.draft = this.#origin = mapping;
    this.#touched = new Set();
    this.all = false;
    this.kept = this.refused = undefined;
    this.badScales = new Map();
  }

  /** Of columns with one name the first counts. */
  #columns(): readonly ColumnProfile[] {
    const { columns = [] } = this.content?.file.table ?? {};
    return columns.filter(
      ({ name }, at) => name !== '' && columns.findIndex((other) => other.name === name) === at,
    );
  }

  #findings(mapping: Mapping, columns: readonly ColumnProfile[]): ReadonlyMap<string, readonly Finding[]> {
    const locale = this.content?.strings.locale ?? 'en';
    return judgeMapping(mapping, columns, { chosen: this.#touched, locale });
  }

  #change(mapping: Mapping, column?: string): void {
    if (column !== undefined) {
      this.#touched = new Set([...this.#touched, column]);
      this.badScales = new Map([...this.badScales].filter(([name]) => name !== column));
    }
    this.draft = mapping;
    this.kept = undefined;
  }

  #lede(
    { file, mapping, left, strings }: MappingContent,
    findings: ReadonlyMap<string, readonly Finding[]>,
  ): TemplateResult {
    const text = words[strings.locale];
    const { rows, faults, header, more } = file.table;
    const facts = [
      text.size(rows, more, header.length),
      ...(faults > 0 ? [text.faults(faults)] : []),
      ...(left > 0 ? [text.left(left)] : []),
    ];
    const said = this.draft && asMapped(this.draft, []).means;
    return html`<div class="lede">
      <p class="file"><b>${file.file}</b> · ${facts.join(' · ')}</p>
      <h1>${text.title}</h1>
      <p class="sub">
        ${said ? text.means : mapping ? text.loaded(header.length, findings.size) : text.guessed(header.length, findings.size)}
      </p>
    </div>`;
  }

  #alerts({ wrongEncoding, strings }: MappingContent): TemplateResult | typeof nothing {
    const text = words[strings.locale];
    const { refused } = this;
    if (!refused && wrongEncoding !== true) return nothing;
    return html`<div class="msg" role="alert">
      ${wrongEncoding === true ? html`<p><b>${text.wrongEncoding}</b></p>` : nothing}
      ${
        refused
          ? html`<p><b>${text.badMapping(refused.file)}</b></p>
              <ul class="small">
                ${refused.lines.map((line) => html`<li>${line}</li>`)}
              </ul>`
          : nothing
      }
    </div>`;
  }

  #table(
    { file, strings }: MappingContent,
    draft: Mapping,
    columns: readonly ColumnProfile[],
    findings: ReadonlyMap<string, readonly Finding[]>,
  ): TemplateResult {
    const text = words[strings.locale];
    const { header, preview } = file.table;
    const { shown, folded } = foldColumns(
      columns.map(({ name }) => ({
        name,
        role: roleOf(draft, name),
        doubtful: findings.has(name) || this.#touched.has(name),
      })),
    );
    const rows = this.all ? columns : columns.filter(({ name }) => shown.includes(name));
    const heads = Object.values(text.columns);
    return html`<table class="mapping" role="table">
        <thead>
          <tr role="row">
            ${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((profile) =>
            mappingRow({
              ...{ profile, findings: findings.get(profile.name) ?? [], mapping: draft, words: text },
              origin: this.#origin ?? draft,
              preview: preview.map((cells) => cells[header.indexOf(profile.name)] ?? ''),
              badScale: this.badScales.get(profile.name),
              locale: strings.locale,
              change: (mapping) => this.#change(mapping, profile.name),
              refuseScale: (written) =>
                (this.badScales = new Map([...this.badScales, [profile.name, written]])),
            }),
          )}
        </tbody>
      </table>
      ${
        folded.size === 0 || this.all
          ? nothing
          : html`<p class="folded mut">
              ${text.folded([...folded].map(([role, n]) => text.foldedRole(role, n)))}
              <button type="button" class="link" @click=${() => (this.all = true)}>
                ${text.showAll(columns.length)}
              </button>
            </p>`
      }`;
  }

  #foot(
    { strings, leaveOut }: MappingContent,
    draft: Mapping,
    columns: readonly ColumnProfile[],
    findings: ReadonlyMap<string, readonly Finding[]>,
  ): TemplateResult {
    const text = words[strings.locale];
    const sum = asMapped(draft, columns);
    const wrong = [...findings.values()].filter((list) => list.some(isError)).length + this.badScales.size;
    const isEmpty = sum.scores === 0 && !sum.means;
    const hasId = draft.columns.some(({ role }) => role === 'id');
    return html`<div class="mapped">
      <div role="status">
        <p class="ink2">
          ${text.asMapped(sum, this.content?.file.table.more ?? false)} ·
          <b>${text.rejected(sum.rejected)}</b>${strings.locale === 'en' ? '. ' : '。'}${
            isEmpty || sum.means ? nothing : text.importance[sum.importanceFrom]
          }
        </p>
        ${hasId || sum.means ? nothing : html`<p class="act">? ${text.noId}</p>`}
        ${wrong > 0 ? html`<p class="act">▲ ${text.mend(wrong)}</p>` : nothing}
        ${isEmpty ? html`<p class="act">▲ ${text.nothing}</p>` : nothing}
        ${this.kept === undefined ? nothing : html`<p>${this.kept ? text.kept : text.savedOnly}</p>`}
      </div>
      <div class="acts">
        <button type="button" @click=${leaveOut}>${text.leaveOut}</button>
        <button type="button" @click=${() => this.#keep(draft)}>${text.keep}</button>
        <button type="button" class="btn main" @click=${() => this.#draw(draft, wrong > 0 || isEmpty)}>
          ${text.draw}
        </button>
      </div>
    </div>`;
  }

  #keep(draft: Mapping): void {
    const { table } = this.content?.file ?? {};
    download(
      `${draft.survey}.map.json`,
      new Blob([`${JSON.stringify(draft, undefined, 2)}\n`], { type: 'application/json' }),
    );
    this.kept = table !== undefined && keepMapping(pageStorage(), table.header, draft);
  }

  /** Leads to the first column that cannot stand, else on to the report. */
  #draw(draft: Mapping, wrong: boolean): void {
    if (!wrong) this.content?.draw(draft);
    else this.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }

  async #load(files: readonly File[]): Promise<void> {
    const [file] = files;
    const { content } = this;
    if (!file || !content) return;
    const parsed = parseMapping(parseJson(await file.text()));
    const text = words[content.strings.locale];
    if (!parsed.ok) {
      this.refused = {
        file: file.name,
        lines: parsed.issues.map(({ path, message }) => `${path}: ${message}`),
      };
      return;
    }
    const { header, guess } = content.file.table;
    const named = parsed.value.columns.some(({ column }) => header.includes(column));
    if (!named) this.refused = { file: file.name, lines: [text.otherTable] };
    else this.#begin({ ...parsed.value, table: { ...parsed.value.table, ...formOf(guess.mapping) } });
  }
}

/** What was found out of this file, and does not come from another. */
function formOf({ table = {} }: Mapping) {
  const { encoding, delimiter } = table;
  return { ...(encoding && { encoding }), ...(delimiter && { delimiter }) };
}
