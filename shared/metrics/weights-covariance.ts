import type { Counted } from '../summary/marginal.ts';
import type { AttributeScore } from './attribute-scores.ts';
import { covariance, meanStatistic } from './influence.ts';
import { blockInfluences } from './relative-importance.ts';

/**
 * Covariance of the attributes' means and their relative weights: of the means as ever, of the weights and between
 * the two from the id blocks. Approximate: a block is a rough sample, and only complete records carry a weight.
 *
 * @param outcome column key
 * @param satisfaction the attributes drawn
 * @returns of all means, then all weights, row by row; `undefined` where blocks or tables do not carry it
 * @example weightsCovariance(slice, 'csat', scores)?.length // 784, for 14 attributes
 */
export function weightsCovariance(
  slice: Counted,
  outcome: string,
  satisfaction: readonly AttributeScore[],
): Float64Array | undefined {
  const set = slice.all.complete.find((candidate) => candidate.outcome === outcome);
  const influences = set && blockInfluences(set);
  const means = covariance(
    slice,
    satisfaction.flatMap(({ key }) => meanStatistic(slice, key) ?? []),
  );
  if (!influences || typeof influences === 'string' || !means) return undefined;
  const p = satisfaction.length;
  const at = satisfaction.map(({ key }) => set.keys.indexOf(key));
  const weightParts = at.map((column) => influences.shares[column - 1]);
  const meanParts = satisfaction.map(({ value, n }, j) =>
    influences.blocks.map((block) => (block.sums[at[j]] - block.n * value) / n),
  );
  const size = 2 * p;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      matrix[i * size + j] = means[i * p + j];
      matrix[(p + i) * size + p + j] = product(weightParts[i], weightParts[j]);
      matrix[i * size + p + j] = matrix[(p + j) * size + i] = product(meanParts[i], weightParts[j]);
    }
  return matrix;
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * b[k], 0);
}
