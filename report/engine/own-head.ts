import { RECORD_SCHEMA_VERSION, STATUSES as RECORD_STATUSES } from '../../shared/answers/answer-record.ts';
import { plainWhole, type ByteRow } from './byte-row.ts';
import { CellMemo } from './cell-memo.ts';
import type { ColumnPlan } from './column-plan.ts';
import { CODE_ABSENT, DURATION_ABSENT, SAMPLE_ABSENT, STATUSES, TIME_ABSENT } from './columns.ts';
import { noCodes } from './head-columns.ts';
import type { BadCell, HeadReader, RowFault } from './head-reader.ts';
import { IsoTime } from './iso-time.ts';
import type { RejectionCode } from './rejections.ts';
import { OwnPlans, type OwnTable } from './own-plans.ts';
import { UUID_TEXT } from './uuid.ts';
import { parseShare, parseTime } from './parse-head-cells.ts';

/** Columns that say something of the record. */
const COLUMNS = [
  ...(['schemaVersion', 'id', 'revision', 'survey', 'surveyVersion'] as const),
  ...(['status', 'shownAt', 'durationMs', 'sample'] as const),
];
/** Parts of the head, by their places in {@link OwnHead.parts}. */
export const SCHEMA = 0;
export const ID = 1;
export const REVISION = 2;
export const SURVEY = 3;
export const VERSION = 4;
export const STATUS = 5;
export const SHOWN_AT = 6;
export const DURATION = 7;
export const SAMPLE = 8;

const WHOLE_MAX = 999_999_999;

/** Reads what a row of an export of ours says of its record. */
export class OwnHead implements HeadReader {
  readonly codes = noCodes();
  readonly bad: BadCell[] = [];
  revision = 1;
  readonly hasId = true;
  readonly skipped: number;
  readonly notApplicable: number;
  /** Columns of the parts; −1 where the table has none. */
  readonly parts: readonly number[];
  readonly #table: OwnTable;
  readonly #at: Readonly<Record<(typeof COLUMNS)[number], number>>;
  readonly #time = new IsoTime();
  readonly #schema: CellMemo<boolean>;
  readonly #status: CellMemo<number>;
  readonly #sample: CellMemo<number | undefined>;
  readonly #survey: CellMemo<number>;
  readonly #version: CellMemo<number>;
  readonly #audience: CellMemo<number>;
  readonly #plans: OwnPlans;
  #hasId = false;

  constructor(table: OwnTable) {
    this.#table = table;
    this.#plans = new OwnPlans(table);
    const { header, builder, textOf } = table;
    this.parts = COLUMNS.map((column) => header.indexOf(column));
    const [schemaVersion, id, revision, survey, surveyVersion, status, shownAt, durationMs, sample] =
      this.parts;
    this.#at = { schemaVersion, id, revision, survey, surveyVersion, status, shownAt, durationMs, sample };
    this.skipped = header.indexOf('skipped');
    this.notApplicable = header.indexOf('notApplicable');
    this.#schema = new CellMemo((text) => text === String(RECORD_SCHEMA_VERSION));
    this.#status = new CellMemo((text) =>
      STATUSES.indexOf(RECORD_STATUSES.find((known) => known === text) ?? 'unknown'),
    );
    this.#sample = new CellMemo(parseShare);
    this.#survey = new CellMemo((text) => builder.heads.survey.codeOf(textOf(text)));
    this.#version = new CellMemo((text) => builder.heads.surveyVersion.codeOf(textOf(text)));
    this.#audience = new CellMemo((text) => builder.heads.audience.codeOf(textOf(text)));
  }

  get plan(): ColumnPlan {
    return this.#plans.last;
  }

  read(row: ByteRow): RowFault | undefined {
    if (this.bad.length > 0) this.bad.length = 0;
    const fault = this.#whole(row);
    if (!fault) this.#parts(row);
    return fault;
  }

  /** Forgets the row before, for {@link take}. */
  clear(): void {
    this.codes.shownAt = TIME_ABSENT;
    this.codes.durationMs = DURATION_ABSENT;
    this.revision = 1;
    this.#hasId = false;
  }

  /** What the cells of a part of the head were read as; undefined for a part that differs from row to row. */
  memoOf(part: number): CellMemo<unknown> | undefined {
    switch (part) {
      case SCHEMA:
        return this.#schema;
      case SURVEY:
        return this.#survey;
      case VERSION:
        return this.#version;
      case STATUS:
        return this.#status;
      case SAMPLE:
        return this.#sample;
      default:
        return undefined;
    }
  }

  /** As {@link memoOf}, of the audience, whose column the plan names. */
  get audiences(): CellMemo<unknown> {
    return this.#audience;
  }

  /**
   * Takes a cell that is not empty, of a part without a memo, as {@link read} would take it.
   *
   * @returns false when it is not in its plain form, so that `read` has to decide
   */
  take(part: number, bytes: Uint8Array, start: number, end: number): boolean {
    switch (part) {
      case ID:
        this.#hasId = end - start === UUID_TEXT && this.#table.builder.ids.takeUuid(bytes, start);
        return this.#hasId;
      case REVISION:
        this.revision = plainWhole(bytes, start, end);
        return this.revision > 0;
      case SHOWN_AT:
        this.codes.shownAt = this.#time.read(bytes, start, end) ?? TIME_ABSENT;
        return this.codes.shownAt !== TIME_ABSENT;
      case DURATION:
        this.codes.durationMs = plainWhole(bytes, start, end);
        return this.codes.durationMs >= 0;
      default:
        throw new RangeError(`take: expected a part of the head without a memo, got ${part}`);
    }
  }

  /**
   * Ends a row that was taken.
   *
   * @param found by column, the number in its memo; −1 for an empty cell
   * @param audience its column; −1 when there is none
   * @returns the row's plan; undefined when a cell is none that counts, so that `read` has to decide
   */
  settle(found: Int32Array, audience: number): ColumnPlan | undefined {
    const { codes } = this;
    const at = this.#at;
    const schema = numberAt(found, at.schemaVersion);
    const status = numberAt(found, at.status);
    const sample = numberAt(found, at.sample);
    if (!this.#hasId || (schema >= 0 && !this.#schema.at(schema))) return undefined;
    codes.status = status < 0 ? CODE_ABSENT : this.#status.at(status);
    codes.survey = codeAt(found, at.survey, this.#survey);
    codes.surveyVersion = codeAt(found, at.surveyVersion, this.#version);
    codes.audience = codeAt(found, audience, this.#audience);
    codes.sample = SAMPLE_ABSENT;
    if (sample >= 0) {
      const share = this.#sample.at(sample);
      if (share === undefined) return undefined;
      codes.sample = share;
    }
    if (status >= 0 && codes.status === CODE_ABSENT) return undefined;
    return this.#plans.of(codes.survey, codes.surveyVersion);
  }

  /** The plan of rows of a survey and version, by their codes. */
  planOfCodes(survey: number, version: number): ColumnPlan {
    return this.#plans.of(survey, version);
  }

  /** The plan of the row whose survey and version were found; undefined without an id. */
  planOf(found: Int32Array): ColumnPlan | undefined {
    const { survey, surveyVersion } = this.#at;
    if (!this.#hasId) return undefined;
    return this.#plans.of(codeAt(found, survey, this.#survey), codeAt(found, surveyVersion, this.#version));
  }

  /** What the row stands or falls by. */
  #whole(row: ByteRow): RowFault | undefined {
    const { builder, textOf } = this.#table;
    const { id, schemaVersion: schema, revision: index } = this.#at;
    if (id < 0 || row.isEmpty(id)) return { code: 'no-id', value: '' };
    if (row.end(id) - row.start(id) === 2 && row.text(id) === 'id')
      return { code: 'header-again', value: 'id' };
    if (!builder.ids.take(row, id, textOf)) return { code: 'bad-id', value: row.text(id) };
    if (schema >= 0 && !row.isEmpty(schema) && !this.#schema.read(row, schema))
      return { code: 'bad-version', value: row.text(schema) };
    this.revision = 1;
    if (index >= 0 && !row.isEmpty(index)) {
      const revision = row.whole(index) ?? 0;
      if (revision < 1 || revision > WHOLE_MAX) return { code: 'bad-revision', value: row.text(index) };
      this.revision = revision;
    }
    return undefined;
  }

  #parts(row: ByteRow): void {
    const { codes } = this;
    const given = (column: number): boolean => column >= 0 && !row.isEmpty(column);
    const { status, shownAt, durationMs, sample, survey, surveyVersion: version } = this.#at;
    codes.status = given(status) ? this.#status.read(row, status) : 0;
    if (codes.status === 0 && given(status)) this.#isBad(row, 'status', status, 'bad-status');
    codes.shownAt = TIME_ABSENT;
    if (given(shownAt)) {
      const time =
        this.#time.read(row.bytes, row.start(shownAt), row.end(shownAt)) ?? parseTime(row.text(shownAt));
      if (time === undefined) this.#isBad(row, 'shownAt', shownAt, 'bad-time');
      else codes.shownAt = time;
    }
    codes.durationMs = DURATION_ABSENT;
    if (given(durationMs)) {
      const duration = row.whole(durationMs) ?? -1;
      if (duration < 0) this.#isBad(row, 'durationMs', durationMs, 'bad-duration');
      else codes.durationMs = duration;
    }
    codes.sample = SAMPLE_ABSENT;
    if (given(sample)) {
      const share = this.#sample.read(row, sample);
      if (share === undefined) this.#isBad(row, 'sample', sample, 'bad-sample');
      else codes.sample = share;
    }
    codes.survey = given(survey) ? this.#survey.read(row, survey) : CODE_ABSENT;
    codes.surveyVersion = given(version) ? this.#version.read(row, version) : CODE_ABSENT;
    const { audience } = this.#plans.of(codes.survey, codes.surveyVersion);
    codes.audience = given(audience) ? this.#audience.read(row, audience) : CODE_ABSENT;
  }

  #isBad(row: ByteRow, column: string, index: number, code: RejectionCode): void {
    this.bad.push({ column, value: row.text(index), code });
  }
}

function numberAt(found: Int32Array, column: number): number {
  return column < 0 ? -1 : found[column];
}

function codeAt(found: Int32Array, column: number, memo: CellMemo<number>): number {
  const number = numberAt(found, column);
  return number < 0 ? CODE_ABSENT : memo.at(number);
}
