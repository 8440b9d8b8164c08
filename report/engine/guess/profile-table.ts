import type { Delimiter, Encoding } from '../../../shared/mapping/mapping.ts';
import type { ByteRow } from '../byte-row.ts';
import { inUtf8 } from '../encoding.ts';
import { CsvScanner } from '../scan-csv.ts';
import type { Source } from '../source.ts';
import { ColumnProfiler, type ColumnProfile } from './profile-column.ts';

/** Rows that a table is judged by: enough for a code that one in a thousand cells has. */
const ROWS_MAX = 50_000;
/** Rows that are shown. */
const PREVIEW_ROWS = 10;

/** What a table looks like. */
export interface TableProfile {
  readonly delimiter: Delimiter;
  /** Names of its columns, as they stand. */
  readonly header: readonly string[];
  readonly columns: readonly ColumnProfile[];
  /** Rows looked at, and those left out for their form. */
  readonly rows: number;
  /** More rows follow, or may. */
  readonly more: boolean;
  readonly faults: number;
  /** The first rows. */
  readonly preview: readonly (readonly string[])[];
}

/**
 * Looks at the first rows of a table.
 *
 * @param named its delimiter; found out from the first rows when absent
 * @returns undefined when it has no header
 * @throws EncodingError when its bytes are not what the encoding allows
 */
export async function profileTable(
  source: Source,
  encoding: Encoding,
  named?: Delimiter,
): Promise<TableProfile | undefined> {
  let header: string[] | undefined;
  let profilers: ColumnProfiler[] = [];
  const preview: string[][] = [];
  let rows = 0;
  let faults = 0;
  const texts = (row: ByteRow): string[] | undefined => {
    try {
      return Array.from({ length: row.count }, (_, field) => row.text(field));
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  };
  const scanner = new CsvScanner(
    {
      header: (row) => {
        header = texts(row);
        profilers = (header ?? []).map((name) => new ColumnProfiler(name));
        return header !== undefined;
      },
      row: (row) => {
        const cells = texts(row);
        if (cells === undefined) {
          faults++;
          return;
        }
        rows++;
        if (preview.length < PREVIEW_ROWS) preview.push(cells);
        cells.forEach((cell, at) => profilers[at].add(cell));
      },
      fault: () => faults++,
    },
    named,
  );
  for await (const chunk of inUtf8(source.chunks(), encoding)) {
    scanner.push(chunk);
    if (rows >= ROWS_MAX) break;
  }
  const more = rows >= ROWS_MAX;
  if (!more) scanner.end();
  if (header === undefined) return undefined;
  const columns = profilers.map((profiler) => profiler.profile());
  return { delimiter: scanner.delimiter, header, columns, rows, more, faults, preview };
}
