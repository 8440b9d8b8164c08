import { CELL_NOT_SHOWN, CELL_SKIPPED } from './columns.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { EmptyWords } from './ordinary-plan.ts';
import type { EmptyState, UnplacedWords } from './unplaced-words.ts';

/** The record whose cells are marked. */
export interface MarkedRecord {
  readonly row: number;
  readonly survey: number;
  readonly surveyVersion: number;
  readonly revision: number;
}

/** Writes why cells of a row are empty; words of columns that no row had yet are remembered. */
export function markEmpty(
  plan: ColumnPlan,
  unplaced: UnplacedWords,
  { scales, others }: EmptyWords,
  state: EmptyState,
  { row, survey, surveyVersion, revision }: MarkedRecord,
): void {
  for (const place of scales) {
    const { cells } = plan.scales[place].cells;
    const cell = cells[row];
    // "Does not apply" is read last, and says more than "skipped".
    if (cell === CELL_NOT_SHOWN || cell === CELL_SKIPPED) cells[row] = state;
  }
  for (const word of others) unplaced.keep(survey, surveyVersion, state, word, row, revision);
}
