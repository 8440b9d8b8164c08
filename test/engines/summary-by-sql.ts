import { expect } from 'vitest';
import { cli, type Folder } from '../report/cli/run-cli.ts';
import type { DialectName } from '../../report/sql/dialect.ts';
import type { SqlEngine } from './sql-engine.ts';

/** A table of answers, and what explains it. */
export interface AnswerFiles {
  readonly table: string;
  /** Questionnaires; mappings. */
  readonly beside?: readonly string[];
  readonly maps?: readonly string[];
  /** The file whose rows the statements are written from; the table itself when absent. */
  readonly sample?: string;
}

/** Prints the statements and runs them on a real database; gives the file of their result. */
export async function countBySql(
  engine: SqlEngine,
  dialect: DialectName,
  files: AnswerFiles,
  folder: Folder,
): Promise<string> {
  const { table, sample = table } = files;
  const printed = await cli('sql', '--dialect', dialect, sample, ...explained(files));
  expect(printed.code, printed.told).toBe(0);
  for (const statement of statementsOf(printed.out)) {
    await engine.run(statement);
    if (statement.startsWith('create table fourfold_source')) await engine.load('fourfold_source', table);
  }
  return folder.file(`${dialect}.ndjson`, await engine.rows('fourfold_rows'));
}

/** The summary of what a database counts. */
export async function summaryBySql(
  engine: SqlEngine,
  dialect: DialectName,
  files: AnswerFiles,
  folder: Folder,
): Promise<string> {
  const rows = await countBySql(engine, dialect, files, folder);
  const summary = await cli('summarize', '--from', rows);
  expect(summary.code, summary.told).toBe(0);
  return summary.out;
}

/** The summary that our own engine makes of the same. */
export async function summaryByEngine(files: AnswerFiles): Promise<string> {
  const summary = await cli('summarize', files.table, ...explained(files));
  expect(summary.code, summary.told).toBe(0);
  return summary.out;
}

function explained({ beside = [], maps = [] }: AnswerFiles): string[] {
  return [...beside, ...maps.flatMap((map) => ['--map', map])];
}

/** Statements end with a semicolon at the end of a line; comments begin lines. */
export function statementsOf(script: string): string[] {
  return script
    .split('\n')
    .filter((line) => !line.startsWith('--'))
    .join('\n')
    .split(/;\n/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
