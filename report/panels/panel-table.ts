import { html, type TemplateResult } from 'lit';
import { csvHeader, csvLine } from '../../shared/answers/write-csv.ts';
import { interval } from '../format/numbers.ts';
import type { TableTexts } from '../export/draw-table.ts';
import type { Strings } from '../strings/en.ts';

/** Both ends of an interval. */
interface Ends {
  readonly low: number;
  readonly high: number;
}

/** What stands in a table: unrounded, so that the page and the file for spreadsheets hold the same. */
export type Cell = string | number | Ends | undefined;

/** A column of a panel's table. */
export interface Column {
  /** Its name in the file for spreadsheets; an interval has two there, with `Low` and `High` behind. */
  readonly key: string;
  readonly head: string;
  /** How a number is written on the page; a text stands as it is. */
  readonly format?: (value: number, row: number) => string;
  readonly look?: 'strong' | 'muted';
}

/** Every figure of a panel. The first column heads its row. */
export interface PanelTable {
  readonly columns: readonly Column[];
  readonly rows: readonly {
    readonly id: string;
    readonly strong?: boolean;
    readonly cells: readonly Cell[];
  }[];
}

const ABSENT = '–';

/** The table as the page shows it. */
export function panelTable(table: PanelTable, name: string, strings: Strings): TemplateResult {
  const { columns, rows } = table;
  const numeric = numericColumns(table);
  return html`<p class="note swipe" aria-hidden="true">${strings.table.swipe}</p>
    <div class="scroll" tabindex="0" role="group" aria-label="${name}, ${strings.table.scroll}">
      <table class="full">
        <thead>
          <tr>
            ${columns.map(
              ({ head }, k) => html`<th scope="col" class=${numeric[k] ? 'num' : ''}>${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ id, strong, cells }, at) =>
              html`<tr data-row=${id} class=${strong ? 'strong' : ''}>
                ${columns.map((column, k) =>
                  k === 0
                    ? html`<th scope="row">${written(cells[k], column, at)}</th>`
                    : html`<td
                        data-cell=${column.key}
                        class="${numeric[k] ? 'num' : ''} ${lookOf(column, cells[k])}"
                      >
                        ${written(cells[k], column, at)}
                      </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** The table as the texts of a picture. */
export function tableTexts(table: PanelTable): TableTexts {
  return {
    heads: table.columns.map(({ head }) => head),
    rows: table.rows.map(({ strong = false, cells }, at) => ({
      strong,
      cells: table.columns.map((column, k) => written(cells[k], column, at)),
    })),
    numeric: numericColumns(table),
  };
}

/**
 * The table as CSV for spreadsheets: unrounded, an interval in two columns.
 *
 * @example tableCsv({ columns: [{ key: 'n', head: 'n' }], rows: [{ id: 'a', cells: [3] }] }) // '\uFEFFn\r\n3\r\n'
 */
export function tableCsv({ columns, rows }: PanelTable): string {
  const isInterval = columns.map((_, k) => rows.some(({ cells }) => typeof cells[k] === 'object'));
  const names = columns.flatMap(({ key }, k) => (isInterval[k] ? [`${key}Low`, `${key}High`] : [key]));
  const lines = rows.map(({ cells }) => {
    const row = new Map<string, string>();
    columns.forEach(({ key }, k) => {
      const cell = cells[k];
      if (typeof cell === 'object')
        row.set(`${key}Low`, String(cell.low)).set(`${key}High`, String(cell.high));
      else if (cell !== undefined) row.set(key, String(cell));
    });
    return csvLine(names, row);
  });
  return csvHeader(names) + lines.join('');
}

function numericColumns({ columns, rows }: PanelTable): boolean[] {
  return columns.map((_, k) => rows.some(({ cells }) => typeof cells[k] === 'number'));
}

function written(cell: Cell, { format = String }: Column, row: number): string {
  if (cell === undefined) return ABSENT;
  if (typeof cell === 'object') return interval(cell, (end) => format(end, row));
  return typeof cell === 'number' ? format(cell, row) : cell;
}

function lookOf({ look }: Column, cell: Cell): string {
  if (look === 'muted' || typeof cell === 'object' || cell === undefined) return 'mut';
  return look === 'strong' ? 'strong' : '';
}
