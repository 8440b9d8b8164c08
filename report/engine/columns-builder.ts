import { points, type ScaleDefinition } from '../../shared/summary/summary.ts';
import {
  CELL_NOT_SHOWN,
  CELL_REJECTED,
  CELL_SKIPPED,
  CODE_ABSENT,
  type Columns,
  type MissingCell,
} from './columns.ts';
import { DictionaryBuilder, grown } from './dictionary-builder.ts';
import { HeadColumns, type HeadCodes, type RowHead } from './head-columns.ts';
import { IdTable } from './id-table.ts';

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
  #rows = 0;
  #capacity = 1024;
  readonly heads = new HeadColumns(this.#capacity);
  readonly #fields = new Map<string, DictionaryBuilder>();
  readonly #scales: ScaleCells[] = [];

  /** Rows so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Rows that there is room for. */
  get capacity(): number {
    return this.#capacity;
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
    this.heads.grow(rows);
    for (const dictionary of this.#fields.values()) dictionary.grow(rows);
    for (const scale of this.#scales) scale.cells = grown(scale.cells, notShown(rows));
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
    this.#scales.push({ definition, cells: notShown(this.#capacity) });
    return this.#scales.length - 1;
  }

  /** Declares a context field, or finds it; returns the handle that `context` takes. */
  field(name: string): string {
    if (!this.#fields.has(name)) this.#fields.set(name, new DictionaryBuilder(this.#capacity));
    return name;
  }

  /** Appends a record and returns its row; its cells are not shown and its fields absent until written. */
  add(head: RowHead): number {
    const row = this.append(this.heads.codesOf(head));
    if (head.id && this.ids.takeText(head.id)) this.ids.keep(row);
    return row;
  }

  /** As `add`, without an id. */
  append(head: HeadCodes): number {
    if (this.#rows === this.#capacity) this.reserve(2 * this.#capacity);
    const row = this.#rows++;
    this.heads.write(row, head);
    return row;
  }

  /** Appends so many rows, of which nothing is known yet; returns the first. Room for them was {@link reserve}d. */
  extend(count: number): number {
    const row = this.#rows;
    if (row + count > this.#capacity)
      throw new RangeError(`extend: expected at most ${this.#capacity - row} rows, got ${count}`);
    this.#rows += count;
    return row;
  }

  /** Empties a row and gives it a new head: a higher revision of the record has come. */
  replace(row: number, head: RowHead): void {
    this.overwrite(row, this.heads.codesOf(head));
  }

  /** As `replace`; the row keeps its id. */
  overwrite(row: number, head: HeadCodes): void {
    this.#check(row);
    for (const { cells } of this.#scales) cells[row] = CELL_NOT_SHOWN;
    for (const field of this.#fields.values()) field.set(row, CODE_ABSENT);
    this.heads.write(row, head);
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

  /** The table of all rows so far: views, which stay as they are while further rows are added. */
  build(): Columns {
    const rows = this.#rows;
    return {
      ...this.heads.build(rows),
      ...(this.ids.count > 0 && { ids: this.ids.column(rows) }),
      fields: new Map([...this.#fields].map(([name, dictionary]) => [name, dictionary.build(rows)])),
      scales: this.#scales.map(({ definition, cells }) => ({
        ...definition,
        cells: cells.subarray(0, rows),
      })),
    };
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

/** Cells of rows that are still to come, or that came before anybody was asked. */
function notShown(rows: number): Uint8Array {
  return new Uint8Array(rows).fill(CELL_NOT_SHOWN);
}
