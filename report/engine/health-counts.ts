import { STRAIGHT_LINE_RATINGS_MIN, TIMED_ANSWERS_MIN } from '../../shared/summary/health-limits.ts';
import { points, type HealthCounts } from '../../shared/summary/summary.ts';
import { DURATION_ABSENT, STATUSES } from './columns.ts';
import type { SliceRows } from './slice-rows.ts';

const COMPLETED = STATUSES.indexOf('completed');

/**
 * Counts how the answers were given: ratings a record, one rating throughout, haste.
 *
 * @param speederMs least milliseconds for an answered closed question
 */
export function healthCounts(
  { count, scales, status, durationMs }: SliceRows,
  speederMs: number,
): HealthCounts {
  const asked = scales.filter(
    ({ column }) => column.role !== 'loyalty-class' && column.role !== 'delivered-value',
  );
  const satisfactions = asked.filter(({ column }) => column.role === 'satisfaction');
  const answered = answersOf(asked, count);
  const rated = answersOf(satisfactions, count);
  const ratings: number[] = [];
  for (const k of rated) while (ratings.length <= k) ratings.push(0);
  const counts = { judged: 0, straight: 0, allTop: 0, allBottom: 0, timed: 0, hasty: 0 };
  for (let row = 0; row < count; row++) {
    ratings[rated[row]]++;
    if (rated[row] >= STRAIGHT_LINE_RATINGS_MIN) {
      counts.judged++;
      const throughout = sameThroughout(satisfactions, row);
      if (throughout) counts.straight++;
      if (throughout === 'top') counts.allTop++;
      if (throughout === 'bottom') counts.allBottom++;
    }
    if (
      status[row] === COMPLETED &&
      durationMs[row] !== DURATION_ABSENT &&
      answered[row] >= TIMED_ANSWERS_MIN
    ) {
      counts.timed++;
      if (durationMs[row] < speederMs * answered[row]) counts.hasty++;
    }
  }
  return { ratings, ...counts };
}

function answersOf(scales: SliceRows['scales'], count: number): Uint16Array {
  const answers = new Uint16Array(count);
  for (const { column, cells } of scales) addAnswers(answers, cells, points(column));
  return answers;
}

/** Adds 1 where a row has an answer; a branch would be guessed wrong at every tenth row. */
function addAnswers(answers: Uint16Array, cells: Uint8Array, missing: number): void {
  for (let row = 0; row < answers.length; row++) answers[row] += (cells[row] - missing) >>> 31;
}

function sameThroughout(scales: SliceRows['scales'], row: number): 'top' | 'bottom' | 'middle' | undefined {
  let first: number | undefined;
  let [top, bottom] = [true, true];
  for (const { column, cells } of scales) {
    const cell = cells[row];
    if (cell >= points(column)) continue;
    const value = column.min + cell;
    first ??= value;
    if (value !== first) return undefined;
    if (value !== column.max) top = false;
    if (cell !== 0) bottom = false;
  }
  if (top) return 'top';
  return bottom ? 'bottom' : 'middle';
}
