import { BatchCells } from './batch-cells.ts';
import { ROWS_MAX, type Aside, type BatchColumn, type BatchForm } from './batch-form.ts';
import type { Written } from './comment-texts.ts';
import { ScannerMemory } from './wasm/memory.ts';
import { StepsMemory } from './wasm/steps-memory.ts';
import { giveBack, takeScanner, type Scanner } from './wasm/scanner.ts';

const LF = 10;
const SINGLE = 39;
const ASIDES_MAX = 4096;
const INPUT_BYTES = 1 << 20;
/** The scanner looks at so many bytes at once, also at those behind the last. */
const BEHIND = 64;
const WINDOW = 1 << 15;

/** As cells.ts of wasm/assembly has it: a column, and a cell put aside. */
const DESCRIPTION = 32;
const LEAST = 4;
const POINTS = 8;
const OUT = 12;
const KNOWN = 16;
const ASIDE = 16;
const [ESCAPED, NUMBER] = [1 << 16, 1 << 17];

/**
 * Rows of a table, many at a time, read by a scanner in WebAssembly: a column's cells stand side by side, and go where
 * they belong at once. Views of it are good until the next call of `scan` or `layOut`.
 *
 * @example
 * const batch = RowBatch.of(1);
 * batch?.layOut([{ kind: BATCH_SCORE, least: 0, points: 11 }]);
 * batch?.load(bytes, 0, bytes.length);
 * batch?.scan(0, { marks: { delimiter: 44, quote: 34 } }); // where the first row begins that is not plain; those before it are in the batch
 */
export class RowBatch {
  readonly #scanner: Scanner;
  readonly #memory: ScannerMemory;
  readonly #descriptions: number;
  readonly #asides: number;
  readonly #starts: number;
  readonly #scratch: number;
  readonly #lines: number;
  readonly #input: number;
  /** What was read of the rows. */
  readonly cells: BatchCells;
  /** What stands at the input's start among the bytes that were loaded, and where the loaded ones end. */
  #base = 0;
  #limit = 0;
  #form: BatchForm | undefined;
  readonly #steps: StepsMemory;
  /** Rows and asides of the last scan. */
  rows = 0;
  asides = 0;

  /** @returns undefined where WebAssembly or its vectors cannot, or may not, be used */
  static of(width: number): RowBatch | undefined {
    const scanner = takeScanner();
    return scanner && new RowBatch(scanner, width);
  }

  private constructor(scanner: Scanner, width: number) {
    this.#scanner = scanner;
    const memory = (this.#memory = new ScannerMemory(scanner.memory));
    const zeros = memory.place(16);
    this.#scratch = memory.place(16);
    this.#descriptions = memory.place(DESCRIPTION * width);
    this.#asides = memory.place(ASIDE * (ASIDES_MAX + width));
    this.#starts = memory.place(4 * ROWS_MAX);
    this.#lines = memory.place(4 * ROWS_MAX);
    const marks = memory.place(4 * (WINDOW + BEHIND));
    this.#steps = new StepsMemory(memory);
    this.#input = memory.place(INPUT_BYTES + BEHIND);
    this.cells = new BatchCells(scanner, memory, width);
    const { begin } = scanner;
    begin(width, this.#descriptions, this.#asides, ASIDES_MAX, this.#starts, this.#lines);
    scanner.mark(marks, zeros);
  }

  /** All memory; an {@link Aside} has its place in it. */
  get bytes(): Uint8Array {
    return this.#memory.bytes;
  }

  /** The table has been read. */
  close(): void {
    giveBack(this.#scanner);
  }

  /**
   * Lays the columns out. Values keep their numbers from one layout to the next.
   *
   * @param revision the column of revisions, which are short in lines of JSON; −1 for none
   */
  layOut(columns: readonly BatchColumn[], revision = -1): void {
    this.#scanner.aim(revision < 0 ? 0 : this.#descriptionOf(revision), this.#scratch);
    columns.forEach(({ kind, least = 0, points = 0 }, column) => {
      const { out, memo } = this.cells.make(column, kind);
      const at = this.#descriptionOf(column);
      this.#memory.bytes[at] = kind;
      this.#memory.words[(at + LEAST) >> 2] = least;
      this.#memory.words[(at + POINTS) >> 2] = points;
      this.#memory.words[(at + OUT) >> 2] = out;
      this.#memory.words[(at + KNOWN) >> 2] = memo;
    });
  }

  /**
   * Takes the bytes of whole rows.
   *
   * @param limit behind a line end
   * @returns behind the last line end of those for which there is room; `from` when a row is too long
   */
  load(bytes: Uint8Array, from: number, limit: number): number {
    const most = from + INPUT_BYTES;
    const end = limit <= most ? limit : bytes.lastIndexOf(LF, most - 1) + 1;
    this.#base = from;
    this.#limit = Math.max(end, from);
    this.bytes.set(bytes.subarray(from, this.#limit), this.#input);
    this.#form = undefined;
    return this.#limit;
  }

  /**
   * Reads rows from a place on, as long as they are plain and there is room.
   *
   * @param form the same object as long as it is the same
   * @returns where the first row begins that was not read
   */
  scan(at: number, form: BatchForm): number {
    const scanner = this.#scanner;
    const shift = this.#input - this.#base;
    if (this.#form !== form) this.#take(form);
    const read = 'marks' in form ? scanner.scan : scanner.scanLines;
    const next = read(at + shift, this.#limit + shift, ROWS_MAX) - shift;
    this.rows = scanner.rows();
    this.asides = scanner.put();
    return next;
  }

  /** How the escaped bytes of a cell that was put aside stand for its text. */
  get escapes(): Written {
    if (!this.#form || 'steps' in this.#form) return 'json';
    return this.#form.marks.quote === SINGLE ? "''" : '""';
  }

  /** Where a row begins, among the bytes that were loaded. */
  startOf(row: number): number {
    return this.#memory.words[(this.#starts >> 2) + row] - this.#input + this.#base;
  }

  /** Lines of rows of the batch. */
  linesOf(from: number, to: number): number {
    const before = (row: number): number =>
      row === 0 ? 0 : this.#memory.words[(this.#lines >> 2) + row - 1];
    return before(to) - before(from);
  }

  /** A cell that was put aside; those of a row come before those of the next. */
  aside(k: number): Aside {
    const at = (this.#asides + ASIDE * k) >> 2;
    const column = this.#memory.words[at + 1];
    return {
      row: this.#memory.words[at],
      column: column & 0xffff,
      escaped: (column & ESCAPED) !== 0,
      number: (column & NUMBER) !== 0,
      start: this.#memory.words[at + 2],
      end: this.#memory.words[at + 3],
    };
  }

  /** The row of a cell that was put aside. */
  asideRow(k: number): number {
    return this.#memory.words[(this.#asides + ASIDE * k) >> 2];
  }

  #take(form: BatchForm): void {
    this.#form = form;
    if ('marks' in form) {
      this.#scanner.renew(form.marks.delimiter, form.marks.quote);
      return;
    }
    const { from, to } = this.#steps.write(form.steps, (column) => this.#descriptionOf(column));
    this.#scanner.learn(from, to, form.steps.required);
  }

  #descriptionOf(column: number): number {
    return this.#descriptions + DESCRIPTION * column;
  }
}
