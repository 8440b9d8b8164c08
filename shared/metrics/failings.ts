import { answersTo, histogramOf } from '../summary/marginal.ts';
import type { Pool } from '../summary/pool.ts';
import { columnOf } from './column-of.ts';
import { outcomeOf } from './derived-importance.ts';
import { DRAWN_N_MIN, SMALL_SAMPLE_N_BELOW } from './figure.ts';
import type { FiguresOptions } from './figures-options.ts';
import { TOUCHPOINT_FIELD } from './journey.ts';
import { matrix } from './matrix.ts';
import { periodsOf } from './periods.ts';
import { relativeImportance } from './relative-importance.ts';
import { sampleSizes } from './sample-size.ts';

/** What the data show of one of the ten ways in which measuring satisfaction fails. */
export interface Failing {
  /** 1 no groups · 2 questions that do not fit · 3 a part of the journey · 4 too coarse · 5 sampling and size ·
   * 6 how answers were collected · 7 not on a sound scale · 8 no importance · 9 no analysis · 10 no follow-up. */
  readonly failing: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
  /** `fine` is said only of what data can show whole. */
  readonly verdict: 'fine' | 'look' | 'not-visible';
  /** What the verdict stands on: groups, columns, touchpoints, attributes, answers, cells, or periods. */
  readonly count?: number;
}

/** Attributes that most answers say do not apply do not fit these customers. */
const UNFIT_SHARE = 0.5;
/** Fewer touchpoints cannot tell where on a journey it hurts. */
const TOUCHPOINTS_MIN = 2;
/** Fewer attributes, or attributes that explain less of the outcome than this, are too coarse to find causes. */
const ATTRIBUTES_MIN = 5;
const R_SQUARED_MIN = 0.25;
/** More rejected cells than this say that the scale was not understood. */
const REJECTED_SHARE = 0.05;

/**
 * The ten known failings, each as far as the data can show it.
 *
 * @see Survey health in the report: a verdict is a place to look, no proof
 * @example failings(slice, {})[0] // { failing: 1, verdict: 'fine', count: 6 }
 */
export function failings(pool: Pool, options: FiguresOptions): Failing[] {
  const groups = pool.fields.filter(
    ({ values }) => values.filter(({ tables }) => tables.records >= SMALL_SAMPLE_N_BELOW).length > 1,
  ).length;
  const unfit = pool.columns.filter(({ key }) => {
    const none = histogramOf(pool, key).notApplicable;
    return none > UNFIT_SHARE * (none + answersTo(pool, key));
  }).length;
  const stops = touchpoints(pool, options);
  const short = sampleSizes(pool, options).filter(({ needed, have }) => have < needed).length;
  const rejected = pool.columns.reduce((sum, { key }) => sum + histogramOf(pool, key).rejected, 0);
  const cells = pool.columns.reduce((sum, { key }) => sum + answersTo(pool, key), 0);
  const drawn = matrix(pool, { ...options.matrix, uncertain: true });
  const periods = periodsOf(pool, options.trend?.by).periods.length;
  const look = (failing: Failing['failing'], fine: boolean, count: number): Failing => ({
    ...{ failing, count },
    verdict: fine ? 'fine' : 'look',
  });
  return [
    look(1, groups > 0, groups),
    look(2, unfit === 0, unfit),
    look(3, stops >= TOUCHPOINTS_MIN, stops),
    coarse(pool, options),
    // How respondents were drawn does not show; that they are too few does.
    short > 0 ? look(5, false, short) : { failing: 5, verdict: 'not-visible' },
    { failing: 6, verdict: 'not-visible' },
    look(7, cells > 0 && rejected <= REJECTED_SHARE * (rejected + cells), rejected),
    look(8, drawn !== undefined, drawn?.points.length ?? 0),
    look(9, (drawn?.points.length ?? 0) > 1, drawn?.points.length ?? 0),
    // A second round shows; what was done in between does not.
    periods > 1 ? { failing: 10, verdict: 'not-visible', count: periods } : look(10, false, periods),
  ];
}

function touchpoints(pool: Pool, options: FiguresOptions): number {
  const name = options.journey?.field ?? TOUCHPOINT_FIELD;
  const field = pool.fields.find((candidate) => candidate.field === name);
  return (field?.values ?? []).filter(({ tables }) => tables.records >= DRAWN_N_MIN).length;
}

function coarse(pool: Pool, options: FiguresOptions): Failing {
  const attributes = pool.columns.filter(({ role }) => role === 'satisfaction').length;
  const outcome = outcomeOf(pool, options.matrix?.outcome);
  const rSquared =
    outcome && columnOf(pool, 'satisfaction')
      ? relativeImportance(pool, outcome.key, false).rSquared
      : undefined;
  const fine = attributes >= ATTRIBUTES_MIN && (rSquared ?? 1) >= R_SQUARED_MIN;
  return { failing: 4, verdict: fine ? 'fine' : 'look', count: attributes };
}
