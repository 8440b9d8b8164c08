import { holm } from '../statistics/holm.ts';
import { judgeAlone, type Comparison } from './comparison.ts';
import type { Figure } from './figure.ts';
import type { Figures } from './figures.ts';
import type { FiguresOptions, Margins } from './figures-options.ts';
import {
  comparable,
  MEAN_MARGIN,
  measureDifference,
  NPS_MARGIN,
  SHARE_MARGIN,
  type ComparedFigure,
} from './measure.ts';

/** One measure of two groups of records, and their difference. */
export interface ComparedMeasure {
  /** `nps`, `csat`, `csat.mean`, ... or the key of a column. */
  readonly measure: string;
  /** One of many alike: these are judged as one family. */
  readonly attribute: boolean;
  /** Absent below two answers. */
  readonly a?: ComparedFigure;
  readonly b?: ComparedFigure;
  /** a − b; absent where one of them is. */
  readonly difference?: Comparison;
}

/** Measures of one group, each with the largest difference that may be called none. */
interface Measured {
  readonly figure: ComparedFigure;
  readonly margin: number;
  readonly attribute: boolean;
}

/**
 * Two groups of records that share none, measure by measure: headline measures each on its own, attributes after
 * Holm's correction among those with 30 answers on both sides.
 *
 * @returns headline measures first, then satisfaction by attribute, in the order of `a`
 * @example compareFigures(part, part, {})[0]?.difference?.value // 0, since a group differs in nothing from itself
 */
export function compareFigures(a: Figures, b: Figures, { margins = {} }: FiguresOptions): ComparedMeasure[] {
  const [first, second] = [measured(a, margins), measured(b, margins)];
  const pairs = [...new Set([...first.keys(), ...second.keys()])].map((measure) => ({
    ...{ measure, one: first.get(measure), other: second.get(measure) },
  }));
  const family = pairs.flatMap(({ measure, one, other }) =>
    one?.attribute && other && comparable(one.figure, other.figure)
      ? [{ measure, margin: one.margin, difference: measureDifference(one.figure, other.figure) }]
      : [],
  );
  const adjusted = holm(family.map(({ difference }) => difference.p));
  const judged = new Map(
    family.map(({ measure, margin, difference }, k): [string, Comparison] => [
      measure,
      { ...judgeAlone(difference, margin, adjusted[k]), holm: adjusted[k] },
    ]),
  );
  return pairs.map(({ measure, one, other }) => ({
    ...{ measure, attribute: (one ?? other)?.attribute === true },
    ...(one && { a: one.figure }),
    ...(other && { b: other.figure }),
    ...(one && other && { difference: judged.get(measure) ?? alone(one, other) }),
  }));
}

function alone(one: Measured, other: Measured): Comparison {
  const difference = measureDifference(one.figure, other.figure);
  const isJudged = !one.attribute && comparable(one.figure, other.figure);
  return isJudged ? judgeAlone(difference, one.margin) : { ...difference, differs: false };
}

function measured({ nps, csat, ces, satisfaction }: Figures, margins: Margins): Map<string, Measured> {
  const found = new Map<string, Measured>();
  const { nps: points = NPS_MARGIN, share = SHARE_MARGIN, mean = MEAN_MARGIN } = margins;
  const add = (
    id: string,
    figure: (Figure & { readonly se?: number }) | undefined,
    margin: number,
    attribute = false,
  ) => {
    if (!figure?.interval) return;
    const { value, n, effectiveN, interval, se } = figure;
    const plain = {
      value,
      n,
      interval,
      ...(effectiveN !== undefined && { effectiveN }),
      ...(se !== undefined && { se }),
    };
    found.set(id, { figure: plain, margin, attribute });
  };
  add('nps', nps, points);
  add('csat', csat, share);
  if (csat) add('csat.mean', csat.mean, mean * (csat.max - csat.min));
  add('ces', ces, share);
  if (ces) add('ces.mean', ces.mean, mean * (ces.max - ces.min));
  for (const score of satisfaction) add(score.key, score, mean * (score.max - score.min), true);
  return found;
}
