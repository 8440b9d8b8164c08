import { interval, Z } from '../statistics/interval.ts';
import type { Counted } from '../summary/marginal.ts';
import { attributeScores, type AttributeScore } from './attribute-scores.ts';
import { outcomeOf } from './derived-importance.ts';
import type { Figure } from './figure.ts';
import type { FiguresOptions } from './figures-options.ts';
import { covariance, meanStatistic } from './influence.ts';
import { pickShares } from './pick-shares.ts';
import { relativeImportance } from './relative-importance.ts';

/** Where the weights of the satisfactions come from. */
export type CsiWeightSource = 'stated' | 'picks' | 'relative-weight';

/** Customer satisfaction index, 0...100. */
export interface CsiFigure extends Figure {
  /** The weighted mean in points of the scale. */
  readonly weightedMean: number;
  readonly min: number;
  readonly max: number;
  readonly source: CsiWeightSource;
  /** Adding up to 1. */
  readonly weights: readonly { readonly attribute: string; readonly weight: number }[];
}

/**
 * Customer satisfaction index: the mean of the attributes' satisfactions, each weighted by its mean importance,
 * rescaled from the scale's ends to 0...100.
 *
 * Base: each attribute's own answers, two at least on both; `n` is the smallest of these.
 *
 * @param slice not mutated
 * @returns delta interval, both means' sampling error in it, absent under derived weights; `undefined` without
 *   importance
 * @example csi(slice)?.value // 76.5...
 */
export function csi(slice: Counted, options: FiguresOptions = {}): CsiFigure | undefined {
  const scores = attributeScores(slice, 'satisfaction');
  const [first] = scores;
  if (!first) return undefined;
  const { min, max } = first;
  const onScale = scores.filter((score) => score.min === min && score.max === max);
  const found = importanceOf(slice, onScale, options);
  if (!found) return undefined;
  const { source, pairs } = found;
  const total = pairs.reduce((sum, { importance }) => sum + importance, 0);
  const k =
    pairs.reduce((sum, { satisfaction, importance }) => sum + importance * satisfaction.value, 0) / total;
  const se = source === 'relative-weight' ? undefined : standardError(slice, pairs, k, total);
  const scaled = (value: number) => (100 * (value - min)) / (max - min);
  const effective = pairs.flatMap(({ satisfaction: { effectiveN } }) => effectiveN ?? []);
  return {
    value: scaled(k),
    n: Math.min(...pairs.map(({ n }) => n)),
    ...(effective.length > 0 && { effectiveN: Math.min(...effective) }),
    ...(se !== undefined && { interval: interval('delta', scaled(k - Z * se), scaled(k + Z * se)) }),
    weightedMean: k,
    ...{ min, max, source },
    weights: pairs.map(({ satisfaction: { attribute }, importance }) => ({
      attribute,
      weight: importance / total,
    })),
  };
}

interface Pair {
  readonly satisfaction: AttributeScore;
  readonly importance: number;
  /** Column key of the importance, or of what it was derived from. */
  readonly key: string;
  readonly n: number;
}

function importanceOf(
  slice: Counted,
  scores: readonly AttributeScore[],
  { matrix }: FiguresOptions,
): { readonly source: CsiWeightSource; readonly pairs: readonly Pair[] } | undefined {
  const asked = (importances: readonly AttributeScore[]) =>
    scores.flatMap((satisfaction): Pair[] => {
      const importance = importances.find(({ attribute }) => attribute === satisfaction.attribute);
      return importance ? [pairOf(satisfaction, importance)] : [];
    });
  const outcome = outcomeOf(slice, matrix?.outcome);
  const weights = outcome ? relativeImportance(slice, outcome.key, false).weights : [];
  const derived = scores.flatMap((satisfaction): Pair[] => {
    const weight = weights.find(({ key }) => key === satisfaction.key);
    return weight ? [pairOf(satisfaction, weight)] : [];
  });
  const sources = [
    { source: 'stated' as const, pairs: asked(attributeScores(slice, 'importance')) },
    { source: 'picks' as const, pairs: asked(pickShares(slice)) },
    { source: 'relative-weight' as const, pairs: derived },
  ];
  return sources.find(({ pairs }) => pairs.some(({ importance }) => importance > 0));
}

function pairOf(satisfaction: AttributeScore, importance: Figure & { readonly key: string }): Pair {
  const { key, value, n } = importance;
  return { satisfaction, importance: value, key, n: Math.min(satisfaction.n, n) };
}

/** Of K = Σ īs̄ / Σ ī: each mean counts by how K moves with it. */
function standardError(slice: Counted, pairs: readonly Pair[], k: number, total: number): number | undefined {
  const terms = pairs.flatMap(({ satisfaction, importance, key }) => [
    { statistic: meanStatistic(slice, satisfaction.key), slope: importance / total },
    { statistic: meanStatistic(slice, key), slope: (satisfaction.value - k) / total },
  ]);
  const c = covariance(
    slice,
    terms.map(({ statistic }) => statistic).filter((statistic) => statistic !== undefined),
  );
  if (!c) return undefined;
  const size = terms.length;
  const variance = terms.reduce(
    (sum, a, i) => terms.reduce((row, b, j) => row + a.slope * b.slope * c[i * size + j], sum),
    0,
  );
  return Math.sqrt(Math.max(0, variance));
}
