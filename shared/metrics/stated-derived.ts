import { normalCdf } from '../statistics/normal.ts';
import type { Counted } from '../summary/marginal.ts';
import { attributeScores } from './attribute-scores.ts';
import { correlationFigures, outcomeOf } from './derived-importance.ts';
import { basis, SMALL_SAMPLE_N_BELOW, type Figure } from './figure.ts';
import type { FiguresOptions } from './figures-options.ts';
import { correlationStatistic, covariance, meanStatistic, type Statistic } from './influence.ts';
import { pickShares } from './pick-shares.ts';
import { distance } from './quadrant.ts';
import { CERTAINTY_MIN } from './rank-points.ts';

/** Where an attribute's stated importance and its derived one lie, beside the means of each. */
export type StatedDerivedKind =
  /** Said to matter, yet the outcome does not go with it: taken for granted. */
  | 'basic'
  /** Hardly named, yet the outcome goes with it. */
  | 'hidden-driver'
  /** On one side of both means. */
  | 'agrees'
  | 'not-settled';

/** One attribute's importance, asked and derived. */
export interface StatedDerived {
  readonly attribute: string;
  readonly label?: string;
  readonly stated: Figure;
  readonly derived: Figure;
  readonly kind: StatedDerivedKind;
  /** Chance that each lies on the side of its mean where it is drawn; absent where the counts do not tell. */
  readonly statedCertainty?: number;
  readonly derivedCertainty?: number;
}

/**
 * Stated importance beside derived, pairwise r with the outcome: where the two disagree, each surely enough.
 *
 * @param slice not mutated
 * @returns by column key of the satisfaction; empty unless importance was asked and there is an outcome
 * @example statedAgainstDerived(slice, {})[0]?.kind // 'hidden-driver'
 */
export function statedAgainstDerived(slice: Counted, options: FiguresOptions): StatedDerived[] {
  const rated = attributeScores(slice, 'importance');
  const stated = rated.length > 0 ? rated : pickShares(slice);
  const outcome = outcomeOf(slice, options.matrix?.outcome);
  if (!outcome || stated.length === 0) return [];
  const pairs = correlationFigures(slice, outcome).flatMap((derived) => {
    const asked = stated.find(({ attribute }) => attribute === derived.attribute);
    return asked ? [{ asked, derived }] : [];
  });
  const asked = sidesOf(
    slice,
    pairs.map((pair) => ({ value: pair.asked.value, statistic: meanStatistic(slice, pair.asked.key) })),
  );
  const found = sidesOf(
    slice,
    pairs.map(({ derived }) => ({
      value: derived.value,
      statistic: correlationStatistic(slice, derived.key, outcome.key),
    })),
  );
  const { certaintyMin = CERTAINTY_MIN } = options.matrix ?? {};
  return pairs.map(({ asked: { attribute, label, ...score }, derived }, k) => {
    const [x, y] = [asked[k], found[k]];
    const enough = Math.min(basis(score), basis(derived)) >= SMALL_SAMPLE_N_BELOW;
    const settled = enough && [x, y].every(({ certainty = 0 }) => certainty >= certaintyMin);
    return {
      attribute,
      ...(label !== undefined && { label }),
      ...{ stated: figureOf(score), derived: figureOf(derived) },
      kind: settled ? kindOf(x.high, y.high) : 'not-settled',
      ...(x.certainty !== undefined && { statedCertainty: x.certainty }),
      ...(y.certainty !== undefined && { derivedCertainty: y.certainty }),
    };
  });
}

function kindOf(statedHigh: boolean, derivedHigh: boolean): StatedDerivedKind {
  if (statedHigh === derivedHigh) return 'agrees';
  return statedHigh ? 'basic' : 'hidden-driver';
}

interface Side {
  readonly high: boolean;
  readonly certainty?: number;
}

/** On which side of their mean values lie, and how surely; the mean moves with them. */
function sidesOf(
  slice: Counted,
  values: readonly { readonly value: number; readonly statistic: Statistic | undefined }[],
): Side[] {
  const p = values.length;
  const mean = values.reduce((sum, { value }) => sum + value, 0) / p;
  const c = covariance(
    slice,
    values.map(({ statistic }) => statistic).filter((statistic) => statistic !== undefined),
  );
  return values.map(({ value }, j) => {
    const apart = distance(value, mean);
    if (!c) return { high: apart >= 0 };
    const onto = values.map((_, k) => (k === j ? 1 : 0) - 1 / p);
    const variance = onto.reduce(
      (sum, u, i) => onto.reduce((row, v, k) => row + u * v * c[i * p + k], sum),
      0,
    );
    const certainty = variance > 0 ? normalCdf(Math.abs(apart) / Math.sqrt(variance)) : 1;
    return { high: apart >= 0, certainty };
  });
}

function figureOf({ value, n, effectiveN, interval }: Figure): Figure {
  return { value, n, ...(effectiveN !== undefined && { effectiveN }), ...(interval && { interval }) };
}
