import { identifier, type Dialect } from './dialect.ts';
import { RegularTexts } from './regular-texts.ts';
import type { SqlPlan } from './sql-plan.ts';

/** Tables that the statements make; a run begins by dropping those of the last. */
export const TABLES = {
  source: 'fourfold_source',
  answers: 'fourfold_answers',
  levels: 'fourfold_levels',
  shown: 'fourfold_shown',
  narrow: 'fourfold_narrow',
  rows: 'fourfold_rows',
} as const;

/** A column of such a table, with its type. */
export type SqlColumn = readonly [name: string, type: 'varchar' | 'integer' | 'bigint'];

/** Limbs of a weight, and of its square, of four digits each, the lowest first: their sums stay within 64 bits. */
export const WEIGHT_LIMBS: readonly string[] = ['w0', 'w1', 'w2', 'w3'];
export const SQUARE_LIMBS: readonly string[] = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
/** Digits of a limb. */
export const LIMB_DIGITS = 4;

/** Names of the columns of one part of a slice. */
export const SLICE_COLUMNS = ['survey', 'survey_version', 'audience'] as const;

/** What a row of the result says; each part of the summary fills what it needs. */
export const ROW_COLUMNS: readonly SqlColumn[] = [
  ...(['digest', 'part', ...SLICE_COLUMNS, 'scope', 'value'] as const).map(
    (name) => [name, 'varchar'] as const,
  ),
  ...([
    ['moment', 'bigint'],
    ['item', 'varchar'],
    ['level', 'bigint'],
    ['n', 'bigint'],
    ['sums', 'varchar'],
  ] as const),
];

/** Columns of the answers as regular texts and numbers. */
export interface AnswerColumn {
  readonly column: SqlColumn;
  /** The expression over the owner's table. */
  readonly from: string;
}

/** Names of the owner's columns that hold answers, each once; the k-th is `t<k>` among the answers. */
export function answerSources({ scales }: SqlPlan): string[] {
  return [...new Set(scales.flatMap(({ columns }) => columns))];
}

/** What is read of each row of the owner's table. */
export function answerColumns(plan: SqlPlan, dialect: Dialect): AnswerColumn[] {
  const texts = new RegularTexts(dialect, plan);
  const { columns, own, time } = plan;
  const raw = (column: string | undefined) => (column === undefined ? "''" : dialect.cell(column));
  const put = (name: string, type: SqlColumn[1], from: string): AnswerColumn => ({
    column: [name, type],
    from,
  });
  const id = texts.id();
  return [
    put('id', 'varchar', id),
    put('id_hash', 'varchar', dialect.md5(id)),
    put('revision', 'bigint', texts.whole(columns.revision, 1)),
    put('schema_version', 'varchar', raw(columns.schemaVersion)),
    put('survey', 'varchar', own ? raw(columns.survey) : dialect.literal(plan.survey)),
    put('survey_version', 'varchar', raw(columns.surveyVersion)),
    put('audience', 'varchar', raw(columns.audience)),
    put('status_text', 'varchar', raw(columns.status)),
    put('shown_text', 'varchar', texts.time()),
    put('duration', 'bigint', texts.whole(columns.durationMs)),
    put('sample', 'varchar', raw(columns.sample)),
    put('period', 'varchar', time === 'label' ? raw(columns.shownAt) : "''"),
    put('unit_count', 'bigint', plan.weighted ? texts.units(columns.weight) : '0'),
    put('skipped', 'varchar', texts.words(columns.skipped)),
    put('not_applicable', 'varchar', texts.words(columns.notApplicable)),
    ...plan.fields.map(({ column }, k) => put(`f${k + 1}`, 'varchar', texts.text(column))),
    ...answerSources(plan).map((column, k) => put(`t${k + 1}`, 'varchar', texts.text(column))),
  ];
}

/** Makes a table anew. */
export function createTable(name: string, columns: readonly SqlColumn[], dialect: Dialect): string[] {
  const engine = name === TABLES.rows ? dialect.resultEngine : dialect.engine;
  const all = columns.map(([column, type]) => `${column} ${type}`).join(', ');
  return [`drop table if exists ${name}`, `create table ${name} (${all})${engine}`];
}

/** Makes a table for the owner's file, whose columns are texts by their names. */
export function createSource({ header }: SqlPlan, dialect: Dialect): string[] {
  return createTable(
    TABLES.source,
    header.map((column) => [identifier(column), 'varchar']),
    dialect,
  );
}
