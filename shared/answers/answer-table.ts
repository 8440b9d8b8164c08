import type { Parsed } from '../parsed.ts';
import type { AnswerRecord, AnswerValue, OtherAnswer, StoredRecord } from './answer-record.ts';
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
 * A record as one row. Batteries become `<id>.<aspect>.<attribute>`, a contact `<id>.name`, `.reach` and `.consent`,
 * own words `<id>.other`; many options stand in one cell with spaces between them, own words last. `skipped`,
 * `notApplicable` and `order` are space-separated paths.
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
 * What a question's answers are, as far as a table does not say it itself: `score` for every kind of scale, `choice`
 * for one of several options, `choices` for many.
 */
export type AnswerForm = 'score' | 'text' | 'choice' | 'choices' | 'contact';

/**
 * The record that a row holds, through the same parser as one from the network. `receivedAt` is left to the caller.
 *
 * @param row cells by column, unguarded
 * @param formOf what the answers to a question are, by its id; a battery's columns say it themselves
 * @example rowToRecord(recordToRow(record), (id) => (id === 'why' ? 'text' : 'score')) // { ok: true, value: record }
 */
export function rowToRecord(row: AnswerRow, formOf: (question: string) => AnswerForm): Parsed<AnswerRecord> {
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
  const answers = new Map<string, Map<string, string>>();
  for (const [column, cell] of row) {
    if (column.startsWith(CONTEXT_PREFIX)) context[column.slice(CONTEXT_PREFIX.length)] = cell;
    else if (!FIXED.has(column)) {
      const [id, below] = splitOnce(column);
      answers.set(id, (answers.get(id) ?? new Map<string, string>()).set(below, cell));
    }
  }
  record.context = context;
  record.answers = Object.fromEntries([...answers].map(([id, cells]) => [id, answerOf(cells, formOf(id))]));
  return parseAnswerRecord(record);
}

/** Cells of one answer by column. Of several options the ids share a cell; own words have their own. */
function answerCells(id: string, value: AnswerValue): [string, string][] {
  if (typeof value === 'number' || typeof value === 'string') return [[id, String(value)]];
  if (isList(value)) {
    const ids = value.filter((item) => typeof item === 'string');
    const own = value.flatMap((item) => (typeof item === 'string' ? [] : answerCells(id, item)));
    return ids.length > 0 ? [[id, ids.join(' ')], ...own] : own;
  }
  return Object.entries(value).flatMap(([field, cells]: [string, unknown]) =>
    typeof cells === 'object' && cells !== null
      ? Object.entries(cells).map(([attribute, score]): [string, string] => [
          `${id}.${field}.${attribute}`,
          String(score),
        ])
      : [[`${id}.${field}`, String(cells)] satisfies [string, string]],
  );
}

function isList(value: AnswerValue): value is readonly (string | OtherAnswer)[] {
  return Array.isArray(value);
}

/** What the cells of one question say; whatever cannot be an answer is left for the parser to refuse. */
function answerOf(cells: ReadonlyMap<string, string>, form: AnswerForm): unknown {
  const own = cells.get('');
  const fields = new Map<string, unknown>();
  const points = new Map<string, [string, number | string][]>();
  for (const [path, cell] of cells) {
    const [field, attribute] = splitOnce(path);
    if (attribute !== '') points.set(field, [...(points.get(field) ?? []), [attribute, toNumber(cell)]]);
    // A spreadsheet that saves the table again writes TRUE.
    else if (field !== '') fields.set(field, field === 'consent' ? /^true$/i.test(cell) : cell);
  }
  for (const [aspect, of] of points) fields.set(aspect, Object.fromEntries(of));
  const below: unknown[] = fields.size > 0 ? [Object.fromEntries(fields)] : [];
  if (form === 'choices') return [...words(own), ...below];
  if (own === undefined) return below[0];
  const value = form === 'score' ? toNumber(own) : own;
  return below.length > 0 ? [value, ...below] : value;
}

/** A column's name before and after its first dot; '' when there is nothing after it. */
function splitOnce(column: string): [string, string] {
  const dot = column.indexOf('.');
  return dot < 0 ? [column, ''] : [column.slice(0, dot), column.slice(dot + 1)];
}

function listPaths(lists: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(lists)
    .flatMap(([question, attributes]) => attributes.map((attribute) => `${question}.${attribute}`))
    .join(' ');
}

function pathLists(cell: string | undefined): Record<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const path of words(cell)) {
    const [question, attribute] = splitOnce(path);
    lists.set(question, [...(lists.get(question) ?? []), attribute]);
  }
  return Object.fromEntries(lists);
}

function words(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split(' ');
}

function toNumber(cell: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}
