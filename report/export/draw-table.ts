import type { ChartTheme } from '../charts/chart-theme.ts';
import { PICTURE_WIDTH, svgText, wrapped, type Drawn, type Measure } from './picture.ts';
import { svgElement } from './svg-markup.ts';

/** Texts as a reader sees them. */
export interface TableTexts {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly strong: boolean; readonly cells: readonly string[] }[];
  /** Columns of numbers, which end at the same place. */
  readonly numeric: readonly boolean[];
}

const TEXT = 13;
const HEAD = 11.5;
const LINE = 18;
/** Above and below the lines of a row. */
const ROOM = 5;
const GAP = 20;
const TEXT_WIDTH_MIN = 90;

/**
 * A table as SVG, for panels whose chart is no drawing: on white paper, long texts broken into lines.
 *
 * @param measure the width of a text in px
 */
export function drawTable(table: TableTexts, theme: ChartTheme, measure: Measure): Drawn {
  const widths = columnWidths(table, measure);
  const lefts = widths.map((_, k) => widths.slice(0, k).reduce((sum, width) => sum + width + GAP, 0));
  const cell = (text: string, k: number, y: number, look: { size: number; weight: number; fill: string }) => {
    const x = lefts[k] + (table.numeric[k] ? widths[k] : 0);
    const anchor = table.numeric[k] ? { anchor: 'end' as const } : {};
    return wrapped(text, widths[k], (part) => measure(part, look.size, look.weight)).map((line, at) =>
      svgText(line, theme, { x, y: y + at * LINE, ...anchor, ...look }),
    );
  };
  const rule = (y: number, stroke: string) =>
    svgElement('line', { x1: 0, x2: PICTURE_WIDTH, y1: y, y2: y, stroke });

  const parts: string[] = [];
  let y = 0;
  const row = (texts: readonly string[], look: { size: number; weight: number; fill: string }) => {
    const lines = texts.map((text, k) => cell(text, k, y + ROOM + TEXT, look));
    parts.push(...lines.flat());
    y += Math.max(1, ...lines.map(({ length }) => length)) * LINE + 2 * ROOM;
  };
  row(table.heads, { size: HEAD, weight: 400, fill: theme.ink3 });
  parts.push(rule(y, theme.ink));
  for (const { strong, cells } of table.rows) {
    row(cells, { size: TEXT, weight: strong ? 600 : 400, fill: theme.ink });
    parts.push(rule(y, theme.grid));
  }
  return { markup: parts.join(''), width: PICTURE_WIDTH, height: y + ROOM };
}

/** As wide as their texts; where that is too much, columns of words share what numbers leave. */
function columnWidths({ heads, rows, numeric }: TableTexts, measure: Measure): number[] {
  const natural = heads.map((head, k) =>
    Math.ceil(
      Math.max(
        measure(head, HEAD, 400),
        ...rows.map(({ cells, strong }) => measure(cells[k], TEXT, strong ? 600 : 400)),
      ),
    ),
  );
  const sumOf = (wanted: boolean): number =>
    natural.reduce((sum, width, k) => sum + (numeric[k] === wanted ? width : 0), 0);
  const left = PICTURE_WIDTH - GAP * (heads.length - 1) - sumOf(true);
  const share = Math.min(1, left / sumOf(false));
  return natural.map((width, k) =>
    numeric[k] ? width : Math.min(width, Math.max(TEXT_WIDTH_MIN, Math.floor(width * share))),
  );
}
