import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { ChartRow, RowChartModel, RowFigure, RowMark, RowMeasure } from './row-chart-model.ts';

/**
 * Rows of values with intervals, in the page's own type and colours: nothing is redrawn for another width, for print
 * or for the dark.
 *
 * @param shown which of the measures a phone shows
 */
export function rowChart(model: RowChartModel): TemplateResult {
  const { measures, columns, groups } = model;
  return html`<div class="rows plots-${measures.length} figures-${columns.length}">
    <p class="axis name" aria-hidden="true"></p>
    ${measures.map((measure, k) => html`<p class="axis plot-${k}">${measure.title}</p>`)}
    ${columns.map((head) => html`<p class="axis head">${head}</p>`)}
    ${groups.map(
      ({ title, rows }) =>
        html`${title === undefined ? nothing : groupHead(title, rows.length, groups.length > 1)}
          <ul>
            ${rows.map((row) => rowOf(row, model))}
          </ul>`,
    )}
    ${measures.map((measure, k) => axis(measure, k))}
  </div>`;
}

/** Where a panel is narrow, several groups are folded to the rows that stand out; the box does it by style alone. */
function groupHead(title: string, rows: number, folds: boolean): TemplateResult {
  return folds
    ? html`<h3 class="group folds">
        <label><input class="unseen" type="checkbox" />${title}<span class="count"> (${rows})</span></label>
      </h3>`
    : html`<h3 class="group">${title}</h3>`;
}

function rowOf(row: ChartRow, { measures, columns }: RowChartModel): TemplateResult {
  return html`<li data-row=${row.id} class=${row.strong ? 'stands-out' : ''}>
    <span class="nm ${row.strong ? 'strong' : ''}">${row.name}</span>
    ${measures.map((measure, k) => plot(row.marks[k], measure, k))}
    ${row.figures.map((figure, k) => figureOf(figure, k, columns[k]))}
  </li>`;
}

function figureOf({ value, strong, interval, n }: RowFigure, index: number, head: string): TemplateResult {
  return html`<span class="num f-${index} ${strong ? 'strong' : ''}" data-head=${head}
      >${value ?? nothing}</span
    ><span class="mut iv">${interval ?? nothing}</span
    ><span class="num mut">${n === undefined ? nothing : `n ${n}`}</span>`;
}

/** Where a value stands on an axis, in percent of its width. */
function place({ range }: RowMeasure, value: number): string {
  return `${(100 * (value - range.min)) / (range.max - range.min)}%`;
}

function plot(mark: RowMark | undefined, measure: RowMeasure, index: number): SVGTemplateResult {
  const at = (value: number): string => place(measure, value);
  const line = (look: string, value: number): SVGTemplateResult =>
    svg`<line class=${look} x1=${at(value)} x2=${at(value)} y1="0" y2="100%"></line>`;
  return svg`<svg class="plot-${index}" aria-hidden="true">${measure.range.ticks.map((tick) => line('grid', tick))}${
    measure.line ? line('cross', measure.line.at) : nothing
  }${mark ? markOf(mark, at) : nothing}</svg>`;
}

function markOf(mark: RowMark, at: (value: number) => string): SVGTemplateResult {
  const { value, interval, from } = mark;
  const look = `m-${mark.colour} ${mark.hollow ? 'hollow' : ''} ${mark.dashed ? 'dashed' : ''}`;
  return svg`${
    interval
      ? svg`<line class="bar ${look}" x1=${at(interval.low)} x2=${at(interval.high)} y1="50%" y2="50%"></line>`
      : nothing
  }${
    from === undefined
      ? nothing
      : svg`<line class="between" x1=${at(from)} x2=${at(value)} y1="50%" y2="50%"></line><line class="tick" x1=${at(from)} x2=${at(from)} y1="25%" y2="75%"></line>`
  }<circle class=${look} cx=${at(value)} cy="50%" r="4"></circle>`;
}

function axis(measure: RowMeasure, index: number): SVGTemplateResult {
  const { line } = measure;
  return svg`<svg class="axis plot-${index}" aria-hidden="true">${measure.range.ticks.map(
    (tick) =>
      svg`<text x=${place(measure, tick)} y="15" text-anchor="middle">${measure.tickText(tick)}</text>`,
  )}${
    line?.text === undefined
      ? nothing
      : svg`<text class="ink" x=${place(measure, line.at)} y="31" text-anchor="middle">${line.text}</text>`
  }</svg>`;
}
