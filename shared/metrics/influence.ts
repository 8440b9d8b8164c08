import { pearson } from '../statistics/pearson.ts';
import { jointAnswers } from '../summary/joint-answers.ts';
import type { Counted } from '../summary/marginal.ts';
import { points } from '../summary/summary.ts';
import { crossTally, tallyOf } from '../summary/tally.ts';
import { meanFigure } from './mean-figure.ts';

/**
 * A figure with what each respondent adds to its sampling error: a number for each combination of answers to
 * its columns, 0 where one is missing. Summed over respondents, products of two such numbers are a covariance;
 * under weights each product takes the squared weight.
 */
export interface Statistic {
  readonly value: number;
  readonly keys: readonly string[];
  /** By the levels of `keys`, "no answer" last, the last key fastest. */
  readonly influence: readonly number[];
}

/**
 * The mean of a column: a respondent adds (x − mean) / n, under weights per unit of weight.
 *
 * @returns `undefined` below two answers
 * @example meanStatistic(slice, 'parking')?.value // 3.87...
 */
export function meanStatistic(slice: Counted, key: string): Statistic | undefined {
  const column = slice.columns.find((candidate) => candidate.key === key);
  const tally = tallyOf(slice, key);
  const mean = column && meanFigure(column.min, tally);
  if (!mean) return undefined;
  const total = tally.weights.reduce((sum, weight) => sum + weight, 0);
  const influence = [...tally.weights.map((_, k) => (column.min + k - mean.value) / total), 0];
  return { value: mean.value, keys: [key], influence };
}

/**
 * The correlation of two columns: a respondent adds (z_x z_y − r (z_x² + z_y²) / 2) / n.
 *
 * @returns `undefined` below two records with both, or when one is constant
 * @example correlationStatistic(slice, 'parking', 'csat')?.value // 0.63...
 */
export function correlationStatistic(slice: Counted, x: string, y: string): Statistic | undefined {
  const joint = jointAnswers(slice, x, y);
  const correlation = joint && pearson(joint);
  if (!correlation) return undefined;
  const rows = joint.xs.flatMap((a) => [...joint.ys.map((b) => correlation.influence(a, b)), 0]);
  return {
    value: correlation.r,
    keys: [x, y],
    influence: [...rows, ...new Array<number>(joint.ys.length + 1).fill(0)],
  };
}

/**
 * Covariance matrix of statistics that stand on the same respondents.
 *
 * @returns row by row; `undefined` when the slice does not cross the columns of some pair
 * @example covariance(slice, [mean])?.[0] // its squared standard error
 */
export function covariance(slice: Counted, statistics: readonly Statistic[]): Float64Array | undefined {
  const count = statistics.length;
  const matrix = new Float64Array(count * count);
  for (let i = 0; i < count; i++)
    for (let j = i; j < count; j++) {
      const value = covarianceOf(slice, statistics[i], statistics[j]);
      if (value === undefined) return undefined;
      matrix[i * count + j] = value;
      matrix[j * count + i] = value;
    }
  return matrix;
}

function covarianceOf(slice: Counted, a: Statistic, b: Statistic): number | undefined {
  const keys = [...new Set([...a.keys, ...b.keys])];
  const table = crossTally(slice, keys)?.squares;
  if (!table) return undefined;
  const levels = keys.map((key) => levelCount(slice, key));
  const ofA = project(keys, levels, a.keys);
  const ofB = project(keys, levels, b.keys);
  return table.reduce(
    (sum, records, index) =>
      records === 0 ? sum : sum + records * a.influence[ofA(index)] * b.influence[ofB(index)],
    0,
  );
}

/** From a cell of the table of `keys` to the cell of the table of `some` of them. */
function project(
  keys: readonly string[],
  levels: readonly number[],
  some: readonly string[],
): (index: number) => number {
  const axes = some.map((key) => {
    const k = keys.indexOf(key);
    return { size: levels[k], stride: levels.slice(k + 1).reduce((product, size) => product * size, 1) };
  });
  return (index) =>
    axes.reduce((cell, { size, stride }) => cell * size + (Math.floor(index / stride) % size), 0);
}

function levelCount({ columns }: Counted, key: string): number {
  return columns.reduce((levels, column) => (column.key === key ? points(column) + 1 : levels), 1);
}
