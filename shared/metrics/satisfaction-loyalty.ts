import type { Interval } from '../statistics/interval.ts';
import { pearson, spearman, type Correlation } from '../statistics/pearson.ts';
import { jointAnswers } from '../summary/joint-answers.ts';
import type { Counted } from '../summary/marginal.ts';
import { columnOf } from './column-of.ts';
import type { Figure } from './figure.ts';
import type { FiguresOptions } from './figures-options.ts';
import { npsClass, npsColumn } from './nps.ts';

/** Those who gave one answer to CSAT, by what they are to NPS. */
export interface SatisfactionLevel {
  readonly answer: number;
  readonly n: number;
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
  /** Shares of the row, weighted where answers are; absent in an empty row. */
  readonly shares?: { readonly detractors: number; readonly passives: number; readonly promoters: number };
}

/** How satisfaction and loyalty go together. */
export interface SatisfactionLoyalty {
  /** Records that answered both. */
  readonly n: number;
  /** By answer, lowest first. */
  readonly levels: readonly SatisfactionLevel[];
  /** Absent where one of the two does not vary. */
  readonly correlation?: Figure & { readonly fisher?: Interval };
  readonly spearman?: Figure;
}

/**
 * CSAT by NPS class, and the correlation of the two.
 *
 * Base: records that answered both.
 *
 * @param slice not mutated
 * @returns `undefined` without both questions, and without a record that answered both
 * @example satisfactionLoyalty(slice)?.correlation?.value // 0.55...
 */
export function satisfactionLoyalty(
  slice: Counted,
  options: FiguresOptions = {},
): SatisfactionLoyalty | undefined {
  const csat = columnOf(slice, 'csat', options.csat?.key);
  const nps = npsColumn(slice, options.nps);
  const joint = csat && nps && jointAnswers(slice, csat.key, nps.key);
  if (!joint) return undefined;
  const { xs, ys, counts, weights = counts } = joint;
  const sum = (of: readonly number[], row: number, wanted: number) =>
    ys.reduce((total, y, j) => (npsClass(y) === wanted ? total + of[row * ys.length + j] : total), 0);
  const levels = xs.map((answer, row): SatisfactionLevel => {
    const [detractors, passives, promoters] = [-1, 0, 1].map((wanted) => sum(counts, row, wanted));
    const heavy = [-1, 0, 1].map((wanted) => sum(weights, row, wanted));
    const all = heavy.reduce((a, b) => a + b, 0);
    const [down, middle, up] = heavy.map((weight) => weight / all);
    const n = detractors + passives + promoters;
    const shares = all > 0 && { shares: { detractors: down, passives: middle, promoters: up } };
    return { answer, n, detractors, passives, promoters, ...shares };
  });
  const n = levels.reduce((total, level) => total + level.n, 0);
  if (n === 0) return undefined;
  const [r, rho] = [pearson(joint), spearman(joint)];
  return { n, levels, ...(r && { correlation: figureOf(r) }), ...(rho && { spearman: figureOf(rho) }) };
}

function figureOf({ r, n, effectiveN, interval, fisher }: Correlation & { readonly fisher?: Interval }) {
  return {
    ...{ value: r, n },
    ...(effectiveN !== undefined && { effectiveN }),
    ...(interval && { interval }),
    ...(fisher && { fisher }),
  };
}
