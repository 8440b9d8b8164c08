import { FIXED_COLUMNS } from '../../shared/answers/answer-table.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import { AUDIENCE_FIELD, planColumns, type ColumnPlan } from './column-plan.ts';
import { CELL_NOT_APPLICABLE, CELL_SKIPPED } from './columns.ts';
import { ColumnsBuilder } from './columns-builder.ts';
import { Rejections } from './rejections.ts';
import { parseHead, type ParsedHead } from './row-head.ts';
import { SeenRecords, cellDigest, textDigest } from './seen-records.ts';

/** One row of a table, its cells by index; texts as they were given, before any guard against formulas. */
export interface RowCells {
  readonly line: number;
  isEmpty(index: number): boolean;
  /** @throws TypeError when the bytes are not UTF-8 */
  text(index: number): string;
  /** A whole number in its plain form; undefined for all else. */
  whole(index: number): number | undefined;
}

/** A table that rows are read from; the header may grow, as NDJSON has none. */
export interface AnswerTable {
  readonly file: string;
  readonly header: string[];
}

type GoodHead = Extract<ParsedHead, { ok: true }>;

/**
 * Turns rows of exports into columns: each id once, by its highest revision, from however many files.
 *
 * @example
 * const reader = new AnswerReader(questionnaires);
 * reader.row({ file: 'a.csv', header: ['id', 'nps'] }, cells);
 * reader.builder.build().rows // 1
 */
export class AnswerReader {
  readonly builder = new ColumnsBuilder();
  readonly rejections = new Rejections();
  /** Columns whose answers are in no figure: comments, and those that nothing explains. */
  readonly comments = new Set<string>();
  readonly unknown = new Set<string>();
  /** Rows that told nothing new: read before, or an older revision. */
  repeated = 0;
  readonly questionnaires: readonly Questionnaire[];
  readonly #seen = new SeenRecords();
  readonly #plans = new WeakMap<AnswerTable, Map<string, ColumnPlan>>();
  readonly #fixed = new WeakMap<AnswerTable, ReadonlyMap<string, number>>();

  constructor(questionnaires: readonly Questionnaire[]) {
    this.questionnaires = questionnaires;
  }

  /** Takes one row; whatever does not count is in `rejections`. */
  row(table: AnswerTable, cells: RowCells): void {
    const { file } = table;
    try {
      const fixed = this.#fixedColumns(table);
      const text = (column: string): string => {
        const index = fixed.get(column);
        return index === undefined || cells.isEmpty(index) ? '' : cells.text(index);
      };
      const parsed = parseHead(text);
      if (parsed.ok) this.#record(table, cells, parsed, text);
      else this.rejections.add({ file, line: cells.line, code: parsed.code, value: parsed.value });
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.rejections.add({ file, line: cells.line, code: 'encoding' });
    }
  }

  /** Tells the reader that a table's header has grown. */
  headerChanged(table: AnswerTable): void {
    this.#plans.delete(table);
    this.#fixed.delete(table);
  }

  #record(table: AnswerTable, cells: RowCells, parsed: GoodHead, text: (column: string) => string): void {
    const { file } = table;
    const { head, revision } = parsed;
    const plan = this.#plan(table, head.survey ?? '', head.surveyVersion?.toString() ?? '');
    // All text is decoded before anything is written, so a row with bad bytes leaves no trace.
    const values = plan.fields.map(({ index }) => (cells.isEmpty(index) ? '' : cells.text(index)));
    const skipped = words(text('skipped'));
    const notApplicable = words(text('notApplicable'));
    const digest = digestOf(head.status ?? '', plan, cells, values);
    const sighting = this.#seen.look(head.id, revision, digest);
    if (sighting.kind === 'older' || sighting.kind === 'repeated') {
      this.repeated++;
      return;
    }
    if (sighting.kind === 'conflict') {
      this.rejections.add({ file, line: cells.line, code: 'conflict', value: head.id });
      return;
    }
    const audience = values[plan.fields.findIndex(({ field }) => field === AUDIENCE_FIELD)];
    const row = sighting.kind === 'new' ? this.builder.add({ ...head, audience }) : sighting.row;
    if (sighting.kind === 'newer') {
      this.repeated++;
      this.builder.replace(row, { ...head, audience });
    }
    this.#seen.keep(head.id, row, revision, digest);
    for (const bad of parsed.bad) this.rejections.add({ file, line: cells.line, ...bad });
    plan.fields.forEach(({ field }, at) => {
      if (field !== AUDIENCE_FIELD && values[at] !== '') this.builder.context(row, field, values[at]);
    });
    for (const { index, column } of plan.comments) if (!cells.isEmpty(index)) this.comments.add(column);
    for (const { index, column } of plan.unknown) if (!cells.isEmpty(index)) this.unknown.add(column);
    this.#scores(file, cells, plan, row, skipped, notApplicable);
  }

  #scores(
    file: string,
    cells: RowCells,
    plan: ColumnPlan,
    row: number,
    skipped: ReadonlySet<string>,
    notApplicable: ReadonlySet<string>,
  ): void {
    const { builder } = this;
    for (const { index, handle, definition } of plan.scales) {
      const { key, question, attribute, min, max } = definition;
      if (cells.isEmpty(index)) {
        if (attribute !== undefined && notApplicable.has(`${question}.${attribute}`))
          builder.missing(row, handle, CELL_NOT_APPLICABLE);
        else if (skipped.has(key) || skipped.has(question)) builder.missing(row, handle, CELL_SKIPPED);
      } else if (!builder.cell(row, handle, cells.whole(index) ?? NaN)) {
        this.rejections.add({
          ...{ file, line: cells.line, column: key, value: readable(cells, index) },
          ...{ code: 'off-scale', low: min, high: max },
        });
      }
    }
  }

  #plan(table: AnswerTable, survey: string, version: string): ColumnPlan {
    let plans = this.#plans.get(table);
    if (!plans) {
      plans = new Map<string, ColumnPlan>();
      this.#plans.set(table, plans);
    }
    const key = `${survey}\n${version}`;
    let plan = plans.get(key);
    if (!plan) {
      plan = planColumns(table.header, this.#questionnaire(survey, version), this.builder);
      plans.set(key, plan);
    }
    return plan;
  }

  #questionnaire(survey: string, version: string): Questionnaire | undefined {
    const ofSurvey = this.questionnaires.filter(({ id }) => id === survey);
    return (
      ofSurvey.find((candidate) => String(candidate.version) === version) ??
      [...ofSurvey].sort((a, b) => b.version - a.version)[0]
    );
  }

  #fixedColumns(table: AnswerTable): ReadonlyMap<string, number> {
    let fixed = this.#fixed.get(table);
    if (!fixed) {
      fixed = new Map(
        FIXED_COLUMNS.map((column) => [column, table.header.indexOf(column)] as const).filter(
          ([, index]) => index >= 0,
        ),
      );
      this.#fixed.set(table, fixed);
    }
    return fixed;
  }
}

const STATUS_DIGEST = textDigest('status');
const NO_WORDS: ReadonlySet<string> = new Set();

function digestOf(status: string, plan: ColumnPlan, cells: RowCells, values: readonly string[]): number {
  let sum = cellDigest(STATUS_DIGEST, textDigest(status));
  plan.fields.forEach(({ digest }, at) => {
    if (values[at] !== '') sum += cellDigest(digest, textDigest(values[at]));
  });
  for (const { index, digest } of plan.scales)
    if (!cells.isEmpty(index))
      sum += cellDigest(digest, cells.whole(index) ?? textDigest(readable(cells, index)));
  return sum;
}

function words(cell: string): ReadonlySet<string> {
  return cell === '' ? NO_WORDS : new Set(cell.split(' '));
}

function readable(cells: RowCells, index: number): string {
  try {
    return cells.text(index);
  } catch (error) {
    if (error instanceof TypeError) return '\uFFFD';
    throw error;
  }
}
