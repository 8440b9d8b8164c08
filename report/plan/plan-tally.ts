import type { PlanRowShown } from './plan-rows.ts';

/** How many judged rows have which verdict. */
export interface PlanTally {
  readonly improved: number;
  readonly worse: number;
  readonly not: number;
  /** No verdict can be given. */
  readonly open: number;
}

/**
 * Counts the verdicts of a later round.
 *
 * @returns undefined when no row is judged
 * @example planTally(rows)?.improved // 2
 */
export function planTally(rows: readonly PlanRowShown[]): PlanTally | undefined {
  const outcomes = rows.flatMap(({ outcome }) => (outcome ? [outcome] : []));
  if (outcomes.length === 0) return undefined;
  const of = (wanted: string): number =>
    outcomes.filter((outcome) => outcome.kind === 'judged' && outcome.verdict.verdict === wanted).length;
  const [improved, worse, not] = [of('improved'), of('worse'), of('not')];
  return { improved, worse, not, open: outcomes.length - improved - worse - not };
}
