import type { Parsed } from '../parsed.ts';
import { pool } from '../summary/pool.ts';
import type { Summary } from '../summary/summary.ts';
import { asked, type Asked } from './asked.ts';
import { attributeScores, type AttributeScore } from './attribute-scores.ts';
import { csat, type CsatFigure } from './csat.ts';
import { derivedImportance, type DerivedImportance } from './derived-importance.ts';
import type { FiguresOptions } from './figures-options.ts';
import { nps, type NpsFigure } from './nps.ts';
import type { NotDrawn } from './choose-attributes.ts';
import { matrix, notDrawn, type Matrix } from './matrix.ts';
import { responseRate, type ResponseRateFigure } from './response-rate.ts';
import { satisfiedNotLoyal, type SatisfiedNotLoyalFigure } from './satisfied-not-loyal.ts';

/** Everything the page draws; panels format it and compute nothing. */
export interface Figures {
  /** '' when there are no records. */
  readonly survey: string;
  /** Absent when versions are pooled or the source has none. */
  readonly surveyVersion?: string;
  /** Customers' records that the figures stand on. */
  readonly records: number;
  /** Records of other audiences, left out of every figure. */
  readonly otherAudiences: readonly { readonly audience: string; readonly records: number }[];
  /** Epoch milliseconds of the first and last prompt; absent without times. */
  readonly oldest?: number;
  readonly newest?: number;
  /** Absent figures were not asked, or have fewer than two answers. */
  readonly nps?: NpsFigure;
  readonly csat?: CsatFigure;
  readonly satisfiedNotLoyal?: SatisfiedNotLoyalFigure;
  /** Absent for a source that lists answers only. */
  readonly responseRate?: ResponseRateFigure;
  /** By column key. */
  readonly satisfaction: readonly AttributeScore[];
  /** Stated importance, by column key. */
  readonly importance: readonly AttributeScore[];
  readonly derivedImportance?: DerivedImportance;
  readonly matrix?: Matrix;
  /** Why there is no matrix: every attribute rated for satisfaction, and what it lacks. Absent beside a matrix. */
  readonly notDrawn?: readonly NotDrawn[];
  /** Questions on a scale and their answers, by column key: tells one that nobody was asked from one too few answered. */
  readonly asked: readonly Asked[];
}

/**
 * All figures of one survey, from its counts.
 *
 * @param summary not mutated
 * @returns issues when pooled versions have a column on different scales
 * @example figures(summary, { matrix: { crosshair: { kind: 'median' } } })
 */
export function figures(summary: Summary, options: FiguresOptions = {}): Parsed<Figures> {
  const pooled = pool(summary, options);
  if (!pooled.ok) return pooled;
  const slice = pooled.value;
  if (!slice)
    return {
      ok: true,
      value: {
        survey: options.survey ?? '',
        records: 0,
        otherAudiences: [],
        satisfaction: [],
        importance: [],
        asked: [],
      },
    };
  const { survey, surveyVersion, otherAudiences, all } = slice;
  const drawn = matrix(slice, options.matrix);
  const lacking = drawn ? [] : notDrawn(slice, options.matrix);
  // Prompts count as open by the newest record of the whole source: a quiet survey's last ones are settled.
  const last = Math.max(...summary.slices.map(({ all: { newest } }) => newest ?? -Infinity));
  return {
    ok: true,
    value: defined({
      survey,
      surveyVersion,
      records: all.records,
      otherAudiences,
      oldest: all.oldest,
      newest: all.newest,
      nps: nps(slice, options.nps),
      csat: csat(slice, options.csat),
      satisfiedNotLoyal: satisfiedNotLoyal(slice, options),
      responseRate: responseRate(slice, Number.isFinite(last) ? last : undefined),
      satisfaction: attributeScores(slice, 'satisfaction'),
      importance: attributeScores(slice, 'importance'),
      derivedImportance: derivedImportance(slice, options.matrix?.outcome),
      matrix: drawn,
      notDrawn: lacking.length > 0 ? lacking : undefined,
      asked: asked(slice),
    }),
  };
}

/** An absent figure has no key at all, so that equal figures are equal whatever compares them. */
function defined(value: { readonly [K in keyof Figures]: Figures[K] | undefined }): Figures {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries) as unknown as Figures; // only keys that Figures may lack were dropped
}
