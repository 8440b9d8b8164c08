import { points, type RecordStatus, type ScaleDefinition } from '../../shared/summary/summary.ts';
import {
  CELL_NOT_SHOWN,
  CELL_REJECTED,
  CELL_SKIPPED,
  DURATION_ABSENT,
  SAMPLE_ABSENT,
  STATUSES,
  TIME_ABSENT,
  type Columns,
  type MissingCell,
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
  #rows = 0;
  #capacity = 1024;
  #anyId = false;
  #anyWeight = false;
  readonly #ids: string[] = [];
  #status = new Uint8Array(this.#capacity);
  #shownAt = new Float64Array(this.#capacity);
  #sample = new Float64Array(this.#capacity);
  #durationMs = new Float64Array(this.#capacity);
  #weight = new Float64Array(this.#capacity);
  readonly #period = new DictionaryBuilder(this.#capacity);
  readonly #periodOrder = new Map<string, number>();
  readonly #survey = new DictionaryBuilder(this.#capacity);
  readonly #surveyVersion = new DictionaryBuilder(this.#capacity);
  readonly #audience = new DictionaryBuilder(this.#capacity);
  readonly #fields = new Map<string, DictionaryBuilder>();
  readonly #scales: { definition: ScaleDefinition; cells: Uint8Array }[] = [];

  /** Rows so far. */
  get rows(): number {
    return this.#rows;
  }

  /**
   * Declares a scale column, or finds it when it was declared before.
   *
   * Two definitions are the same column when key, role, min and max agree. A key may so stand on two scales, as
   * long as no survey version uses both.
   *
   * @returns the handle that `cell` and `missing` take
   * @throws RangeError when min and max are not whole numbers with 2 to 252 points between them
   */
  scale(definition: ScaleDefinition): number {
    const { key, role, min, max } = definition;
    if (!Number.isInteger(min) || !Number.isInteger(max) || max <= min || points(definition) > CELL_SKIPPED)
      throw new RangeError(`scale: expected 2 to ${CELL_SKIPPED} whole points, got ${min} to ${max}`);
    const known = this.#scales.findIndex(
      ({ definition: d }) => d.key === key && d.role === role && d.min === min && d.max === max,
    );
    if (known >= 0) return known;
    this.#scales.push({ definition, cells: new Uint8Array(this.#capacity).fill(CELL_NOT_SHOWN) });
    return this.#scales.length - 1;
  }

  /** Declares a context field, or finds it; returns the handle that `context` takes. */
  field(name: string): string {
    if (!this.#fields.has(name)) this.#fields.set(name, new DictionaryBuilder(this.#capacity));
    return name;
  }

  /** Appends a record and returns its row; its cells are not shown and its fields absent until written. */
  add(head: RowHead): number {
    if (this.#rows === this.#capacity) this.#grow();
    const row = this.#rows++;
    this.#write(row, head);
    return row;
  }

  /** Empties a row and gives it a new head: a higher revision of the record has come. */
  replace(row: number, head: RowHead): void {
    this.#check(row);
    for (const { cells } of this.#scales) cells[row] = CELL_NOT_SHOWN;
    for (const field of this.#fields.values()) field.set(row, undefined);
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
    dictionary.set(row, value);
  }

  /** The table of all rows so far, copied: the builder may go on, for first figures before the last byte. */
  build(): Columns {
    const rows = this.#rows;
    return {
      rows,
      ...(this.#anyId && { ids: this.#ids.slice() }),
      ...(this.#anyWeight && { weight: this.#weight.slice(0, rows) }),
      ...(this.#periodOrder.size > 0 && { period: this.#periods(rows) }),
      status: this.#status.slice(0, rows),
      shownAt: this.#shownAt.slice(0, rows),
      sample: this.#sample.slice(0, rows),
      durationMs: this.#durationMs.slice(0, rows),
      survey: this.#survey.build(rows),
      surveyVersion: this.#surveyVersion.build(rows),
      audience: this.#audience.build(rows),
      fields: new Map([...this.#fields].map(([name, dictionary]) => [name, dictionary.build(rows)])),
      scales: this.#scales.map(({ definition, cells }) => ({ ...definition, cells: cells.slice(0, rows) })),
    };
  }

  #periods(rows: number): PeriodColumn {
    const { values, codes } = this.#period.build(rows);
    return { values, codes, order: values.map((label) => this.#periodOrder.get(label) ?? 0) };
  }

  #write(row: number, head: RowHead): void {
    this.#ids[row] = head.id ?? '';
    if (head.id) this.#anyId = true;
    this.#status[row] = STATUSES.indexOf(head.status ?? 'unknown');
    this.#shownAt[row] = head.shownAt ?? TIME_ABSENT;
    this.#sample[row] = head.sample ?? SAMPLE_ABSENT;
    this.#durationMs[row] = head.durationMs ?? DURATION_ABSENT;
    this.#weight[row] = head.weight ?? 0;
    if (head.weight !== undefined) this.#anyWeight = true;
    this.#period.set(row, head.period?.label);
    if (head.period && !this.#periodOrder.has(head.period.label))
      this.#periodOrder.set(head.period.label, head.period.order);
    this.#survey.set(row, head.survey);
    this.#surveyVersion.set(row, head.surveyVersion === undefined ? undefined : String(head.surveyVersion));
    this.#audience.set(row, head.audience);
  }

  #column(row: number, scale: number): { definition: ScaleDefinition; cells: Uint8Array } {
    this.#check(row);
    const column = this.#scales[scale];
    if (!column) throw new RangeError(`cell: expected a declared scale, got ${scale}`);
    return column;
  }

  #check(row: number): void {
    if (!(row >= 0 && row < this.#rows))
      throw new RangeError(`row: expected 0 to ${this.#rows - 1}, got ${row}`);
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#status = grown(this.#status, new Uint8Array(this.#capacity));
    this.#shownAt = grown(this.#shownAt, new Float64Array(this.#capacity));
    this.#sample = grown(this.#sample, new Float64Array(this.#capacity));
    this.#durationMs = grown(this.#durationMs, new Float64Array(this.#capacity));
    this.#weight = grown(this.#weight, new Float64Array(this.#capacity));
    const dictionaries = [this.#survey, this.#surveyVersion, this.#audience, this.#period];
    for (const dictionary of [...dictionaries, ...this.#fields.values()]) dictionary.grow(this.#capacity);
    for (const scale of this.#scales)
      scale.cells = grown(scale.cells, new Uint8Array(this.#capacity).fill(CELL_NOT_SHOWN));
  }
}
