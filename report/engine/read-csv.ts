import { CONTEXT_PREFIX, FIXED_COLUMNS } from '../../shared/answers/answer-table.ts';
import { unguardFormula } from '../../shared/answers/write-csv.ts';
import type { Mapping } from '../../shared/mapping/mapping.ts';
import type { AnswerReader, RowTaker } from './answer-reader.ts';
import type { ByteRow } from './byte-row.ts';
import { BatchCsv } from './batch-csv.ts';
import { BatchRows } from './batch-rows.ts';
import type { OrdinaryRows } from './csv-receiver.ts';
import { fittingMapping } from './fitting-mapping.ts';
import { OrdinaryCsv } from './ordinary-csv.ts';
import type { OrdinaryRow } from './ordinary-row.ts';
import { RowBatch } from './row-batch.ts';
import { CsvScanner } from './scan-csv.ts';

/** What a table's header told about it. */
export interface TableVerdict {
  /** Undefined: there was not even a header. */
  header?: readonly string[];
  refused?: 'no-id-column' | 'no-survey' | 'encoding' | 'binary';
  /** What it is read by, where it is no export of ours. */
  mapping?: Mapping;
  doubled: readonly string[];
  rows: number;
}

/** What a table is read with. */
export interface TableOptions {
  /** Those that may fit a table that is no export of ours. */
  readonly mappings: readonly Mapping[];
  /** The file's bytes leave no doubt about its encoding, or its owner has named it. */
  readonly sureOfEncoding: boolean;
}

/** Reads one table into an {@link AnswerReader}, from chunks of UTF-8: an export of ours, or one that a mapping fits. */
export class CsvReader {
  readonly verdict: TableVerdict = { doubled: [], rows: 0 };
  readonly #scanner: CsvScanner;
  #ordinary: OrdinaryRows | undefined;

  constructor(file: string, reader: AnswerReader, { mappings, sureOfEncoding }: TableOptions) {
    const { verdict } = this;
    let rows: RowTaker | undefined;
    const delimiter = mappings.length === 1 ? mappings[0].table?.delimiter : undefined;
    this.#scanner = new CsvScanner(
      {
        header: (row) => {
          const header = readHeader(row);
          const mapping = header && fittingMapping(header, mappings);
          if (header === undefined || (mapping && !sureOfEncoding)) verdict.refused = 'encoding';
          else {
            verdict.header = header;
            verdict.doubled = [...new Set(header.filter((name, at) => header.indexOf(name) < at))];
            if (mapping) verdict.mapping = mapping;
            else if (!isSurvey(header)) verdict.refused = 'no-survey';
            else if (!header.includes('id')) verdict.refused = 'no-id-column';
            if (mapping) rows = reader.mapped(file, header, mapping);
            else {
              const own = (rows = reader.own(file, header, unguardFormula));
              this.#ordinary = own.ordinary && ordinaryRows(own.ordinary, header.length);
            }
          }
          return verdict.refused === undefined;
        },
        ordinary: () => this.#ordinary,
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
      },
      delimiter,
    );
  }

  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
  }

  end(): void {
    this.#scanner.end();
    this.#ordinary?.end?.();
    this.verdict.rows += this.#ordinary?.rows ?? 0;
  }
}

const WORDS = { skipped: 'skipped', notApplicable: 'notApplicable' } as const;

/** Many at a time where the browser can. */
function ordinaryRows(row: OrdinaryRow, width: number): OrdinaryRows {
  const single = new OrdinaryCsv(row, width);
  const batch = RowBatch.of(width);
  return batch ? new BatchCsv(new BatchRows(batch, row, WORDS), single) : single;
}

function readHeader(row: ByteRow): string[] | undefined {
  try {
    return Array.from({ length: row.count }, (_, field) => unguardFormula(row.text(field)));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Names that stand in exports of ours, and alone make a table one. */
const OWN_NAMES: ReadonlySet<string> = new Set(
  FIXED_COLUMNS.filter((name) => name !== 'id' && name !== 'page' && name !== 'order' && name !== 'locale'),
);

/** Whether names of columns are those of an export of ours. */
export function isSurvey(header: readonly string[]): boolean {
  return header.some(
    (name) => OWN_NAMES.has(name) || name.startsWith(CONTEXT_PREFIX) || /^[^.]+\.[a-z]+\.[^.]+$/.test(name),
  );
}
