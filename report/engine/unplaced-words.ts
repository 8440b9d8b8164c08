import type { ColumnPlan } from './column-plan.ts';
import { CELL_NOT_APPLICABLE, CELL_NOT_SHOWN, CELL_SKIPPED } from './columns.ts';

/** Why a cell is empty, as `skipped` or `notApplicable` says. */
export type EmptyState = typeof CELL_SKIPPED | typeof CELL_NOT_APPLICABLE;

/**
 * Words of `skipped` and `notApplicable` about columns that had not been seen yet: NDJSON has no header, and a part of
 * an export lacks the columns that nobody in it has answered. They are placed when the column comes.
 */
export class UnplacedWords {
  /** Row and revision, one after the other, by survey, version, state and word. */
  readonly #rows = new Map<string, number[]>();

  /** Remembers a word of a row. */
  keep(
    survey: number,
    version: number,
    state: EmptyState,
    word: string,
    row: number,
    revision: number,
  ): void {
    const key = keyOf(survey, version, state, word);
    const list = this.#rows.get(key);
    if (list) list.push(row, revision);
    else this.#rows.set(key, [row, revision]);
  }

  /**
   * Writes what was remembered of a plan's columns.
   *
   * @param revisionOf the revision that a row holds now: a later one has said its own words
   */
  place(survey: number, version: number, plan: ColumnPlan, revisionOf: (row: number) => number): void {
    if (this.#rows.size === 0) return;
    const lists: [EmptyState, ReadonlyMap<string, readonly number[]>][] = [
      [CELL_SKIPPED, plan.bySkipped],
      [CELL_NOT_APPLICABLE, plan.byNotApplicable],
    ];
    for (const [state, words] of lists) {
      for (const [word, scales] of words) {
        const key = keyOf(survey, version, state, word);
        const rows = this.#rows.get(key) ?? [];
        this.#rows.delete(key);
        for (let at = 0; at < rows.length; at += 2) {
          if (revisionOf(rows[at]) !== rows[at + 1]) continue;
          for (const scale of scales) {
            const { cells } = plan.scales[scale].cells;
            const cell = cells[rows[at]];
            // "Does not apply" says more than "skipped".
            if (cell === CELL_NOT_SHOWN || cell === CELL_SKIPPED) cells[rows[at]] = state;
          }
        }
      }
    }
  }
}

function keyOf(survey: number, version: number, state: EmptyState, word: string): string {
  return `${survey} ${version} ${state} ${word}`;
}
