import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { saveCsv, saveJson, type Draw } from '../export/save.ts';
import type { Strings } from '../strings/en.ts';
import { PanelElement } from './panel-element.ts';
import { panelTable, tableCsv, tableTexts, type PanelTable } from './panel-table.ts';
import { pictureTools, tablePicture } from './picture-tools.ts';

/** One reading of a panel: a sentence, a chart and a table with the same figures. */
export interface PanelView {
  /** On the switch between the panel's views; needed where there are several. */
  readonly label?: string;
  /** One plain sentence. */
  readonly verdict: string;
  /** What stands below the sentence. */
  readonly lead?: TemplateResult | string;
  /** Absent: the table is all there is to see. */
  readonly chart?: TemplateResult;
  /** The chart as a picture; absent: the table is. */
  readonly draw?: Draw;
  readonly table: PanelTable;
  /** Between chart or table and the note. */
  readonly more?: TemplateResult;
  readonly note?: string;
}

/** What one panel shows; set as one, so that it never mixes two files or two languages. */
export interface PanelContent {
  /** Names the panel to tests, and its files. */
  readonly id: string;
  readonly name: string;
  /** Beside the name: what it stands on, where that is not the whole file. */
  readonly aside?: string;
  /** At least one; the first is shown first. */
  readonly views: readonly PanelView[];
  /** Every figure, unrounded, as JSON. */
  readonly json: () => string;
  /** What stands under an exported picture. */
  readonly source: string;
  readonly strings: Strings;
}

/** From this many views on they are chosen from a list. */
const LIST_FROM = 5;

/** A part of the report: its name, one sentence, a chart and a table with the same figures, and what can be taken away. */
export class Panel extends PanelElement {
  static override properties = {
    content: { attribute: false },
    table: { state: true },
    chosen: { state: true },
  };

  declare content: PanelContent | undefined;
  declare table: boolean;
  /** Label of the view that is shown. */
  declare chosen: string | undefined;

  constructor() {
    super();
    this.table = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // In another language a view has another label.
    if (changed.has('content') && !this.content?.views.some(({ label }) => label === this.chosen))
      this.chosen = this.content?.views[0]?.label;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content } = this;
    const view = content?.views.find(({ label }) => label === this.chosen);
    if (!content || !view) return nothing;
    const { id, name, aside, strings } = content;
    const { verdict, lead, chart, table, more, note } = view;
    return html`<section class="panel" data-panel=${id} data-view=${view.label ?? nothing}>
      <header>
        <div class="eyebrow">
          <b>${name}</b>${aside === undefined ? nothing : html`<span>${aside}</span>`}
          ${this.#tools(content, view)}
        </div>
        <h2>${verdict}</h2>
        ${lead === undefined || lead === '' ? nothing : html`<p class="what">${lead}</p>`}
      </header>
      ${this.#views(content)} ${chart === undefined || this.table ? panelTable(table, name, strings) : chart}
      ${more ?? nothing} ${note === undefined ? nothing : html`<p class="note">${note}</p>`}
    </section>`;
  }

  #views({ id, name, views, strings }: PanelContent): TemplateResult | typeof nothing {
    if (views.length < 2) return nothing;
    if (views.length >= LIST_FROM)
      return html`<label class="choose"
        >${strings.panel.measure}
        <select name="view-${id}" @change=${this.#choose}>
          ${views.map(
            ({ label }) =>
              html`<option value=${label ?? ''} ?selected=${label === this.chosen}>${label}</option>`,
          )}
        </select></label
      >`;
    return html`<fieldset class="switches" aria-label="${name}: ${strings.panel.measure}">
      ${views.map(
        ({ label }) =>
          html`<label
            ><input
              class="unseen"
              type="radio"
              name="view-${id}"
              value=${label ?? ''}
              .checked=${label === this.chosen}
              @change=${this.#choose}
            />${label}</label
          >`,
      )}
    </fieldset>`;
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLSelectElement)
      this.chosen = currentTarget.value;
  };

  #tools({ id, name, source, json, strings }: PanelContent, view: PanelView): TemplateResult {
    const { panel: words } = strings;
    const { chart, table } = view;
    const draw = view.draw ?? tablePicture(() => tableTexts(table));
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
      ${pictureTools(id, draw, { heading: view.verdict, foot: source }, strings)}
      ${button(words.csv, () => saveCsv(id, tableCsv(table)))}
      ${button(words.json, () => saveJson(id, json()))}
    </span>`;
  }
}

function button(text: string, act: () => void): TemplateResult {
  return html`<button type="button" @click=${act}>${text}</button>`;
}
