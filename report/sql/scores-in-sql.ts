import type { DeliveredValueRule, LoyaltyRule } from '../../shared/summary/score-rules.ts';
import { points, type ScaleDefinition } from '../../shared/summary/summary.ts';
import { CELL_NOT_SHOWN, CELL_SKIPPED } from '../engine/columns.ts';
import type { SqlPlan } from './sql-plan.ts';

/** A column that is scored per record from other columns, and its cell in terms of theirs. */
export interface ScoredColumn {
  readonly definition: ScaleDefinition;
  readonly cell: string;
}

/**
 * The scores that the rules make of a plan's columns; `s<k>` is the cell of the k-th scale.
 *
 * A record that was shown all of a rule's questions and did not answer each has skipped the score.
 */
export function scoredColumns({ scales, rules }: Pick<SqlPlan, 'scales' | 'rules'>): ScoredColumn[] {
  const definitions = scales.map(({ definition }) => definition);
  return [loyaltyClass(definitions, rules.loyalty), deliveredValue(definitions, rules.deliveredValue)].filter(
    (score) => score !== undefined,
  );
}

interface PartOfScore {
  readonly definition: ScaleDefinition;
  readonly cell: string;
}

function partsOf(
  definitions: readonly ScaleDefinition[],
  keys: readonly string[],
): PartOfScore[] | undefined {
  const parts = keys.flatMap((wanted) => {
    const at = definitions.findIndex(({ key }) => key === wanted);
    return at < 0 ? [] : [{ definition: definitions[at], cell: `s${at + 1}` }];
  });
  return parts.length === keys.length && parts.length > 0 ? parts : undefined;
}

function loyaltyClass(definitions: readonly ScaleDefinition[], rule: LoyaltyRule): ScoredColumn | undefined {
  const intents = partsOf(definitions, rule.intents);
  if (!intents) return undefined;
  const cells = ({ definition: { min, max } }: PartOfScore, wanted: (share: number) => boolean) =>
    Array.from({ length: max - min + 1 }, (_, cell) => cell).filter((cell) => wanted(cell / (max - min)));
  // Shares rise with the cell, so the first that counts, or the last, tells all.
  const loyal = intents.map((part) => {
    const [first = CELL_SKIPPED] = cells(part, (share) => share >= rule.loyalFrom);
    return `${part.cell} >= ${first}`;
  });
  const drifting = intents.map((part) => {
    const last = cells(part, (share) => share <= rule.driftingUpTo).at(-1) ?? -1;
    return `${part.cell} <= ${last}`;
  });
  const key = 'score:loyalty';
  return {
    definition: { key, role: 'loyalty-class', question: key, min: 0, max: 2 },
    cell: scored(intents, `when ${loyal.join(' and ')} then 2 when ${drifting.join(' or ')} then 0 else 1`),
  };
}

function deliveredValue(
  definitions: readonly ScaleDefinition[],
  rule: DeliveredValueRule,
): ScoredColumn | undefined {
  const [values, costs] = [partsOf(definitions, rule.values), partsOf(definitions, rule.costs)];
  if (!values || !costs) return undefined;
  const sum = (parts: readonly PartOfScore[], end: 'min' | 'max') =>
    parts.reduce((total, { definition }) => total + definition[end], 0);
  const key = 'score:delivered-value';
  const [min, max] = [sum(values, 'min') - sum(costs, 'max'), sum(values, 'max') - sum(costs, 'min')];
  const definition: ScaleDefinition = { key, role: 'delivered-value', question: key, min, max };
  if (points(definition) > CELL_SKIPPED) return undefined;
  const cells = (parts: readonly PartOfScore[], sign: string) =>
    parts.map(({ cell }) => ` ${sign} ${cell}`).join('');
  const span = sum(costs, 'max') - sum(costs, 'min');
  return {
    definition,
    cell: scored([...values, ...costs], `else ${span}${cells(values, '+')}${cells(costs, '-')}`),
  };
}

function scored(parts: readonly PartOfScore[], otherwise: string): string {
  const any = (condition: string) => parts.map(({ cell }) => `${cell} ${condition}`).join(' or ');
  const notShown = `when ${any(`= ${CELL_NOT_SHOWN}`)} then ${CELL_NOT_SHOWN}`;
  const skipped = `when ${any(`>= ${CELL_SKIPPED}`)} then ${CELL_SKIPPED}`;
  return `case ${notShown} ${skipped} ${otherwise} end`;
}
