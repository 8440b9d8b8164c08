import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import { parseMapping } from '../../shared/mapping/parse-mapping.ts';
import type { NamedForm } from '../engine/inspect.ts';
import type { ColumnProfile } from '../engine/guess/profile-column.ts';
import { parseJson } from '../engine/parse-json.ts';
import { download } from '../export/download.ts';
import type { Strings } from '../strings/en.ts';
import { mapping as words } from '../strings/panels/mapping.ts';
import { roleOf } from './choose-role.ts';
import { foldColumns } from './fold-columns.ts';
import { isError, judgeMapping, type Finding } from './judge-mapping.ts';
import { keepMapping, pageStorage } from './kept-mappings.ts';
import { alerts, mappingFoot, mappingLede, type Refused } from './mapping-parts.ts';
import { mappingRow } from './mapping-row.ts';
import { withShownNames } from './shown-name.ts';
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
    const wrong = [...findings.values()].filter((list) => list.some(isError)).length + this.badScales.size;
    return html`<main id="content" tabindex="-1" data-screen="mapping">
      ${mappingLede(content, draft, findings.size)}
      ${tableForm({
        ...{ file, mapping: draft, words: text, inspect },
        change: (mapping) => this.#change(mapping),
        load: (files) => void this.#load(files),
      })}
      ${alerts(this.refused, content.wrongEncoding === true, text)}
      ${this.#table(content, draft, columns, findings)}
      ${mappingFoot({
        ...{ file, draft, columns, strings, kept: this.kept, wrong, leaveOut: content.leaveOut },
        keep: () => this.#keep(draft),
        draw: (ready) => this.#draw(draft, ready),
      })}
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

  #keep(draft: Mapping): void {
    const { table } = this.content?.file ?? {};
    download(
      `${draft.survey}.map.json`,
      new Blob([`${JSON.stringify(draft, undefined, 2)}\n`], { type: 'application/json' }),
    );
    this.kept = table !== undefined && keepMapping(pageStorage(), table.header, draft);
  }

  /** On to the report, or to the first column that cannot stand. */
  #draw(draft: Mapping, ready: boolean): void {
    if (ready) this.content?.draw(withShownNames(draft));
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
