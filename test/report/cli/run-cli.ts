import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordToRow, tableColumns } from '../../../shared/answers/answer-table.ts';
import { csvHeader, csvLine } from '../../../shared/answers/write-csv.ts';
import { sampleRecords } from '../../../demo/sample/sample-records.ts';
import { run } from '../../../report/cli/run.ts';

/** What a command printed, told and ended with. */
export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly told: string;
}

/** Runs a command in this process. */
export async function cli(...args: readonly string[]): Promise<CliResult> {
  let out = '';
  const told: string[] = [];
  const code = await run(args, { print: (text) => (out += text), tell: (line) => told.push(line) });
  return { code, out, told: told.join('\n') };
}

/** The path of a file of the fixtures, from `test/fixtures`. */
export function fixture(path: string): string {
  return fileURLToPath(new URL(`../../fixtures/${path}`, import.meta.url));
}

/** The airport's survey as it comes. */
export const AIRPORT = fixture('../../demo/data/sfo_2017.csv');

/** A folder for one test's files. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'fourfold-cli-'));

  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): string {
    writeFileSync(join(this.path, name), content);
    return join(this.path, name);
  }

  at(name: string): string {
    return join(this.path, name);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** The airport's answers as an owner exports them: every so-manieth passenger as CSV and as NDJSON. */
export function airportExports(every: number): { csv: string; ndjson: string } {
  const records = sampleRecords(readFileSync(AIRPORT, 'utf8')).filter((_, at) => at % every === 0);
  const rows = records.map((record) => recordToRow(record));
  const columns = tableColumns(rows);
  return {
    csv: csvHeader(columns) + rows.map((row) => csvLine(columns, row)).join(''),
    ndjson: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
  };
}
