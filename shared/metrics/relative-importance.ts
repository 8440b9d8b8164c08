import { correlationMatrix } from '../statistics/correlation-matrix.ts';
import { interval } from '../statistics/interval.ts';
import { relativeWeights, type RelativeWeights } from '../statistics/relative-weights.ts';
import { studentQuantile } from '../statistics/student-t.ts';
import type { Counted } from '../summary/marginal.ts';
import type { CompleteCases, Products } from '../summary/summary.ts';
import type { Figure } from './figure.ts';

/** Complete records needed, whatever the number of predictors. */
export const WEIGHTS_N_MIN = 30;

/** Complete records needed for each predictor and the outcome. */
export const WEIGHTS_N_PER_COLUMN = 5;

/** Blocks with complete records that the jackknife needs. */
export const JACKKNIFE_BLOCKS_MIN = 20;

/** An attribute answered by fewer of the outcome's records than this is named: it costs most of the rows. */
export const RARELY_ANSWERED_BELOW = 0.1;

/** Relative weight of one attribute: its share of the explained variance, 0...1. */
export interface RelativeWeightFigure extends Figure {
  /** Column key of the attribute's satisfaction. */
  readonly key: string;
  /** Its part of R², 0...1. */
  readonly raw: number;
  /** Sign of r over the same records: the weight itself carries none. */
  readonly sign: -1 | 0 | 1;
}

/** Relative weights of all attributes, or why there are none. */
export interface RelativeImportance {
  /** Records that answered the outcome and every attribute. */
  readonly n: number;
  /** `n` as a share of the records that answered the outcome; to be marked under 0.5. Absent: nobody did. */
  readonly kept?: number;
  readonly rSquared?: number;
  readonly refused?: 'too-few-complete' | 'constant-answers' | 'collinear';
  /** Why the weights have no interval. */
  readonly intervalRefused?: 'no-ids' | 'too-few-blocks' | 'unstable';
  /** Column keys of attributes that under 10 % of the outcome's records answered. */
  readonly rarelyAnswered: readonly string[];
  /** By column key; empty when refused. */
  readonly weights: readonly RelativeWeightFigure[];
}

/**
 * Johnson's relative weights of all satisfactions for an outcome, with block-jackknife intervals.
 *
 * Base: records complete on the outcome and every satisfaction.
 *
 * @param slice not mutated
 * @param outcome column key
 * @example relativeImportance(slice, 'csat').weights[0]?.value // 0.10...
 */
export function relativeImportance(slice: Counted, outcome: string): RelativeImportance {
  const set = slice.all.complete.find((candidate) => candidate.outcome === outcome);
  if (!set) return { n: 0, refused: 'too-few-complete', rarelyAnswered: [], weights: [] };
  const { n } = set.total;
  const answered = (key: string) => slice.all.histograms[key].counts.reduce((sum, count) => sum + count, 0);
  const base = answered(outcome);
  const predictors = set.keys.slice(1);
  const facts = {
    n,
    ...(base > 0 && { kept: n / base }),
    rarelyAnswered: predictors.filter((key) => answered(key) < RARELY_ANSWERED_BELOW * base),
  };
  if (n < Math.max(WEIGHTS_N_MIN, WEIGHTS_N_PER_COLUMN * set.keys.length))
    return { ...facts, refused: 'too-few-complete', weights: [] };
  const result = weightsOf(set.total);
  if (typeof result === 'string') return { ...facts, refused: result, weights: [] };
  const spread = jackknife(set);
  const weights = predictors.map((key, k): RelativeWeightFigure => {
    const value = result.shares[k];
    const half = typeof spread === 'string' ? undefined : spread[k];
    const limits =
      half === undefined ? {} : { interval: interval('block-jackknife', value - half, value + half) };
    return { key, value, n, ...limits, raw: result.raw[k], sign: result.signs[k] };
  });
  const { rSquared } = result;
  return { ...facts, rSquared, ...(typeof spread === 'string' && { intervalRefused: spread }), weights };
}

interface Weights extends RelativeWeights {
  readonly shares: readonly number[];
  readonly signs: readonly (-1 | 0 | 1)[];
}

function weightsOf(sums: Products): Weights | 'constant-answers' | 'collinear' {
  const p = sums.sums.length;
  const matrix = correlationMatrix(sums);
  if (!matrix) return 'constant-answers';
  const rows = Array.from({ length: p - 1 }, (_, k) => k + 1);
  const withOutcome = rows.map((i) => matrix[i]);
  const predictors = rows.flatMap((i) => rows.map((j) => matrix[i * p + j]));
  const weights = relativeWeights(predictors, withOutcome);
  if (!weights) return 'collinear';
  const { raw, rSquared } = weights;
  // Nothing explained: equal shares would be as true as any others, and 0/0 is no number.
  const shares = raw.map((weight) => (rSquared > 0 ? weight / rSquared : 0));
  return { ...weights, shares, signs: withOutcome.map((r) => (r > 0 ? 1 : r < 0 ? -1 : 0)) };
}

/** Half-widths of the delete-a-block jackknife intervals of the shares. */
function jackknife(set: CompleteCases): number[] | 'no-ids' | 'too-few-blocks' | 'unstable' {
  const spread = blockInfluences(set);
  if (typeof spread === 'string') return spread;
  const t = studentQuantile(0.975, spread.blocks.length - 1);
  return spread.shares.map((influences) => t * Math.sqrt(influences.reduce((sum, one) => sum + one ** 2, 0)));
}

/** What each id block adds to the sampling error of the weights: products, summed over blocks, are covariances. */
export interface BlockInfluences {
  /** Those that hold complete records. */
  readonly blocks: readonly Products[];
  /** By attribute, in the order of the set's satisfactions; then by block. */
  readonly shares: readonly (readonly number[])[];
}

/**
 * The delete-a-block jackknife of the weights, block by block.
 *
 * @returns why there is none, where the blocks do not carry it
 * @example blockInfluences(set) // { blocks: [64 of them], shares: [[0.001, …], …] }
 */
export function blockInfluences({
  total,
  blocks,
}: CompleteCases): BlockInfluences | 'no-ids' | 'too-few-blocks' | 'unstable' {
  if (!blocks) return 'no-ids';
  const used = blocks.filter(({ n }) => n > 0);
  if (used.length < JACKKNIFE_BLOCKS_MIN) return 'too-few-blocks';
  const without = used.map((block) => weightsOf(subtract(total, block)));
  const shares = without.flatMap((weights) => (typeof weights === 'string' ? [] : [weights.shares]));
  if (shares.length < without.length) return 'unstable';
  const count = used.length;
  const scale = Math.sqrt((count - 1) / count);
  return {
    blocks: used,
    // Without a block the weights move against what it adds.
    shares: total.sums.slice(1).map((_, k) => {
      const mean = shares.reduce((sum, share) => sum + share[k], 0) / count;
      return shares.map((share) => scale * (mean - share[k]));
    }),
  };
}

function subtract(a: Products, b: Products): Products {
  return {
    n: a.n - b.n,
    sums: a.sums.map((sum, k) => sum - b.sums[k]),
    products: a.products.map((sum, k) => sum - b.products[k]),
  };
}
