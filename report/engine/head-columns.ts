import type { RecordStatus } from '../../shared/summary/summary.ts';
import {
  CODE_ABSENT,
  DURATION_ABSENT,
  DURATION_MAX,
  SAMPLE_ABSENT,
  STATUSES,
  TIME_ABSENT,
  type Columns,
  type PeriodColumn,
} from './columns.ts';
import { DictionaryBuilder, grown } from './dictionary-builder.ts';

/** What a row holds besides answers and context; everything may be absent. */
export interface RowHead {
  readonly id?: string | undefined;
  readonly status?: RecordStatus | undefined;
  /** Epoch milliseconds. */
  readonly shownAt?: number | undefined;
  readonly survey?: string | undefined;
  readonly surveyVersion?: string | number | undefined;
  readonly audience?: string | undefined;
  readonly sample?: number | undefined;
  readonly durationMs?: number | undefined;
  /** From `weightUnits`. */
  readonly weight?: number | undefined;
  /** A period's name in the source, and any number that puts it in order; a name has one place. */
  readonly period?: { readonly label: string; readonly order: number } | undefined;
}

/** The same as numbers, as the columns hold it: codes of the dictionaries, absent values by their names. */
export interface HeadCodes {
  status: number;
  shownAt: number;
  sample: number;
  durationMs: number;
  /** Undefined where the source has no weights. */
  weight: number | undefined;
  survey: number;
  surveyVersion: number;
  audience: number;
  period: number;
}

/**
 * Codes of a record of which nothing is known.
 *
 * @example noCodes().durationMs // -1
 */
export function noCodes(): HeadCodes {
  return {
    ...{ status: 0, shownAt: TIME_ABSENT, sample: SAMPLE_ABSENT, durationMs: DURATION_ABSENT },
    ...{ weight: undefined, survey: CODE_ABSENT, surveyVersion: CODE_ABSENT },
    ...{ audience: CODE_ABSENT, period: CODE_ABSENT },
  };
}

/** The columns of what rows hold besides answers, context and id, while they grow. */
export class HeadColumns {
  readonly survey: DictionaryBuilder;
  readonly surveyVersion: DictionaryBuilder;
  readonly audience: DictionaryBuilder;
  readonly period: DictionaryBuilder;
  #capacity: number;
  #status: Uint8Array;
  #shownAt: Float64Array;
  #durationMs: Int32Array;
  /** Absent until a row has one: most sources have none in any row. */
  #sample: Float64Array | undefined;
  #weight: Float64Array | undefined;
  readonly #periodOrder = new Map<string, number>();

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#status = new Uint8Array(capacity);
    this.#shownAt = new Float64Array(capacity);
    this.#durationMs = new Int32Array(capacity);
    this.survey = new DictionaryBuilder(capacity);
    this.surveyVersion = new DictionaryBuilder(capacity);
    this.audience = new DictionaryBuilder(capacity);
    this.period = new DictionaryBuilder(capacity);
  }

  /** Makes room for so many rows. */
  grow(capacity: number): void {
    this.#capacity = capacity;
    this.#status = grown(this.#status, new Uint8Array(capacity));
    this.#shownAt = grown(this.#shownAt, new Float64Array(capacity));
    this.#durationMs = grown(this.#durationMs, new Int32Array(capacity));
    this.#sample &&= grown(this.#sample, new Float64Array(capacity));
    this.#weight &&= grown(this.#weight, new Float64Array(capacity));
    for (const dictionary of [this.survey, this.surveyVersion, this.audience, this.period])
      dictionary.grow(capacity);
  }

  /** The code of a period, new or known. */
  periodOf(label: string, order: number): number {
    if (!this.#periodOrder.has(label)) this.#periodOrder.set(label, order);
    return this.period.codeOf(label);
  }

  /** What a head is in the columns; its values are added to the dictionaries. */
  codesOf(head: RowHead): HeadCodes {
    const version = head.surveyVersion === undefined ? '' : String(head.surveyVersion);
    return {
      status: STATUSES.indexOf(head.status ?? 'unknown'),
      shownAt: head.shownAt ?? TIME_ABSENT,
      sample: head.sample ?? SAMPLE_ABSENT,
      durationMs: head.durationMs ?? DURATION_ABSENT,
      weight: head.weight,
      survey: this.survey.codeOf(head.survey ?? ''),
      surveyVersion: this.surveyVersion.codeOf(version),
      audience: this.audience.codeOf(head.audience ?? ''),
      period: head.period ? this.periodOf(head.period.label, head.period.order) : CODE_ABSENT,
    };
  }

  /** @param row below the capacity */
  write(row: number, head: HeadCodes): void {
    this.#status[row] = head.status;
    this.#shownAt[row] = head.shownAt;
    this.#durationMs[row] = Math.min(head.durationMs, DURATION_MAX);
    this.draw(row, head.sample);
    if (head.weight !== undefined || this.#weight) this.#weigh(row, head.weight ?? 0);
    this.survey.set(row, head.survey);
    this.surveyVersion.set(row, head.surveyVersion);
    this.audience.set(row, head.audience);
    this.period.set(row, head.period);
  }

  /** Where rows from `row` on have their status, time and duration: to be written by whoever has added the rows. */
  rowsFrom(row: number, count: number): Pick<Columns, 'status' | 'shownAt' | 'durationMs'> {
    return {
      status: this.#status.subarray(row, row + count),
      shownAt: this.#shownAt.subarray(row, row + count),
      durationMs: this.#durationMs.subarray(row, row + count),
    };
  }

  /** Whether some row was drawn by chance, so that all others have to say that they do not say it. */
  get hasDraws(): boolean {
    return this.#sample !== undefined;
  }

  /** Writes the share of visitors that were drawn. */
  draw(row: number, sample: number): void {
    if (sample === SAMPLE_ABSENT && !this.#sample) return;
    // Rows before the first that was drawn by chance do not say it.
    this.#sample ??= new Float64Array(this.#capacity).fill(SAMPLE_ABSENT, 0, row);
    this.#sample[row] = sample;
  }

  /** A record's status, as an index of `STATUSES`. */
  statusOf(row: number): number {
    return this.#status[row];
  }

  /** The first rows: views, which later rows do not change. */
  build(rows: number): Omit<Columns, 'ids' | 'fields' | 'scales'> {
    return {
      rows,
      ...(this.#weight && { weight: this.#weight.subarray(0, rows) }),
      ...(this.#periodOrder.size > 0 && { period: this.#periods(rows) }),
      ...(this.#sample && { sample: this.#sample.subarray(0, rows) }),
      status: this.#status.subarray(0, rows),
      shownAt: this.#shownAt.subarray(0, rows),
      durationMs: this.#durationMs.subarray(0, rows),
      survey: this.survey.build(rows),
      surveyVersion: this.surveyVersion.build(rows),
      audience: this.audience.build(rows),
    };
  }

  #periods(rows: number): PeriodColumn {
    const { values, codes } = this.period.build(rows);
    return { values, codes, order: values.map((label) => this.#periodOrder.get(label) ?? 0) };
  }

  /** Rows before the first that has a weight weigh nothing. */
  #weigh(row: number, weight: number): void {
    this.#weight ??= new Float64Array(this.#capacity);
    this.#weight[row] = weight;
  }
}
