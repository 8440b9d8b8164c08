import type { Counted } from '../summary/marginal.ts';
import { GAP_SET, gapPairs } from '../summary/table-plan.ts';
import { attributeScores } from './attribute-scores.ts';
import { completeMean, completeMeans } from './complete-mean.ts';
import { outcomeOf } from './derived-importance.ts';
import type { FiguresOptions } from './figures-options.ts';
import type { AttributeGap } from './gaps.ts';
import type { MeanFigure } from './mean-figure.ts';
import { relativeImportance } from './relative-importance.ts';

/** Where the weights of the gaps come from. */
export type GapWeightSource = 'entered' | 'importance' | 'relative-weight';

/** Service quality: all gaps as one figure, in points of the scale; negative is a shortfall. */
export interface ServiceQuality {
  /** Every gap alike, over the records with every pair; absent below two of them. */
  readonly unweighted?: MeanFigure;
  /** By weight W. */
  readonly weighted?: MeanFigure;
  /** The mean of the gaps, each over those who gave its pair; no interval. */
  readonly availableUnweighted: number;
  readonly availableWeighted?: number;
  /** By attribute, adding up to 1; absent where nothing tells them. Treated as fixed. */
  readonly weights?: readonly { readonly attribute: string; readonly weight: number }[];
  readonly source?: GapWeightSource;
}

/**
 * Service quality after the P − E model: SQ_i = Σ W_j (P_ij − E_ij) for each respondent, and its mean.
 *
 * @param slice not mutated
 * @param gaps of the same attributes
 * @returns t intervals over respondents; `undefined` without gaps
 * @example serviceQuality(slice, gaps(slice, 'perception', 'expectation'), {})?.unweighted?.value // -0.858
 * @see Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64:12-40
 */
export function serviceQuality(
  slice: Counted,
  gaps: readonly AttributeGap[],
  options: FiguresOptions,
): ServiceQuality | undefined {
  if (gaps.length === 0) return undefined;
  const attributes = gaps.map(({ attribute }) => attribute);
  const found = weightsOf(slice, attributes, options);
  const equal = attributes.map(() => 1 / attributes.length);
  const available = (weights: readonly number[]) =>
    gaps.reduce((sum, { value }, k) => sum + weights[k] * value, 0);
  const mean = (weights: readonly number[]) => meanSq(slice, attributes, weights);
  const [unweighted, weighted] = [mean(equal), found && mean(found.weights)];
  return {
    ...(unweighted && { unweighted }),
    ...(weighted && { weighted }),
    availableUnweighted: available(equal),
    ...(found && {
      availableWeighted: available(found.weights),
      weights: attributes.map((attribute, k) => ({ attribute, weight: found.weights[k] })),
      source: found.source,
    }),
  };
}

function meanSq(
  slice: Counted,
  attributes: readonly string[],
  weights: readonly number[],
): MeanFigure | undefined {
  const pairs = gapPairs(slice.columns);
  const weightOf = (of: (typeof pairs)[number]) =>
    weights.reduce((sum, weight, k) => (attributes[k] === of.attribute ? weight : sum), 0);
  const coefficient = (key: string) =>
    pairs.reduce((sum, pair) => {
      if (pair.perception === key) return sum + weightOf(pair);
      return pair.expectation === key ? sum - weightOf(pair) : sum;
    }, 0);
  const means = completeMeans(slice, GAP_SET, (keys) => [{ coefficients: keys.map(coefficient) }]);
  return means && completeMean(means, 0);
}

function weightsOf(
  slice: Counted,
  attributes: readonly string[],
  { gapWeights, matrix }: FiguresOptions,
): { readonly weights: readonly number[]; readonly source: GapWeightSource } | undefined {
  const importance = new Map(
    attributeScores(slice, 'importance').map(({ attribute, value }) => [attribute, value]),
  );
  const outcome = outcomeOf(slice, matrix?.outcome);
  const relative = outcome ? relativeImportance(slice, outcome.key, false).weights : [];
  const derived = new Map(
    attributeScores(slice, 'satisfaction').flatMap(({ key, attribute }) =>
      relative
        .filter((weight) => weight.key === key)
        .map(({ value }): [string, number] => [attribute, value]),
    ),
  );
  const sources = [
    ...(gapWeights ? [{ source: 'entered' as const, points: gapWeights }] : []),
    { source: 'importance' as const, points: importance },
    { source: 'relative-weight' as const, points: derived },
  ];
  for (const { source, points } of sources) {
    const given = attributes.map((attribute) => points.get(attribute));
    const total = given.reduce<number>((sum, weight = 0) => sum + weight, 0);
    // One vector for the survey: a source that lacks an attribute is none, unless it was entered so.
    if (total > 0 && (source === 'entered' || given.every((weight) => weight !== undefined)))
      return {
        source,
        weights: given.map((weight = 0) => weight / total),
      };
  }
  return undefined;
}
