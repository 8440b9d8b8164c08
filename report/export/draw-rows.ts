import type { ChartTheme } from '../charts/chart-theme.ts';
import {
  rowsOf,
  type RowChartModel,
  type RowFigure,
  type RowMark,
  type RowMeasure,
} from '../charts/row-chart-model.ts';
import { PICTURE_WIDTH, svgText, type Drawn, type Measure } from './picture.ts';
import { svgElement } from './svg-markup.ts';

const TEXT = 13;
const AXIS = 11.5;
const ROW = 22;
const HEAD = 26;
const FOOT = 40;
const GAP = 16;
const CELL_GAP = 7;
const RADIUS = 4;

/** Where one plot stands, and how values come to lie on it. */
interface Plot {
  readonly measure: RowMeasure;
  readonly left: number;
  readonly width: number;
}

/**
 * A chart of rows as SVG: names, plots and figures as the page has them.
 *
 * @param measure the width of a text in px
 */
export function drawRows(model: RowChartModel, theme: ChartTheme, measure: Measure): Drawn {
  const widest = (texts: readonly string[], weight: number): number =>
    Math.max(0, ...texts.map((text) => measure(text, TEXT, weight)));
  const rows = rowsOf(model);
  const names =
    widest(
      rows.map(({ name }) => name),
      600,
    ) + GAP;
  const columns = model.columns.map((head, k) => {
    const figures = rows.map(({ figures: all }) => all[k] ?? {});
    const value = widest(
      figures.map((figure) => figure.value ?? ''),
      600,
    );
    const ends = widest(
      figures.map((figure) => figure.interval ?? ''),
      400,
    );
    const n = widest(figures.map(nText), 400);
    return {
      value,
      ends,
      n,
      width: Math.max(value + ends + n + 2 * CELL_GAP, measure(head, AXIS, 400)) + GAP,
    };
  });
  const left = PICTURE_WIDTH - columns.reduce((sum, { width }) => sum + width, 0);
  const each = (left - names) / model.measures.length;
  const plots = model.measures.map((one, k) => ({
    measure: one,
    left: names + k * each + 8,
    width: each - 24,
  }));
  const lines = model.groups.reduce(
    (sum, group) => sum + group.rows.length + (group.title === undefined ? 0 : 1),
    0,
  );
  const bottom = HEAD + lines * ROW;

  const parts = plots.map((plot) => frame(plot, bottom, theme));
  let y = HEAD;
  for (const { title, rows: inGroup } of model.groups) {
    if (title !== undefined) {
      parts.push(svgText(title, theme, { x: 0, y: y + 15, size: TEXT, weight: 600, fill: theme.ink2 }));
      y += ROW;
    }
    for (const row of inGroup) {
      parts.push(
        svgText(row.name, theme, {
          x: 0,
          y: y + 15,
          size: TEXT,
          weight: row.strong ? 600 : 400,
          fill: theme.ink,
        }),
      );
      plots.forEach((plot, k) => {
        const mark = row.marks[k];
        if (mark) parts.push(drawMark(mark, plot, y + ROW / 2, theme));
      });
      let x = left;
      columns.forEach((column, k) => {
        parts.push(drawFigure(row.figures[k] ?? {}, column, x + GAP, y + 15, theme));
        x += column.width;
      });
      y += ROW;
    }
  }
  let x = left;
  model.columns.forEach((head, k) => {
    parts.push(svgText(head, theme, { x: x + GAP, y: 12, size: AXIS, fill: theme.ink3 }));
    x += columns[k].width;
  });
  return { markup: parts.join(''), width: PICTURE_WIDTH, height: bottom + FOOT };
}

function nText({ n }: RowFigure): string {
  return n === undefined ? '' : `n ${n}`;
}

function on({ measure: { range }, left, width }: Plot, value: number): number {
  return left + (width * (value - range.min)) / (range.max - range.min);
}

/** Title, grid, line and axis of a plot. */
function frame(plot: Plot, bottom: number, theme: ChartTheme): string {
  const { title, range, tickText, line } = plot.measure;
  const upright = (value: number, stroke: string): string =>
    svgElement('line', { x1: on(plot, value), x2: on(plot, value), y1: HEAD - 4, y2: bottom + 4, stroke });
  return [
    svgText(title, theme, { x: plot.left, y: 12, size: AXIS, fill: theme.ink3 }),
    ...range.ticks.map((tick) => upright(tick, theme.grid)),
    ...(line ? [upright(line.at, theme.ink)] : []),
    ...range.ticks.map((tick) =>
      svgText(tickText(tick), theme, {
        ...{ x: on(plot, tick), y: bottom + 18, size: AXIS, fill: theme.ink3, anchor: 'middle' },
      }),
    ),
    ...(line?.text === undefined
      ? []
      : [
          svgText(line.text, theme, {
            ...{ x: on(plot, line.at), y: bottom + 34, size: AXIS, fill: theme.ink, anchor: 'middle' },
          }),
        ]),
  ].join('');
}

function drawMark(
  { value, interval, hollow, dashed, colour, from }: RowMark,
  plot: Plot,
  y: number,
  theme: ChartTheme,
): string {
  const stroke = { act: theme.quadrants['improve-first'], ink: theme.ink, grey: theme.ink3 }[colour];
  const level = (x1: number, x2: number, look: Record<string, string | number | undefined>): string =>
    svgElement('line', { x1: on(plot, x1), x2: on(plot, x2), y1: y, y2: y, ...look });
  return [
    ...(interval
      ? [
          level(interval.low, interval.high, {
            stroke: colour === 'act' ? stroke : theme.errorBar,
            'stroke-dasharray': dashed ? '2 3' : undefined,
          }),
        ]
      : []),
    ...(from === undefined
      ? []
      : [
          level(from, value, { stroke: theme.errorBar, 'stroke-width': 2 }),
          svgElement('line', {
            x1: on(plot, from),
            x2: on(plot, from),
            y1: y - 5,
            y2: y + 5,
            stroke: theme.ink,
            'stroke-width': 2,
          }),
        ]),
    svgElement('circle', {
      ...{ cx: on(plot, value), cy: y, r: RADIUS, fill: hollow ? theme.paper : stroke },
      ...{ stroke, 'stroke-width': hollow ? 1.6 : 0 },
    }),
  ].join('');
}

function drawFigure(
  figure: RowFigure,
  column: { readonly value: number; readonly ends: number; readonly n: number },
  x: number,
  y: number,
  theme: ChartTheme,
): string {
  const { value, strong, interval } = figure;
  const end = x + column.value + column.ends + column.n + 2 * CELL_GAP;
  const text = (
    content: string,
    look: { x: number; fill: string; weight?: number; anchor?: 'end' },
  ): string => (content === '' ? '' : svgText(content, theme, { ...look, y, size: TEXT }));
  return [
    text(value ?? '', { x: x + column.value, fill: theme.ink, weight: strong ? 600 : 400, anchor: 'end' }),
    text(interval ?? '', { x: x + column.value + CELL_GAP, fill: theme.ink3 }),
    text(nText(figure), { x: end, fill: theme.ink3, anchor: 'end' }),
  ].join('');
}
