import type { Counted } from '../summary/marginal.ts';
import type { IndexFactor, ScoreRules } from '../summary/score-rules.ts';
import { indexSet } from '../summary/table-plan.ts';
import { completeMean, completeMeans } from './complete-mean.ts';
import type { MeanFigure } from './mean-figure.ts';

/** One factor's score, 0...100. */
export interface IndexFigure extends MeanFigure {
  readonly factor: string;
  /** Column keys. */
  readonly items: readonly string[];
  /** Of the items, adding up to 1. */
  readonly weights: readonly number[];
}

/**
 * The factors of an index after the ACSI and ECSI models: the mean of a factor's items, each rescaled to 0...100.
 * `complaints` is scored as handling: high is good.
 *
 * Base of a factor: records that answered all of its items.
 *
 * @param slice not mutated
 * @param index factors that the summary was made by; other weights of their items may be given
 * @returns t intervals, in the order of the rules; factors that were not asked, or below two records, are left out
 * @example indexModel(slice)[0]?.value // 71.97
 * @see Fornell et al. (1996), Journal of Marketing 60:7-18
 */
export function indexModel(slice: Counted, index: ScoreRules['index'] = []): IndexFigure[] {
  return index.flatMap((factor) => factorFigure(slice, factor) ?? []);
}

function factorFigure(slice: Counted, { factor, items, weights }: IndexFactor): IndexFigure | undefined {
  // Counted for other items, a set says nothing of these.
  const set = slice.all.complete?.find(({ name }) => name === indexSet(factor));
  if (set?.keys.join('\n') !== items.join('\n')) return undefined;
  const given = items.map((_, k) => weights?.[k] ?? 1);
  const total = given.reduce((sum, weight) => sum + weight, 0);
  const shares = given.map((weight) => weight / total);
  const scales = items.flatMap((key) => slice.columns.filter((column) => column.key === key));
  const coefficients = scales.map(({ min, max }, k) => (100 * shares[k]) / (max - min));
  const constant = -scales.reduce((sum, { min }, k) => sum + coefficients[k] * min, 0);
  const means = completeMeans(slice, indexSet(factor), () => [{ coefficients, constant }]);
  return means && { factor, items, weights: shares, ...completeMean(means, 0) };
}
