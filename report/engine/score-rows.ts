import type { DeliveredValueRule, LoyaltyRule, ScoreRules } from '../../shared/summary/score-rules.ts';
import { points, type ScaleDefinition } from '../../shared/summary/summary.ts';
import { CELL_NOT_SHOWN, CELL_SKIPPED } from './columns.ts';
import type { SliceRows } from './slice-rows.ts';

type Scored = SliceRows['scales'][number];

/**
 * Scores records by rules: a column of loyalty classes, one of delivered value, where their questions were asked.
 *
 * A record that was shown all of a rule's questions and did not answer each has skipped the score.
 *
 * @param scales of the rows; not mutated
 */
export function scoreRows(scales: readonly Scored[], count: number, rules: Required<ScoreRules>): Scored[] {
  return [
    loyaltyClasses(scales, count, rules.loyalty),
    deliveredValues(scales, count, rules.deliveredValue),
  ].filter((scored) => scored !== undefined);
}

function loyaltyClasses(scales: readonly Scored[], count: number, rule: LoyaltyRule): Scored | undefined {
  const intents = found(scales, rule.intents);
  if (!intents) return undefined;
  const key = 'score:loyalty';
  const column: ScaleDefinition = { key, role: 'loyalty-class', question: key, min: 0, max: 2 };
  const spans = intents.map(({ column: { min, max } }) => max - min);
  return score(column, intents, count, (row) => {
    const shares = intents.map(({ cells }, k) => cells[row] / spans[k]);
    if (shares.every((share) => share >= rule.loyalFrom)) return 2;
    return shares.some((share) => share <= rule.driftingUpTo) ? 0 : 1;
  });
}

function deliveredValues(
  scales: readonly Scored[],
  count: number,
  rule: DeliveredValueRule,
): Scored | undefined {
  const [values, costs] = [found(scales, rule.values), found(scales, rule.costs)];
  if (!values || !costs) return undefined;
  const sum = (of: readonly Scored[], end: 'min' | 'max') =>
    of.reduce((total, { column }) => total + column[end], 0);
  const key = 'score:delivered-value';
  const [min, max] = [sum(values, 'min') - sum(costs, 'max'), sum(values, 'max') - sum(costs, 'min')];
  const column: ScaleDefinition = { key, role: 'delivered-value', question: key, min, max };
  if (points(column) > CELL_SKIPPED) return undefined;
  const span = costs.reduce((total, { column: cost }) => total + cost.max - cost.min, 0);
  const cellSum = (of: readonly Scored[], row: number) =>
    of.reduce((total, { cells }) => total + cells[row], 0);
  return score(
    column,
    [...values, ...costs],
    count,
    (row) => span + cellSum(values, row) - cellSum(costs, row),
  );
}

function score(
  column: ScaleDefinition,
  parts: readonly Scored[],
  count: number,
  cellOf: (row: number) => number,
): Scored {
  const cells = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    if (parts.some((part) => part.cells[row] === CELL_NOT_SHOWN)) cells[row] = CELL_NOT_SHOWN;
    else if (parts.some((part) => part.cells[row] >= CELL_SKIPPED)) cells[row] = CELL_SKIPPED;
    else cells[row] = cellOf(row);
  }
  return { column, cells };
}

function found(scales: readonly Scored[], keys: readonly string[]): Scored[] | undefined {
  const parts = keys.flatMap((key) => scales.filter(({ column }) => column.key === key));
  return parts.length === keys.length && parts.length > 0 ? parts : undefined;
}
