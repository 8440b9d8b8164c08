import { RECORD_SCHEMA_VERSION, STATUSES as RECORD_STATUSES } from '../../shared/answers/answer-record.ts';
import type { Questionnaire } from '../../shared/questionnaire/questionnaire.ts';
import type { ByteRow } from './byte-row.ts';
import { CellMemo } from './cell-memo.ts';
import { planColumns, type ColumnPlan } from './column-plan.ts';
import { CODE_ABSENT, DURATION_ABSENT, SAMPLE_ABSENT, STATUSES, TIME_ABSENT } from './columns.ts';
import type { ColumnsBuilder } from './columns-builder.ts';
import { noCodes, type BadCell, type HeadReader, type RowFault } from './head-reader.ts';
import { IsoTime } from './iso-time.ts';
import type { RejectionCode } from './rejections.ts';

/** Columns that say something of the record. */
const COLUMNS = [
  ...(['schemaVersion', 'id', 'revision', 'survey', 'surveyVersion'] as const),
  ...(['status', 'shownAt', 'durationMs', 'sample'] as const),
];

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const ZONE = /(Z|[+-]\d\d:?\d\d)$/;
const WHOLE_MAX = 999_999_999;

/** Tables with their header, and what is at hand to understand them. */
export interface OwnTable {
  readonly header: readonly string[];
  /** What stands behind a guard against formulas. */
  readonly textOf: (text: string) => string;
  readonly builder: ColumnsBuilder;
  readonly questionnaires: readonly Questionnaire[];
}

/** Reads what a row of an export of ours says of its record. */
export class OwnHead implements HeadReader {
  readonly codes = noCodes();
  readonly bad: BadCell[] = [];
  revision = 1;
  readonly hasId = true;
  readonly skipped: number;
  readonly notApplicable: number;
  readonly #table: OwnTable;
  readonly #at: Readonly<Record<(typeof COLUMNS)[number], number>>;
  readonly #time = new IsoTime();
  readonly #schema: CellMemo<boolean>;
  readonly #status: CellMemo<number>;
  readonly #sample: CellMemo<number | undefined>;
  readonly #survey: CellMemo<number>;
  readonly #version: CellMemo<number>;
  readonly #audience: CellMemo<number>;
  readonly #plans = new Map<number, ColumnPlan>();
  #plan: ColumnPlan | undefined;

  constructor(table: OwnTable) {
    this.#table = table;
    const { header, builder, textOf } = table;
    const [schemaVersion, id, revision, survey, surveyVersion, status, shownAt, durationMs, sample] =
      COLUMNS.map((column) => header.indexOf(column));
    this.#at = { schemaVersion, id, revision, survey, surveyVersion, status, shownAt, durationMs, sample };
    this.skipped = header.indexOf('skipped');
    this.notApplicable = header.indexOf('notApplicable');
    this.#schema = new CellMemo((text) => text === String(RECORD_SCHEMA_VERSION));
    this.#status = new CellMemo((text) =>
      STATUSES.indexOf(RECORD_STATUSES.find((known) => known === text) ?? 'unknown'),
    );
    this.#sample = new CellMemo(parseShare);
    this.#survey = new CellMemo((text) => builder.survey.codeOf(textOf(text)));
    this.#version = new CellMemo((text) => builder.surveyVersion.codeOf(textOf(text)));
    this.#audience = new CellMemo((text) => builder.audience.codeOf(textOf(text)));
  }

  get plan(): ColumnPlan {
    if (!this.#plan) throw new RangeError('plan: expected a row to be read first');
    return this.#plan;
  }

  read(row: ByteRow): RowFault | undefined {
    if (this.bad.length > 0) this.bad.length = 0;
    const fault = this.#whole(row);
    if (!fault) this.#parts(row);
    return fault;
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
      const time = this.#time.read(row, shownAt) ?? parseTime(row.text(shownAt));
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
    this.#plan = this.#planFor(codes.survey, codes.surveyVersion);
    codes.audience = given(this.#plan.audience) ? this.#audience.read(row, this.#plan.audience) : CODE_ABSENT;
  }

  #isBad(row: ByteRow, column: string, index: number, code: RejectionCode): void {
    this.bad.push({ column, value: row.text(index), code });
  }

  #planFor(survey: number, version: number): ColumnPlan {
    const key = survey * 65_536 + version;
    let plan = this.#plans.get(key);
    if (!plan) {
      const { header, builder, textOf } = this.#table;
      const questionnaire = this.#questionnaire(
        builder.survey.valueOf(survey),
        builder.surveyVersion.valueOf(version),
      );
      plan = planColumns(header, questionnaire, builder, textOf);
      this.#plans.set(key, plan);
    }
    return plan;
  }

  #questionnaire(survey: string, version: string): Questionnaire | undefined {
    const ofSurvey = this.#table.questionnaires.filter(({ id }) => id === survey);
    return (
      ofSurvey.find((candidate) => String(candidate.version) === version) ??
      [...ofSurvey].sort((a, b) => b.version - a.version)[0]
    );
  }
}

/**
 * Epoch milliseconds of a time in ISO 8601, with at least its minute; in UTC where it names no zone.
 *
 * @example parseTime('2026-03-01T10:00Z') // 1772359200000
 * @example parseTime('1 March 2026') // undefined
 */
export function parseTime(text: string): number | undefined {
  const time = ISO_TIME.test(text) ? Date.parse(ZONE.test(text) ? text : `${text}Z`) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function parseShare(text: string): number | undefined {
  const share = /^\d*\.?\d+(e-\d+)?$/i.test(text) ? Number(text) : NaN;
  return share > 0 && share <= 1 ? share : undefined;
}
