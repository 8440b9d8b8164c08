import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { saveCsv, saveJson, savePng, saveSvg, type Draw } from '../export/save.ts';
import type { Strings } from '../strings/en.ts';
import { panelTable, tableCsv, type PanelTable } from './panel-table.ts';

/** What one panel shows; set as one, so that it never mixes two files or two languages. */
export interface PanelContent {
  /** Names the panel to tests, and its files. */
  readonly id: string;
  readonly name: string;
  /** Beside the name: what it stands on, where that is not the whole file. */
  readonly aside?: string;
  /** One plain sentence. */
  readonly verdict: string;
  /** What stands below the sentence. */
  readonly lead?: TemplateResult | string;
  /** Absent: the table is all there is to see. */
  readonly chart?: TemplateResult;
  /** The chart as a picture; absent: no picture is offered. */
  readonly draw?: Draw;
  readonly table: PanelTable;
  /** Between chart or table and the note. */
  readonly more?: TemplateResult | undefined;
  readonly note?: string;
  /** Every figure, unrounded, as JSON. */
  readonly json: () => string;
  /** What stands under an exported picture. */
  readonly source: string;
  readonly strings: Strings;
}

/** A part of the report: its name, one sentence, a chart and a table with the same figures, and what can be taken away. */
export class Panel extends LitElement {
  static override properties = { content: { attribute: false }, table: { state: true } };

  declare content: PanelContent | undefined;
  declare table: boolean;

  constructor() {
    super();
    this.table = false;
  }

  // The page's one style sheet, its print rules and the test's hooks reach inside.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content } = this;
    if (!content) return nothing;
    const { id, name, aside, verdict, lead, chart, table, more, note, strings } = content;
    return html`<section class="panel" data-panel=${id}>
      <header>
        <div class="eyebrow">
          <b>${name}</b>${aside === undefined ? nothing : html`<span>${aside}</span>`} ${this.#tools(content)}
        </div>
        <h2>${verdict}</h2>
        ${lead === undefined ? nothing : html`<p class="what">${lead}</p>`}
      </header>
      ${chart === undefined || this.table ? panelTable(table, name, strings) : chart} ${more ?? nothing}
      ${note === undefined ? nothing : html`<p class="note">${note}</p>`}
    </section>`;
  }

  #tools({ id, name, chart, draw, verdict, source, table, json, strings }: PanelContent): TemplateResult {
    const { panel: words } = strings;
    const picture = { heading: verdict, foot: source };
    return html`<span class="tools" role="group" aria-label="${name}: ${words.view}">
      ${
        chart === undefined
          ? nothing
          : [false, true].map(
              (wanted) =>
                html`<button
                  type="button"
                  aria-pressed=${this.table === wanted}
                  @click=${() => (this.table = wanted)}
                >
                  ${wanted ? words.table : words.chart}
                </button>`,
            )
      }
      ${
        draw
          ? html`${button(words.png, () => void savePng(id, draw, picture))}
            ${button(words.svg, () => saveSvg(id, draw, picture))}`
          : nothing
      }
      ${button(words.csv, () => saveCsv(id, tableCsv(table)))}
      ${button(words.json, () => saveJson(id, json()))}
    </span>`;
  }
}

function button(text: string, act: () => void): TemplateResult {
  return html`<button type="button" @click=${act}>${text}</button>`;
}
