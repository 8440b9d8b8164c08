import { BatchChecks, type WordsColumns } from './batch-checks.ts';
import type { BatchPlan } from './batch-plan.ts';
import {
  CELL_NOT_APPLICABLE,
  CELL_SKIPPED,
  CODE_ABSENT,
  DURATION_ABSENT,
  SAMPLE_ABSENT,
  TIME_ABSENT,
} from './columns.ts';
import { markEmpty } from './mark-empty.ts';
import type { NumberedColumn } from './numbered-column.ts';
import { COMMENT, NO_WORDS, PASSED, UNKNOWN } from './ordinary-plan.ts';
import type { OrdinaryRow } from './ordinary-row.ts';
import type { RowBatch } from './row-batch.ts';

/** Takes the rows of a batch into the columns, column by column, as long as they are ordinary: see {@link OrdinaryRow}. */
export class BatchTaker {
  readonly #batch: RowBatch;
  readonly #row: OrdinaryRow;
  readonly #checks: BatchChecks;
  readonly #wordsColumns: WordsColumns;
  /** The first aside of a row that is still to be taken. */
  #aside = 0;

  constructor(batch: RowBatch, row: OrdinaryRow, words: WordsColumns) {
    this.#batch = batch;
    this.#row = row;
    this.#checks = new BatchChecks(batch, words);
    this.#wordsColumns = words;
  }

  /** Other rows are in the batch. */
  begin(): void {
    this.#aside = 0;
  }

  /**
   * @param plan by which the rows were scanned
   * @returns the first row that was not taken, since it is not as others are
   */
  take(plan: BatchPlan, from: number, to: number): number {
    const batch = this.#batch;
    while (this.#aside < batch.asides && batch.asideRow(this.#aside) < from) this.#aside++;
    const until = this.#newUntil(plan, from, this.#checks.plainUntil(plan, this.#aside, from, to));
    if (until > from) this.#write(plan, from, until);
    return until;
  }

  /** The first row whose id was there before; those before it have theirs now. */
  #newUntil({ id }: BatchPlan, from: number, to: number): number {
    const { builder } = this.#row.state;
    const needed = builder.rows + to - from;
    if (needed > builder.capacity) builder.reserve(Math.max(needed, 2 * builder.capacity));
    return builder.ids.keepMany(this.#batch.cells.ids(id), from, to, builder.rows);
  }

  #write(plan: BatchPlan, from: number, to: number): void {
    const { cells } = this.#batch;
    const { builder, revisions } = this.#row.state;
    const { heads } = builder;
    const count = to - from;
    const first = builder.extend(count);
    for (const ordinary of plan.ordinaries) ordinary.follow(builder);
    const { status, shownAt, durationMs } = heads.rowsFrom(first, count);
    const codesOf = (of: NumberedColumn | undefined): Int32Array | undefined =>
      of && cells.translated(of.column, from, to, of.codes);
    const statuses = codesOf(plan.status);
    if (statuses) status.set(statuses);
    if (plan.shownAt < 0) shownAt.fill(TIME_ABSENT);
    else shownAt.set(cells.times(plan.shownAt, from, to));
    if (plan.duration < 0) durationMs.fill(DURATION_ABSENT);
    else durationMs.set(cells.wholes(plan.duration, from, to));
    const texts = [
      ...plan.fields,
      { numbered: plan.survey, dictionary: heads.survey },
      { numbered: plan.version, dictionary: heads.surveyVersion },
      { numbered: plan.audience, dictionary: heads.audience },
    ];
    for (const { numbered, dictionary } of texts) {
      const codes = codesOf(numbered);
      if (codes) dictionary.setMany(first, codes);
    }
    for (const { column, of } of plan.scores) of.cells[column].set(cells.scores(column, from, to), first);
    if (plan.revision >= 0) revisions.setMany(first, cells.wholes(plan.revision, from, to));
    this.#writeDraws(plan, from, to, first);
    this.#writeAsides(plan, from, to, first);
    this.#writeWords(plan, from, to, first);
  }

  #writeDraws({ sample, shares }: BatchPlan, from: number, to: number, first: number): void {
    const { cells } = this.#batch;
    const { heads } = this.#row.state.builder;
    if (!sample && !heads.hasDraws) return;
    for (let row = from; row < to; row++) {
      const share = sample ? shares[sample.codes[cells.number(sample.column, row)]] : SAMPLE_ABSENT;
      heads.draw(first + row - from, share);
    }
  }

  /** Comments, cells that nothing explains, and values of more than a batch remembers. */
  #writeAsides(plan: BatchPlan, from: number, to: number, first: number): void {
    const batch = this.#batch;
    const { state } = this.#row;
    for (; this.#aside < batch.asides && batch.asideRow(this.#aside) < to; this.#aside++) {
      const { row, column, start, end, escaped } = batch.aside(this.#aside);
      const { kinds, places, plan: columns } = plan.ordinaries[this.#checks.places[row]];
      const at = first + row - from;
      const kind = kinds[column];
      if (kind === COMMENT) {
        const comment = columns.comments[places[column]];
        const written = escaped ? batch.escapes : 'plain';
        state.comments.add(comment.column);
        state.commentTexts.keep(at, comment, { bytes: batch.bytes, start, end, written });
      } else if (kind === UNKNOWN) {
        const unknown = columns.unknown.find(({ index }) => index === column);
        if (unknown) state.unknown.add(unknown.column);
        kinds[column] = PASSED;
        plan.forget();
      } else if (kind !== PASSED)
        columns.fields[places[column]].dictionary.set(at, this.#checks.codes.get(this.#aside) ?? CODE_ABSENT);
    }
  }

  #writeWords(plan: BatchPlan, from: number, to: number, first: number): void {
    const { cells } = this.#batch;
    const { unplaced } = this.#row.state;
    const { survey, version, revision, ordinaries } = plan;
    const { skipped, notApplicable } = this.#wordsColumns;
    for (const [column, name, why] of [
      [plan.skipped, skipped, CELL_SKIPPED],
      [plan.notApplicable, notApplicable, CELL_NOT_APPLICABLE],
    ] as const) {
      for (const row of cells.filled(column, from, to)) {
        const words = this.#checks.words(plan, row, column, name);
        if (!words || words === NO_WORDS) continue;
        const codeAt = (of: typeof survey): number =>
          of ? of.codes[cells.number(of.column, row)] : CODE_ABSENT;
        markEmpty(ordinaries[this.#checks.places[row]].plan, unplaced, words, why, {
          row: first + row - from,
          survey: codeAt(survey),
          surveyVersion: codeAt(version),
          revision: revision < 0 ? 1 : Math.max(1, cells.wholes(revision, row, row + 1)[0]),
        });
      }
    }
  }
}
