import { unguardFormula } from '../../shared/answers/write-csv.ts';
import type { AnswerReader, AnswerTable, RowCells } from './answer-reader.ts';
import type { CsvRow } from './csv-row.ts';
import { CsvScanner } from './scan-csv.ts';

/** What a table's header told about it. */
export interface TableVerdict {
  /** Undefined: there was not even a header. */
  header?: readonly string[];
  refused?: 'no-id-column' | 'no-survey' | 'encoding' | 'binary';
  doubled: readonly string[];
  rows: number;
}

/** Reads one CSV file of ours into an {@link AnswerReader}, from chunks of UTF-8. */
export class CsvReader {
  readonly verdict: TableVerdict = { doubled: [], rows: 0 };
  readonly #scanner: CsvScanner;

  constructor(file: string, reader: AnswerReader) {
    const { verdict } = this;
    let table: AnswerTable = { file, header: [] };
    let cells = new UnguardedCells();
    this.#scanner = new CsvScanner({
      header: (row) => {
        const header = readHeader(row);
        if (header === undefined) verdict.refused = 'encoding';
        else {
          verdict.header = header;
          verdict.doubled = [...new Set(header.filter((name, at) => header.indexOf(name) < at))];
          if (!header.includes('id')) verdict.refused = isSurvey(header) ? 'no-id-column' : 'no-survey';
          table = { file, header };
          cells = new UnguardedCells();
        }
        return verdict.refused === undefined;
      },
      row: (row) => {
        verdict.rows++;
        cells.row = row;
        reader.row(table, cells);
      },
      fault: ({ line, code, found, expected }) => {
        if (verdict.header === undefined && code === 'nul') verdict.refused = 'binary';
        verdict.rows++;
        const cellsFound = found === undefined ? {} : { low: found };
        const cellsExpected = expected === undefined ? {} : { high: expected };
        reader.rejections.add({ file, line, code, ...cellsFound, ...cellsExpected });
      },
    });
  }

  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
  }

  end(): void {
    this.#scanner.end();
  }
}

class UnguardedCells implements RowCells {
  row: CsvRow | undefined;

  get line(): number {
    return this.row?.line ?? 0;
  }

  isEmpty(index: number): boolean {
    return this.row?.isEmpty(index) ?? true;
  }

  text(index: number): string {
    return unguardFormula(this.row?.text(index) ?? '');
  }

  whole(index: number): number | undefined {
    return this.row?.whole(index);
  }
}

function readHeader(row: CsvRow): string[] | undefined {
  try {
    return Array.from({ length: row.count }, (_, field) => unguardFormula(row.text(field)));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function isSurvey(header: readonly string[]): boolean {
  return header.some(
    (name) =>
      ['survey', 'status', 'nps', 'csat', 'ces'].includes(name) || /^[^.]+\.[a-z]+\.[^.]+$/.test(name),
  );
}
