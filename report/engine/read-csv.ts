import { unguardFormula } from '../../shared/answers/write-csv.ts';
import type { AnswerReader } from './answer-reader.ts';
import type { ByteRow } from './byte-row.ts';
import type { RowReader } from './row-reader.ts';
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
    let rows: RowReader | undefined;
    this.#scanner = new CsvScanner({
      header: (row) => {
        const header = readHeader(row);
        if (header === undefined) verdict.refused = 'encoding';
        else {
          verdict.header = header;
          verdict.doubled = [...new Set(header.filter((name, at) => header.indexOf(name) < at))];
          if (!header.includes('id')) verdict.refused = isSurvey(header) ? 'no-id-column' : 'no-survey';
          rows = reader.own(file, header, unguardFormula);
        }
        return verdict.refused === undefined;
      },
      row: (row) => {
        verdict.rows++;
        rows?.row(row);
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

function readHeader(row: ByteRow): string[] | undefined {
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
