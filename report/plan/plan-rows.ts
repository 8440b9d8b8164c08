import type { AttributeScore } from '../../shared/metrics/attribute-scores.ts';
import type { Figures } from '../../shared/metrics/figures.ts';
import { planVerdict, type PlanVerdict } from '../../shared/metrics/plan.ts';
import { satisfiedFrom } from '../../shared/metrics/satisfied-from.ts';
import type { NameOf } from '../parts/names.ts';
import { isFilled, type PlanBaseline, type PlanDocument, type PlanEntry } from './plan-document.ts';

/** What the answers of the page are to those that an entry was planned on. */
export type Round =
  /** Of the same period, or of an earlier one. */
  | 'same'
  | 'later'
  /** Later ones too: they cannot be compared as if they were others. */
  | 'overlapping'
  /** Others, and no times say in which order. */
  | 'untimed';

/** What a later round says of an entry. */
export type PlanOutcome =
  | { readonly kind: 'judged'; readonly score: AttributeScore; readonly verdict: PlanVerdict }
  /** Two answers are needed. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'other-scale' };

/** One row of the plan. */
export interface PlanRowShown {
  readonly entry: PlanEntry;
  readonly round: Round;
  /** Who did not count as satisfied, of those that the entry was planned on; absent for a plan of other answers. */
  readonly below?: { readonly count: number; readonly upTo: number };
  /** Absent unless the round is a later one. */
  readonly outcome?: PlanOutcome;
}

/**
 * The rows of the plan: those that were kept, then what the figures put into improve first besides.
 *
 * A kept row that nobody has filled in follows the figures while they are of its own round; one that was filled in
 * keeps the figures that it was planned on.
 *
 * @param plan that of the page; absent before anything was written
 * @param later the reader says that answers without times are of a later round
 * @example planRows(figures, undefined, nameOf, false).map(({ entry }) => entry.attribute)
 */
export function planRows(
  figures: Figures,
  plan: PlanDocument | undefined,
  nameOf: NameOf,
  later: boolean,
): readonly PlanRowShown[] {
  const scores = new Map(figures.satisfaction.map((score) => [score.attribute, score] as const));
  const fresh = freshEntries(figures, scores, nameOf);
  const kept = (plan?.entries ?? []).flatMap((entry): PlanRowShown[] => {
    const score = scores.get(entry.attribute);
    const round = roundOf(entry.now, figures, score);
    const judged = round === 'later' || (round === 'untimed' && later);
    if (judged) return [{ entry: renamed(entry, score, nameOf), round, outcome: outcomeOf(entry, score) }];
    const current = fresh.get(entry.attribute);
    if (isFilled(entry)) return [{ entry: renamed(entry, score, nameOf), round, ...belowOf(entry, score) }];
    return current ? [{ entry: current, round, ...belowOf(current, score) }] : [];
  });
  const known = new Set(kept.map(({ entry }) => entry.attribute));
  const added = [...fresh.values()]
    .filter(({ attribute }) => !known.has(attribute))
    .map((entry) => ({ entry, round: 'same' as const, ...belowOf(entry, scores.get(entry.attribute)) }));
  return [...kept, ...added];
}

function freshEntries(
  figures: Figures,
  scores: ReadonlyMap<string, AttributeScore>,
  nameOf: NameOf,
): ReadonlyMap<string, PlanEntry> {
  const entries = (figures.plan ?? []).flatMap(({ attribute, beat }): [string, PlanEntry][] => {
    const score = scores.get(attribute);
    if (!score) return [];
    const { value, se, n, min, max, interval } = score;
    const { low, high } = interval ?? { low: value, high: value };
    const { oldest, newest } = figures;
    const period = {
      ...(oldest !== undefined && { from: oldest }),
      ...(newest !== undefined && { until: newest }),
    };
    const now = { value, se, n, low, high, min, max, ...period };
    const blank = { action: '', responsible: '' };
    return [
      [
        attribute,
        { attribute, label: nameOf(attribute), now, ...(beat !== undefined && { beat }), ...blank },
      ],
    ];
  });
  return new Map(entries);
}

function roundOf(now: PlanBaseline, { oldest, newest }: Figures, score: AttributeScore | undefined): Round {
  if (now.until === undefined || oldest === undefined || newest === undefined)
    return score === undefined || (score.n === now.n && score.value === now.value) ? 'same' : 'untimed';
  if (oldest > now.until) return 'later';
  return newest > now.until ? 'overlapping' : 'same';
}

function outcomeOf({ now, beat = now.value }: PlanEntry, score: AttributeScore | undefined): PlanOutcome {
  if (!score) return { kind: 'not-asked' };
  if (score.min !== now.min || score.max !== now.max) return { kind: 'other-scale' };
  return { kind: 'judged', score, verdict: planVerdict(now, score, beat - now.value) };
}

/** What these answers name, they name in the reader's language. */
function renamed(entry: PlanEntry, score: AttributeScore | undefined, nameOf: NameOf): PlanEntry {
  return score ? { ...entry, label: nameOf(entry.attribute) } : entry;
}

function belowOf({ now }: PlanEntry, score: AttributeScore | undefined): Pick<PlanRowShown, 'below'> {
  if (score?.n !== now.n || score.value !== now.value) return {};
  const upTo = satisfiedFrom(score) - 1;
  const count = score.counts.slice(0, upTo - score.min + 1).reduce((sum, n) => sum + n, 0);
  return { below: { count, upTo } };
}
