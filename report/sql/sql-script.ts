import { countStatements } from './count-statements.ts';
import { DIALECTS, identifier, type Dialect, type DialectName } from './dialect.ts';
import { levelColumns, levelStatement } from './level-statement.ts';
import type { SqlPlan } from './sql-plan.ts';
import {
  answerColumns,
  createSource,
  createTable,
  ROW_COLUMNS,
  SLICE_COLUMNS,
  TABLES,
} from './sql-tables.ts';

/** The statements of one run, in the order in which they run. */
export interface SqlScript {
  /** Make a table for the owner's file; none where the owner has one. */
  readonly source: readonly string[];
  /** Make the tables and take in the texts: what differs from database to database. */
  readonly load: readonly string[];
  /** Count: the same text for all of them. */
  readonly count: readonly string[];
}

/**
 * The statements that count a table of answers.
 *
 * @param table the owner's, such as `survey.answers`; absent: one is made, to be filled from a file
 */
export function sqlScript(plan: SqlPlan, name: DialectName, table?: string): SqlScript {
  const dialect = DIALECTS[name];
  return {
    source: table === undefined ? createSource(plan, dialect) : [],
    load: loadStatements(plan, dialect, table ?? TABLES.source),
    count: [levelStatement(plan, dialect), ...countStatements(plan, dialect)],
  };
}

function loadStatements(plan: SqlPlan, dialect: Dialect, table: string): string[] {
  const answers = answerColumns(plan, dialect);
  const marks = (first: string) => [first, ...SLICE_COLUMNS].map((column) => [column, 'varchar'] as const);
  return [
    ...createTable(
      TABLES.answers,
      answers.map(({ column }) => column),
      dialect,
    ),
    ...createTable(TABLES.levels, levelColumns(plan), dialect),
    ...createTable(TABLES.shown, marks('item'), dialect),
    ...createTable(TABLES.narrow, marks('field'), dialect),
    ...createTable(TABLES.rows, ROW_COLUMNS, dialect),
    // It names every column that it reads, so a table that lacks one is told of before anything is counted.
    `insert into ${TABLES.answers} select\n${answers.map(({ from }) => from).join(',\n')}\nfrom ${qualified(table)}`,
  ];
}

function qualified(table: string): string {
  return table.split('.').map(identifier).join('.');
}

/** The statements as a text to be run from a file, with what to do by hand in between. */
export function scriptText(plan: SqlPlan, name: DialectName, table?: string): string {
  const { source, load, count } = sqlScript(plan, name, table);
  const { loading, saving } = DIALECTS[name];
  const ended = (statements: readonly string[]) => statements.map((statement) => `${statement};\n`).join('');
  const notes = (lines: readonly string[]) => lines.map((line) => `--   ${line}\n`).join('');
  const file =
    table === undefined
      ? `-- 1. A table for the file. Make it, then fill it:\n${ended(source)}${notes(loading(TABLES.source))}`
      : '';
  return [
    `-- Counts answers for fourfold summarize --from. Written for ${name}; from "3." on the text is the same everywhere.\n`,
    file,
    `-- 2. Texts of the table made regular.\n${ended(load)}`,
    `-- 3. Each record once, by its highest revision, as levels; then the counts.\n${ended(count)}`,
    `-- 4. The result as NDJSON, for: fourfold summarize --from rows.ndjson -o summary.json\n${notes(saving(TABLES.rows))}`,
  ].join('\n');
}
