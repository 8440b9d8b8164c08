import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Figures } from '../../shared/metrics/figures.ts';
import { figuresJson } from '../../shared/metrics/figures-json.ts';
import type { Matrix, MatrixOptions } from '../../shared/metrics/matrix.ts';
import type { Drawing } from '../charts/drawing.ts';
import { matrixDrawing } from '../charts/matrix-chart.ts';
import { importanceText, matrixModel } from '../charts/matrix-model.ts';
import { drawChart } from '../export/draw-chart.ts';
import { matrixCsv } from '../export/matrix-csv.ts';
import { saveCsv, saveJson, type Draw } from '../export/save.ts';
import { mean } from '../format/numbers.ts';
import type { PictureWords } from '../export/picture.ts';
import type { NameOf } from '../parts/names.ts';
import type { Strings } from '../strings/en.ts';
import { meansWords } from '../strings/panels/means.ts';
import { isOfMeans } from '../verdict/of-means.ts';
import { firstAndContested } from '../verdict/page-verdict.ts';
import { MatrixChoiceEvent, attributeName } from './matrix-names.ts';
import type { SortKey, Sorting } from './matrix-rows.ts';
import { matrixSwitches } from './matrix-switches.ts';
import { matrixTable } from './matrix-table.ts';
import { PanelElement } from './panel-element.ts';
import { pictureTools } from './picture-tools.ts';
import { rankedList } from './ranked-list.ts';

/** Height of the chart in a picture, in px. */
const PICTURE_HEIGHT = 628;

/** What the panel shows; set as one, so that it never mixes two files or two languages. */
export interface MatrixContent {
  readonly matrix: Matrix;
  readonly figures: Figures;
  readonly options: MatrixOptions;
  readonly nameOf: NameOf;
  readonly strings: Strings;
  /** What stands under an exported picture. */
  readonly source: string;
}

/** What to do first: the importance-satisfaction matrix as chart, list and table. */
export class MatrixPanel extends PanelElement {
  static override properties = {
    content: { attribute: false },
    table: { state: true },
    sorting: { state: true },
    busy: { state: true },
  };

  declare content: MatrixContent | undefined;
  declare table: boolean;
  declare sorting: Sorting;
  /** A choice was made and its figures are not there yet: nothing is shown or saved under the wrong name. */
  declare busy: boolean;

  constructor() {
    super();
    this.table = false;
    this.sorting = { by: 'rank', descending: false };
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('content')) this.busy = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content } = this;
    if (!content) return nothing;
    const { matrix: words, panel } = content.strings;
    const act = (text: string, save: () => void): TemplateResult =>
      html`<button type="button" ?disabled=${this.busy} @click=${save}>${text}</button>`;
    const view = (table: boolean, text: string): TemplateResult =>
      html`<button
        type="button"
        aria-pressed=${this.table === table}
        ?disabled=${this.busy}
        @click=${() => (this.table = table)}
      >
        ${text}
      </button>`;
    return html`<section
      class="panel"
      data-panel="matrix"
      data-crosshair=${content.matrix.crosshair.kind}
      data-importance=${content.matrix.importance}
      aria-busy=${this.busy}
    >
      <header>
        <div class="eyebrow">
          <b>${words.name}</b>
          <span class="tools" role="group" aria-label="${words.name}: ${panel.view}">
            ${view(false, panel.chart)} ${view(true, panel.table)}
            ${pictureTools('matrix', this.#draw(content), this.#words(content), content.strings)}
            ${act(panel.csv, () => saveCsv('matrix', matrixCsv(content.matrix, content.figures, content.nameOf)))}
            ${act(panel.json, () => saveJson('matrix', figuresJson(content.matrix)))}
          </span>
        </div>
        <h2>${this.#verdict(content)}</h2>
      </header>
      ${this.table ? this.#table(content) : this.#chart(content)} ${this.#missing(content, content.nameOf)}
    </section>`;
  }

  #verdict({ matrix, strings }: MatrixContent): string {
    if (isOfMeans(matrix)) {
      const inFirst = matrix.points.filter(({ quadrant }) => quadrant === 'improve-first');
      return meansWords(strings).verdict(inFirst.length, matrix.points.length);
    }
    const { first, undecided } = firstAndContested(matrix);
    const certainties = first.flatMap(({ certainty }) => certainty ?? []);
    const least = certainties.length > 0 ? Math.min(...certainties) : undefined;
    return strings.matrix.verdict(first.length, matrix.points.length, least, undecided.length);
  }

  #switches({ matrix, figures, options, strings }: MatrixContent): TemplateResult {
    return matrixSwitches(matrix, figures, options, strings, (chosen) => {
      this.busy = true;
      this.dispatchEvent(new MatrixChoiceEvent(chosen));
    });
  }

  #chart(content: MatrixContent): TemplateResult {
    const { matrix, nameOf, strings } = content;
    return html`<div class="hero">
      <div>
        ${this.#switches(content)}
        <fourfold-chart .drawing=${this.#drawing(content)}></fourfold-chart>
        <p class="note">${this.#note(content)}</p>
      </div>
      ${rankedList(matrix, nameOf, strings)}
    </div>`;
  }

  #drawing(content: MatrixContent): Drawing {
    const { matrix, figures, nameOf, strings } = content;
    const { first, undecided } = firstAndContested(matrix);
    const names = (points: typeof first): string[] => points.map(({ attribute }) => nameOf(attribute));
    return matrixDrawing(
      matrixModel(matrix, figures, nameOf, strings),
      strings.matrix.describe(this.#verdict(content), names(first), names(undecided)),
    );
  }

  #draw(content: MatrixContent): Draw {
    return (theme) => drawChart(this.#drawing(content), theme, PICTURE_HEIGHT);
  }

  #words(content: MatrixContent): PictureWords {
    return { heading: this.#verdict(content), foot: content.source };
  }

  #note(content: MatrixContent): string {
    const { matrix, strings } = content;
    const [point] = matrix.points;
    const iso = matrix.sameScale ? strings.matrix.isoNote : '';
    if (point && isOfMeans(matrix))
      return strings.sentences([
        meansWords(strings).note(point.satisfaction.min, point.satisfaction.max),
        iso,
      ]);
    const note = strings.matrix.note({
      certaintyMin: matrix.certaintyMin,
      min: point?.satisfaction.min ?? 1,
      max: point?.satisfaction.max ?? 5,
      small: matrix.points.some(({ smallSample }) => smallSample),
      cut: true,
      median: matrix.crosshair.kind === 'median',
      weight: matrix.importance === 'relative-weight',
    });
    const { kind, importanceRule } = matrix.crosshair;
    return strings.sentences([
      note,
      iso,
      matrix.importance === 'relative-weight' ? this.#aboutWeights(content) : '',
      kind === 'midpoint' && importanceRule === 'mean' ? strings.matrix.midpointNote : '',
    ]);
  }

  #aboutWeights({ figures, strings }: MatrixContent): string {
    const { relative } = figures.derivedImportance ?? {};
    const { weights } = strings.matrix;
    if (!relative) return '';
    if (relative.refused === 'too-few-complete') return weights['too-few-complete'](relative.n);
    if (relative.refused) return weights[relative.refused]();
    return relative.kept === undefined ? '' : weights.kept(relative.n, relative.kept);
  }

  #table(content: MatrixContent): TemplateResult {
    const { matrix, figures, nameOf, strings } = content;
    const { crosshair } = matrix;
    return html`${this.#switches(content)}
      ${matrixTable(matrix, figures, nameOf, strings, this.sorting, (by) => this.#sort(by))}
      <p class="note">
        ${strings.matrix.tableNote(mean(crosshair.satisfaction), importanceText(matrix)(crosshair.importance))}
        ${this.#aboutWeights(content)}
      </p>`;
  }

  #missing({ matrix, strings }: MatrixContent, nameOf: NameOf): TemplateResult | typeof nothing {
    if (matrix.notDrawn.length === 0) return nothing;
    const items = matrix.notDrawn.map(({ attribute, n, reason }) => ({ name: nameOf(attribute), n, reason }));
    return html`<p class="note" data-not-drawn=${matrix.notDrawn.map(attributeName).join(' ')}>
      ${strings.matrix.notDrawn(items)}
    </p>`;
  }

  #sort(by: SortKey): void {
    const largestFirst = by !== 'rank' && by !== 'attribute';
    const descending = this.sorting.by === by ? !this.sorting.descending : largestFirst;
    this.sorting = { by, descending };
  }
}
