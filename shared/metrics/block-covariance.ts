import type { CrossProducts } from '../statistics/correlation-matrix.ts';
import type { Counted } from '../summary/marginal.ts';
import { driverSet } from '../summary/table-plan.ts';
import type { AttributeScore } from './attribute-scores.ts';
import { blockInfluences } from './block-jackknife.ts';
import { covariance, meanStatistic } from './influence.ts';
import { tallyOf } from '../summary/tally.ts';

/**
 * Covariance of the attributes' means and of their importance by a model: of the means as ever, of the importance
 * and between the two from the id blocks. Approximate: a block is a rough sample, and only complete records carry
 * a model.
 *
 * @param outcome column key
 * @param satisfaction the attributes drawn
 * @param importance by attribute, in the order of the set's satisfactions
 * @returns of all means, then all importances, row by row; `undefined` where blocks or tables do not carry it
 * @example blockCovariance(slice, 'csat', scores, ({ sums }) => sums)?.length // 784, for 14 attributes
 */
export function blockCovariance(
  slice: Counted,
  outcome: string,
  satisfaction: readonly AttributeScore[],
  importance: (sums: CrossProducts) => readonly number[] | undefined,
): Float64Array | undefined {
  const set = slice.all.complete?.find(({ name }) => name === driverSet(outcome));
  const spread = set && blockInfluences(set, importance);
  const means = covariance(
    slice,
    satisfaction.map(({ key }) => meanStatistic(slice, key)).filter((mean) => mean !== undefined),
  );
  if (!spread || typeof spread === 'string' || !means) return undefined;
  const p = satisfaction.length;
  const at = satisfaction.map(({ key }) => set.keys.indexOf(key));
  const importanceParts = at.map((column) => spread.influences[column - 1]);
  const meanParts = satisfaction.map(({ key, value }, j) => {
    const total = tallyOf(slice, key).weights.reduce((sum, weight) => sum + weight, 0);
    return spread.blocks.map((block) => (block.sums[at[j]] - block.n * value) / total);
  });
  const size = 2 * p;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) {
      matrix[i * size + j] = means[i * p + j];
      matrix[(p + i) * size + p + j] = product(importanceParts[i], importanceParts[j]);
      matrix[i * size + p + j] = matrix[(p + j) * size + i] = product(meanParts[i], importanceParts[j]);
    }
  return matrix;
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, k) => sum + value * b[k], 0);
}
