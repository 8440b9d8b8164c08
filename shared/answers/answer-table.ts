import type { Parsed } from '../parsed.ts';
import type { AnswerRecord, AnswerValue, StoredRecord } from './answer-record.ts';
import { parseAnswerRecord } from './parse-answer-record.ts';

/** A record as one row of a table: column name to cell text; an absent cell is not there. */
export type AnswerRow = ReadonlyMap<string, string>;

/** Columns that every export begins with, in this order. */
export const FIXED_COLUMNS = [
  ...['schemaVersion', 'id', 'revision', 'survey', 'surveyVersion', 'status', 'shownAt', 'answeredAt'],
  ...['receivedAt', 'durationMs', 'locale', 'page', 'sample', 'skipped', 'notApplicable', 'order'],
] as const;

const FIXED: ReadonlySet<string> = new Set(FIXED_COLUMNS);
const NUMERIC: ReadonlySet<string> = new Set([
  'schemaVersion',
  'revision',
  'surveyVersion',
  'durationMs',
  'sample',
]);

/** Prefix of the columns that hold what the owner knew of the visit. */
export const CONTEXT_PREFIX = 'context.';

/**
 * A record as one row. Batteries become `<id>.<aspect>.<attribute>`; `skipped`, `notApplicable` and `order` are
 * space-separated paths.
 *
 * @example recordToRow({ ...record, answers: { nps: 9 } }).get('nps') // '9'
 */
export function recordToRow(record: AnswerRecord | StoredRecord): AnswerRow {
  const row = new Map<string, string>();
  const put = (column: string, value: string | number | boolean | undefined): void => {
    if (value !== undefined && value !== '') row.set(column, String(value));
  };
  for (const column of FIXED_COLUMNS.slice(0, 13)) {
    put(column, (record as unknown as Record<string, string | number | undefined>)[column]); // the scalar fields
  }
  put('skipped', record.skipped.join(' '));
  put('notApplicable', listPaths(record.notApplicable));
  put('order', listPaths(record.order));
  for (const [field, value] of Object.entries(record.context)) put(CONTEXT_PREFIX + field, value);
  for (const [id, value] of Object.entries(record.answers)) {
    for (const [column, cell] of answerCells(id, value)) put(column, cell);
  }
  return row;
}

/**
 * The columns of a table that holds these rows: the fixed ones, the context's in alphabetical order, then answers in
 * order of first appearance.
 *
 * @example tableColumns([new Map([['nps', '9']])]).at(-1) // 'nps'
 */
export function tableColumns(rows: Iterable<AnswerRow>): string[] {
  const context = new Set<string>();
  const answers = new Set<string>();
  for (const row of rows) {
    for (const column of row.keys()) {
      if (column.startsWith(CONTEXT_PREFIX)) context.add(column);
      else if (!FIXED.has(column)) answers.add(column);
    }
  }
  return [...FIXED_COLUMNS, ...[...context].sort(), ...answers];
}

/**
 * The record that a row holds, through the same parser as one from the network. `receivedAt` is left to the caller.
 *
 * @param row cells by column, unguarded
 * @param isText whether a column holds comments; all other answers are whole numbers
 * @example rowToRecord(recordToRow(record), (column) => column === 'why') // { ok: true, value: record }
 */
export function rowToRecord(row: AnswerRow, isText: (column: string) => boolean): Parsed<AnswerRecord> {
  const record: Record<string, unknown> = {};
  for (const column of FIXED_COLUMNS.slice(0, 13)) {
    const cell = row.get(column);
    if (cell !== undefined && column !== 'receivedAt')
      record[column] = NUMERIC.has(column) ? toNumber(cell) : cell;
  }
  record.skipped = words(row.get('skipped'));
  record.notApplicable = pathLists(row.get('notApplicable'));
  record.order = pathLists(row.get('order'));
  const context: Record<string, string> = {};
  const answers = new Map<string, unknown>();
  for (const [column, cell] of row) {
    if (column.startsWith(CONTEXT_PREFIX)) context[column.slice(CONTEXT_PREFIX.length)] = cell;
    else if (!FIXED.has(column)) putAnswer(answers, column, isText(column) ? cell : toNumber(cell));
  }
  record.context = context;
  record.answers = Object.fromEntries(answers);
  return parseAnswerRecord(record);
}

function answerCells(id: string, value: AnswerValue): [string, string][] {
  if (typeof value === 'number' || typeof value === 'string') return [[id, String(value)]];
  return Object.entries(value).flatMap(([aspect, cells]) =>
    Object.entries(cells).map(([attribute, score]): [string, string] => [
      `${id}.${aspect}.${attribute}`,
      String(score),
    ]),
  );
}

function putAnswer(answers: Map<string, unknown>, column: string, value: unknown): void {
  const [id, aspect, attribute] = column.split('.');
  if (aspect === undefined || attribute === undefined) {
    answers.set(id, value);
    return;
  }
  const battery = (answers.get(id) ?? {}) as Record<string, Record<string, unknown>>; // set two lines below
  battery[aspect] = { ...battery[aspect], [attribute]: value };
  answers.set(id, battery);
}

function listPaths(lists: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(lists)
    .flatMap(([question, attributes]) => attributes.map((attribute) => `${question}.${attribute}`))
    .join(' ');
}

function pathLists(cell: string | undefined): Record<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const path of words(cell)) {
    const dot = path.indexOf('.');
    const question = path.slice(0, dot);
    lists.set(question, [...(lists.get(question) ?? []), path.slice(dot + 1)]);
  }
  return Object.fromEntries(lists);
}

function words(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split(' ');
}

function toNumber(cell: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}
