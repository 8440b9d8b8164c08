import { points, type RecordStatus, type ScaleDefinition } from '../../shared/summary/summary.ts';
import {
  CELL_NOT_SHOWN,
  CELL_REJECTED,
  CELL_SKIPPED,
  CODE_ABSENT,
  DURATION_ABSENT,
  SAMPLE_ABSENT,
  STATUSES,
  TIME_ABSENT,
  type Columns,
  type MissingCell,
  type PeriodColumn,
} from './columns.ts';
import { DictionaryBuilder, grown } from './dictionary-builder.ts';
import { IdTable } from './id-table.ts';

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

/** The same as numbers, as the columns hold it: codes of the builder's dictionaries, absent values by their names. */
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

/** A scale and its cells, one a row; the array is another one when the builder has grown. */
export interface ScaleCells {
  readonly definition: ScaleDefinition;
  cells: Uint8Array;
}

/**
 * Collects rows from a reader of CSV or NDJSON and makes `Columns` of them.
 *
 * A reader declares columns with `scale` and `field` whenever it meets them (rows before that count as not
 * shown, absent), then for each record calls `add`, and `cell`, `missing`, `context` for what the record has.
 * When a higher revision of a record arrives later in the stream, `replace` clears its row for the new one.
 *
 * @example
 * const builder = new ColumnsBuilder();
 * const nps = builder.scale({ key: 'nps', role: 'nps', question: 'nps', min: 0, max: 10 });
 * const row = builder.add({ id: 'a', survey: 'nps', status: 'completed' });
 * builder.cell(row, nps, 9); // true; 11 would give false and a rejected cell
 * builder.context(row, builder.field('tier'), 'gold');
 * builder.build().rows // 1
 */
export class ColumnsBuilder {
  readonly ids = new IdTable();
  readonly survey: DictionaryBuilder;
  readonly surveyVersion: DictionaryBuilder;
  readonly audience: DictionaryBuilder;
  readonly period: DictionaryBuilder;
  #rows = 0;
  #capacity = 1024;
  #anyWeight = false;
  #status = new Uint8Array(this.#capacity);
  #shownAt = new Float64Array(this.#capacity);
  #sample = new Float64Array(this.#capacity);
  #durationMs = new Float64Array(this.#capacity);
  #weight = new Float64Array(0);
  readonly #periodOrder = new Map<string, number>();
  readonly #fields = new Map<string, DictionaryBuilder>();
  readonly #scales: ScaleCells[] = [];

  constructor() {
    this.survey = new DictionaryBuilder(this.#capacity);
    this.surveyVersion = new DictionaryBuilder(this.#capacity);
    this.audience = new DictionaryBuilder(this.#capacity);
    this.period = new DictionaryBuilder(this.#capacity);
  }

  /** Rows so far. */
  get rows(): number {
    return this.#rows;
  }

  /** All scales declared so far, by handle. */
  get scales(): readonly ScaleCells[] {
    return this.#scales;
  }

  /** All fields declared so far. */
  get fields(): ReadonlyMap<string, DictionaryBuilder> {
    return this.#fields;
  }

  /** Makes room for so many rows at once: growing step by step takes twice the memory. */
  reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    this.#capacity = rows;
    this.#status = grown(this.#status, new Uint8Array(rows));
    this.#shownAt = grown(this.#shownAt, new Float64Array(rows));
    this.#sample = grown(this.#sample, new Float64Array(rows));
    this.#durationMs = grown(this.#durationMs, new Float64Array(rows));
    if (this.#anyWeight) this.#weight = grown(this.#weight, new Float64Array(rows));
    const dictionaries = [this.survey, this.surveyVersion, this.audience, this.period];
    for (const dictionary of [...dictionaries, ...this.#fields.values()]) dictionary.grow(rows);
    for (const scale of this.#scales) scale.cells = grown(scale.cells, new Uint8Array(rows));
    this.ids.reserve(rows);
  }

  /**
   * Declares a scale column, or finds it when it was declared before.
   *
   * Two definitions are the same column when key, role, min, max and direction agree. A key may so stand on two
   * scales, as long as no survey version uses both.
   *
   * @returns the handle that `cell` and `missing` take
   * @throws RangeError when min and max are not whole numbers with 2 to 252 points between them
   */
  scale(definition: ScaleDefinition): number {
    const { key, role, min, max, reversed } = definition;
    if (!Number.isInteger(min) || !Number.isInteger(max) || max <= min || points(definition) > CELL_SKIPPED)
      throw new RangeError(`scale: expected 2 to ${CELL_SKIPPED} whole points, got ${min} to ${max}`);
    const known = this.#scales.findIndex(
      ({ definition: d }) =>
        d.key === key && d.role === role && d.min === min && d.max === max && d.reversed === reversed,
    );
    if (known >= 0) return known;
    const cells = new Uint8Array(this.#capacity);
    this.#scales.push({ definition, cells: cells.fill(CELL_NOT_SHOWN, 0, this.#rows) });
    return this.#scales.length - 1;
  }

  /** Declares a context field, or finds it; returns the handle that `context` takes. */
  field(name: string): string {
    if (!this.#fields.has(name)) this.#fields.set(name, new DictionaryBuilder(this.#capacity));
    return name;
  }

  /** The code of a period, new or known. */
  periodOf(label: string, order: number): number {
    if (!this.#periodOrder.has(label)) this.#periodOrder.set(label, order);
    return this.period.codeOf(label);
  }

  /** Appends a record and returns its row; its cells are not shown and its fields absent until written. */
  add(head: RowHead): number {
    const row = this.append(this.#codes(head));
    if (head.id && this.ids.takeText(head.id)) this.ids.keep(row);
    return row;
  }

  /** As `add`, without an id. */
  append(head: HeadCodes): number {
    if (this.#rows === this.#capacity) this.reserve(2 * this.#capacity);
    const row = this.#rows++;
    for (const { cells } of this.#scales) cells[row] = CELL_NOT_SHOWN;
    this.#write(row, head);
    return row;
  }

  /** Empties a row and gives it a new head: a higher revision of the record has come. */
  replace(row: number, head: RowHead): void {
    this.overwrite(row, this.#codes(head));
  }

  /** As `replace`; the row keeps its id. */
  overwrite(row: number, head: HeadCodes): void {
    this.#check(row);
    for (const { cells } of this.#scales) cells[row] = CELL_NOT_SHOWN;
    for (const field of this.#fields.values()) field.set(row, CODE_ABSENT);
    this.#write(row, head);
  }

  /** Writes an answer; returns false, and keeps the cell as rejected, when the value is no point of the scale. */
  cell(row: number, scale: number, value: number): boolean {
    const { definition, cells } = this.#column(row, scale);
    const valid = Number.isInteger(value) && value >= definition.min && value <= definition.max;
    cells[row] = valid ? value - definition.min : CELL_REJECTED;
    return valid;
  }

  /** Writes why there is no answer. */
  missing(row: number, scale: number, why: MissingCell): void {
    this.#column(row, scale).cells[row] = why;
  }

  /** Writes the value of a context field. */
  context(row: number, field: string, value: string): void {
    this.#check(row);
    const dictionary = this.#fields.get(field);
    if (!dictionary) throw new RangeError(`context: expected a declared field, got ${field}`);
    dictionary.set(row, dictionary.codeOf(value));
  }

  /** A record's status, as an index of `STATUSES`. */
  statusOf(row: number): number {
    return this.#status[row];
  }

  /** The table of all rows so far: views, which stay as they are while further rows are added. */
  build(): Columns {
    const rows = this.#rows;
    return {
      rows,
      ...(this.ids.count > 0 && { ids: this.ids.column(rows) }),
      ...(this.#anyWeight && { weight: this.#weight.subarray(0, rows) }),
      ...(this.#periodOrder.size > 0 && { period: this.#periods(rows) }),
      status: this.#status.subarray(0, rows),
      shownAt: this.#shownAt.subarray(0, rows),
      sample: this.#sample.subarray(0, rows),
      durationMs: this.#durationMs.subarray(0, rows),
      survey: this.survey.build(rows),
      surveyVersion: this.surveyVersion.build(rows),
      audience: this.audience.build(rows),
      fields: new Map([...this.#fields].map(([name, dictionary]) => [name, dictionary.build(rows)])),
      scales: this.#scales.map(({ definition, cells }) => ({
        ...definition,
        cells: cells.subarray(0, rows),
      })),
    };
  }

  #periods(rows: number): PeriodColumn {
    const { values, codes } = this.period.build(rows);
    return { values, codes, order: values.map((label) => this.#periodOrder.get(label) ?? 0) };
  }

  #codes(head: RowHead): HeadCodes {
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

  #write(row: number, head: HeadCodes): void {
    this.#status[row] = head.status;
    this.#shownAt[row] = head.shownAt;
    this.#sample[row] = head.sample;
    this.#durationMs[row] = head.durationMs;
    if (head.weight !== undefined || this.#anyWeight) this.#weigh(row, head.weight ?? 0);
    this.survey.set(row, head.survey);
    this.surveyVersion.set(row, head.surveyVersion);
    this.audience.set(row, head.audience);
    this.period.set(row, head.period);
  }

  #weigh(row: number, weight: number): void {
    if (!this.#anyWeight) {
      this.#anyWeight = true;
      this.#weight = new Float64Array(this.#capacity);
    }
    this.#weight[row] = weight;
  }

  #column(row: number, scale: number): ScaleCells {
    this.#check(row);
    const column = this.#scales[scale];
    if (!column) throw new RangeError(`cell: expected a declared scale, got ${scale}`);
    return column;
  }

  #check(row: number): void {
    if (!(row >= 0 && row < this.#rows))
      throw new RangeError(`row: expected 0 to ${this.#rows - 1}, got ${row}`);
  }
}
