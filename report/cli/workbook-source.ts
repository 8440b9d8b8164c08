import { readSheet } from 'read-excel-file/universal';
import type { Source } from '../engine/source.ts';
import { CommandError } from './command-error.ts';

/**
 * The first sheet of a workbook (.xlsx) as a table in UTF-8. Numbers keep the digits that the file has, dates become
 * ISO 8601.
 *
 * @throws CommandError when it is no workbook
 */
export async function workbookSource(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Source> {
  const table = new TextEncoder().encode(csvOf(await rowsOf(name, bytes)));
  return {
    name,
    size: table.length,
    // eslint-disable-next-line @typescript-eslint/require-await -- a source is read by and by, and this one is there
    async *chunks() {
      yield table;
    },
  };
}

type Cell = string | boolean | Date | null;

async function rowsOf(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<readonly (readonly Cell[])[]> {
  try {
    const rows = await readSheet(new Blob([bytes]), { parseNumber: (text) => text, trim: false });
    return rows as readonly (readonly Cell[])[]; // its types name the class Date where it gives dates
  } catch (error) {
    const message = 'expected a workbook (.xlsx) without a password; save the sheet as CSV (UTF-8)';
    throw new CommandError(`${name}: ${message}`, 1, { cause: error });
  }
}

function csvOf(rows: readonly (readonly Cell[])[]): string {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows
    .map((row) => Array.from({ length: width }, (_, at) => quoted(textOf(row[at] ?? null))).join(','))
    .join('\n');
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  return cell.toISOString().replace('T00:00:00.000Z', '');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
