/** What is left of the answers about one attribute where only their means are known. */
export interface MeanPair {
  readonly attribute: string;
  readonly importance: number;
  readonly satisfaction: number;
}

/** What a table of means gives beside its matrix: no interval, since the answers are gone. */
export interface MeansFigures {
  /** Satisfaction less importance, in the order of the table; absent on two scales. */
  readonly gaps?: readonly { readonly attribute: string; readonly value: number }[];
  /** The mean of the gaps, and weighted by importance. */
  readonly quality?: { readonly unweighted: number; readonly weighted: number };
  /** Satisfaction weighted by importance, 0...100 and in points of the scale. */
  readonly csi: { readonly value: number; readonly weightedMean: number };
}

interface Ends {
  readonly min: number;
  readonly max: number;
}

/**
 * Gaps and CSI of a table of means.
 *
 * @param means not mutated
 * @returns `undefined` for a table without rows
 * @example meansFigures([{ attribute: 'a', importance: 4, satisfaction: 3 }], { importance: { min: 1, max: 5 }, satisfaction: { min: 1, max: 5 } })?.csi.value // 50
 * @see Martilla & James (1977), Journal of Marketing 41(1):77-79
 */
export function meansFigures(
  means: readonly MeanPair[],
  { importance, satisfaction }: { readonly importance: Ends; readonly satisfaction: Ends },
): MeansFigures | undefined {
  if (means.length === 0) return undefined;
  const total = means.reduce((sum, pair) => sum + pair.importance, 0);
  const weighted = (of: (pair: MeanPair) => number) =>
    means.reduce((sum, pair) => sum + (pair.importance / total) * of(pair), 0);
  const gap = (pair: MeanPair) => pair.satisfaction - pair.importance;
  const weightedMean = weighted((pair) => pair.satisfaction);
  const { min, max } = satisfaction;
  const csi = { value: (100 * (weightedMean - min)) / (max - min), weightedMean };
  if (min !== importance.min || max !== importance.max) return { csi };
  return {
    gaps: means.map((pair) => ({ attribute: pair.attribute, value: gap(pair) })),
    quality: {
      unweighted: means.reduce((sum, pair) => sum + gap(pair), 0) / means.length,
      weighted: weighted(gap),
    },
    csi,
  };
}
