import { plainWhole } from './byte-row.ts';
import { CELL_NOT_APPLICABLE, CELL_NOT_SHOWN, CELL_SKIPPED, CODE_ABSENT } from './columns.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { Written } from './comment-texts.ts';
import { markEmpty } from './mark-empty.ts';
import {
  COMMENT,
  FIELD,
  HEAD,
  MEMO,
  NO_WORDS,
  OrdinaryPlan,
  PASSED,
  SCORE,
  SKIPPED,
  UNKNOWN,
  type EmptyWords,
} from './ordinary-plan.ts';
import type { OwnHead } from './own-head.ts';
import type { ReadState } from './row-reader.ts';
import type { EmptyState } from './unplaced-words.ts';

/** Cells of one row that are put aside until it counts. */
const ASIDE_MAX = 64;

/**
 * Writes a row of an export of ours into the columns while it is read, cell by cell, as long as it holds nothing
 * unusual: a new id, values in their plain form, and all else as in rows before. Whatever differs is left to
 * {@link RowReader}, which alone decides what counts; so both give the same columns.
 *
 * A reader calls `begin`, then `score` or `take` for each cell that is not empty, then `keep`; or `drop` after a
 * refusal.
 */
export class OrdinaryRow {
  readonly head: OwnHead;
  readonly state: ReadState;
  readonly #width: number;
  readonly #plans = new Map<ColumnPlan, OrdinaryPlan>();
  #plan: OrdinaryPlan | undefined;
  #row = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  /** Comments and unknown cells, by column, with their ends. */
  readonly #aside = new Int32Array(3 * ASIDE_MAX);
  readonly #written: Written[] = [];
  #asides = 0;
  /** By column of the kind `MEMO`: the number of its value; −1 for an empty cell. */
  readonly found: Int32Array;
  #skipped = NO_WORDS;
  #notApplicable = NO_WORDS;

  constructor(head: OwnHead, state: ReadState, width: number) {
    this.head = head;
    this.state = state;
    this.#width = width;
    this.found = new Int32Array(width).fill(-1);
  }

  /** By what the row read last was read; undefined when none was. */
  get plan(): OrdinaryPlan | undefined {
    return this.#plan;
  }

  /** Rows like the one that was just read in full are now known. */
  learn(): void {
    const { plan } = this.head;
    let known = this.#plans.get(plan);
    if (!known) this.#plans.set(plan, (known = new OrdinaryPlan(plan, this.head, this.#width)));
    known.freeFullMemos();
    this.#plan = known;
  }

  /**
   * Begins a row whose cells stand in `bytes`. What the row before had `found` is for the caller to forget.
   *
   * @returns how its columns are laid out, and `row` the place of its scores; undefined when none is known yet
   */
  begin(bytes: Uint8Array): OrdinaryPlan | undefined {
    const plan = this.#plan;
    if (!plan) return undefined;
    const { builder } = this.state;
    if (builder.rows === builder.capacity) builder.reserve(2 * builder.capacity);
    plan.follow(builder);
    this.#row = builder.rows;
    this.#bytes = bytes;
    this.#asides = 0;
    this.#skipped = this.#notApplicable = NO_WORDS;
    this.head.clear();
    return plan;
  }

  /** Place of the scores of the row. */
  get row(): number {
    return this.#row;
  }

  /**
   * Takes a cell that is not empty.
   *
   * @param written how its bytes stand for its text
   * @returns false when the row has to be read in full
   * @throws TypeError when a text is not UTF-8
   */
  take(plan: OrdinaryPlan, column: number, start: number, end: number, written: Written): boolean {
    const kind = plan.kinds[column];
    if (kind === PASSED) return true;
    if (kind === SCORE) return this.#score(plan, column, start, end);
    if (kind === COMMENT || kind === UNKNOWN) return this.#putAside(column, start, end, written);
    if (written !== 'plain') return false;
    if (kind >= HEAD) return this.head.take(kind - HEAD, this.#bytes, start, end);
    if (kind === MEMO) return (this.found[column] = plan.memos[column].find(this.#bytes, start, end)) >= 0;
    return kind === FIELD ? this.#field(plan, column, start, end) : this.#empty(plan, kind, start, end);
  }

  /** Takes words that say why cells are empty, as JSON has them. */
  takeWords(plan: OrdinaryPlan, kind: number, start: number, end: number): boolean {
    const memo = kind === SKIPPED ? plan.skippedList : plan.notApplicableLists;
    const words = memo.plain(this.#bytes, start, end);
    if (!words) return false;
    if (kind === SKIPPED) this.#skipped = words;
    else this.#notApplicable = words;
    return true;
  }

  /** @returns false when the row has to be read in full, or by another plan */
  keep(): boolean {
    const plan = this.#plan;
    const { builder, revisions } = this.state;
    if (!plan || this.head.settle(this.found, plan.plan.audience) !== plan.plan) return false;
    if (builder.ids.find() >= 0) return false;
    const { codes, revision } = this.head;
    const row = builder.append(codes);
    builder.ids.keep(row);
    for (const { index, dictionary, code } of plan.plan.fields) {
      const number = this.found[index];
      if (number >= 0) dictionary.set(row, code.at(number));
    }
    if (revision > 1) revisions.set(row, revision);
    for (let at = 0; at < this.#asides; at++) this.#keepAside(plan, at);
    const record = { row: this.#row, survey: codes.survey, surveyVersion: codes.surveyVersion, revision };
    const mark = (words: EmptyWords, state: EmptyState): void =>
      markEmpty(plan.plan, this.state.unplaced, words, state, record);
    if (this.#skipped !== NO_WORDS) mark(this.#skipped, CELL_SKIPPED);
    if (this.#notApplicable !== NO_WORDS) mark(this.#notApplicable, CELL_NOT_APPLICABLE);
    return true;
  }

  /**
   * Gives the row up.
   *
   * @returns true when it was read by the plan of another survey, and its own is the next now
   */
  drop(): boolean {
    const plan = this.#plan;
    if (!plan) return false;
    for (const { cells } of plan.plan.scales) cells.cells[this.#row] = CELL_NOT_SHOWN;
    for (const { dictionary } of plan.plan.fields) dictionary.set(this.#row, CODE_ABSENT);
    const planTaken = this.head.planOf(this.found);
    const other = planTaken && planTaken !== plan.plan ? this.#plans.get(planTaken) : undefined;
    if (!other) return false;
    this.#plan = other;
    return true;
  }

  #score(plan: OrdinaryPlan, column: number, start: number, end: number): boolean {
    const { min, max } = plan.plan.scales[plan.places[column]].cells.definition;
    const value = plainWhole(this.#bytes, start, end);
    if (value < Math.max(0, min) || value > max) return false;
    plan.cells[column][this.#row] = value - min;
    return true;
  }

  #field(plan: OrdinaryPlan, column: number, start: number, end: number): boolean {
    const { dictionary, code } = plan.plan.fields[plan.places[column]];
    dictionary.set(this.#row, code.plain(this.#bytes, start, end));
    return true;
  }

  #empty(plan: OrdinaryPlan, kind: number, start: number, end: number): boolean {
    if (kind === SKIPPED) this.#skipped = plan.skipped.plain(this.#bytes, start, end);
    else this.#notApplicable = plan.notApplicable.plain(this.#bytes, start, end);
    return true;
  }

  #putAside(column: number, start: number, end: number, written: Written): boolean {
    if (this.#asides === ASIDE_MAX) return false;
    const to = 3 * this.#asides;
    this.#aside[to] = column;
    this.#aside[to + 1] = start;
    this.#aside[to + 2] = end;
    this.#written[this.#asides++] = written;
    return true;
  }

  #keepAside(plan: OrdinaryPlan, at: number): void {
    const column = this.#aside[3 * at];
    const start = this.#aside[3 * at + 1];
    const end = this.#aside[3 * at + 2];
    if (plan.kinds[column] === COMMENT) {
      const comment = plan.plan.comments[plan.places[column]];
      this.state.comments.add(comment.column);
      this.state.commentTexts.keep(this.#row, comment, {
        ...{ bytes: this.#bytes, start, end, written: this.#written[at] },
      });
      return;
    }
    const unknown = plan.plan.unknown.find(({ index }) => index === column);
    if (unknown) this.state.unknown.add(unknown.column);
    // Named once is enough.
    plan.kinds[column] = PASSED;
  }
}
