import { BATCH_MEMO, BATCH_SCORE, ROWS_MAX } from './batch-form.ts';
import type { BatchPlan } from './batch-plan.ts';
import { CELL_NOT_SHOWN, CODE_ABSENT } from './columns.ts';
import { COMMENT, FIELD, MEMO, NO_WORDS, type EmptyWords } from './ordinary-plan.ts';
import type { RowBatch } from './row-batch.ts';

/** What remembers words that say why cells are empty, as tables or lines of JSON write them. */
export interface WordsColumns {
  readonly skipped: 'skipped' | 'skippedList';
  readonly notApplicable: 'notApplicable' | 'notApplicableLists';
}

type WordsColumn = WordsColumns[keyof WordsColumns];

/** Tells which rows of a batch hold nothing but what is known from rows that were read one by one. */
export class BatchChecks {
  readonly #batch: RowBatch;
  readonly #wordsColumns: WordsColumns;
  /** By row: the place of its plan among those of the batch. */
  readonly places = new Uint8Array(ROWS_MAX);
  /** By place among asides: the code of a field's value. */
  readonly codes = new Map<number, number>();

  constructor(batch: RowBatch, words: WordsColumns) {
    this.#batch = batch;
    this.#wordsColumns = words;
  }

  /**
   * @param plan by which the rows were scanned
   * @param aside the first aside of row `from` or a later one
   * @returns the first row that is not so; `places` and `codes` hold what those before it are
   */
  plainUntil(plan: BatchPlan, aside: number, from: number, to: number): number {
    let until = to;
    for (const column of plan.numbered) until = column.knownUntil(this.#batch, from, until);
    until = this.#plannedUntil(plan, from, until);
    return this.#codedUntil(plan, aside, until);
  }

  /** Words of a row; undefined when they are not known from rows that were read one by one. */
  words({ ordinaries }: BatchPlan, row: number, column: number, name: WordsColumn): EmptyWords | undefined {
    const { bytes, cells } = this.#batch;
    const number = column < 0 ? 0 : cells.number(column, row);
    if (number === 0) return NO_WORDS;
    const { start, end } = cells.placeOf(column, number);
    const memo = ordinaries[this.places[row]][name];
    const known = memo.find(bytes, start, end);
    return known < 0 ? undefined : memo.at(known);
  }

  /** The first row of another survey than these, with words or cells that its plan does not know, or of no revision. */
  #plannedUntil(group: BatchPlan, from: number, to: number): number {
    const { cells } = this.#batch;
    const { survey, version, revision } = group;
    const until = revision < 0 ? to : cells.rowOf(revision, from, to, 0);
    for (let row = from, end = until; row < until; row = end) {
      end = until;
      const codeOf = (of: typeof survey): number => {
        if (!of) return CODE_ABSENT;
        const number = cells.number(of.column, row);
        end = cells.otherNumber(of.column, row, end, number);
        return of.codes[number];
      };
      const place = group.placeOf(codeOf(survey), codeOf(version));
      if (place < 0) return row;
      this.places.fill(place, row, end);
      const known = this.#knownUntil(group, place, row, end);
      if (known < end) return known;
    }
    return until;
  }

  /** The first row, of those of one plan, with words or cells that it does not know. */
  #knownUntil(group: BatchPlan, place: number, from: number, to: number): number {
    const { skipped, notApplicable } = this.#wordsColumns;
    let until = to;
    for (const column of group.foreign[place]) until = this.#emptyUntil(group, column, from, until);
    for (const [column, name] of [
      [group.skipped, skipped] as const,
      [group.notApplicable, notApplicable] as const,
    ])
      for (const row of this.#batch.cells.filled(column, from, until))
        if (this.words(group, row, column, name) === undefined) {
          until = row;
          break;
        }
    return until;
  }

  #emptyUntil({ columns }: BatchPlan, column: number, from: number, to: number): number {
    const { cells } = this.#batch;
    switch (columns[column].kind) {
      case BATCH_SCORE: {
        const shown = cells.scores(column, from, to).findIndex((cell) => cell !== CELL_NOT_SHOWN);
        return shown < 0 ? to : from + shown;
      }
      case BATCH_MEMO:
        return cells.otherNumber(column, from, to, 0);
      default:
        return to; // cells put aside are looked at one by one
    }
  }

  /** The first row with a value put aside that is not known from rows before, or no text, or nothing to its plan. */
  #codedUntil(group: BatchPlan, aside: number, to: number): number {
    const batch = this.#batch;
    this.codes.clear();
    for (let k = aside; k < batch.asides && batch.asideRow(k) < to; k++) {
      const { row, column, start, end, escaped, number } = batch.aside(k);
      const place = this.places[row];
      const { kinds, places, plan } = group.ordinaries[place];
      const kind = kinds[column];
      if (group.foreign[place].includes(column)) return row;
      if (number && kind === COMMENT) return row;
      if (kind !== FIELD && kind !== MEMO) continue;
      const { code } = plan.fields[places[column]];
      const known = code.find(batch.bytes, start, end);
      if (escaped || number || (known < 0 && kind === MEMO)) return row;
      const value = known < 0 ? understood(() => code.plain(batch.bytes, start, end)) : code.at(known);
      if (value === undefined) return row;
      this.codes.set(k, value);
    }
    return to;
  }
}

function understood<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof TypeError) return undefined; // bytes that are no text: named when the row is read in full
    throw error;
  }
}
