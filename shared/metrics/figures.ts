import type { Parsed } from '../parsed.ts';
import { pool, type Pool } from '../summary/pool.ts';
import type { Summary } from '../summary/summary.ts';
import { asked, type Asked } from './asked.ts';
import { attributeScores, type AttributeScore } from './attribute-scores.ts';
import { ces } from './ces.ts';
import type { NotDrawn } from './choose-attributes.ts';
import { csat, type CsatFigure } from './csat.ts';
import { csi, type CsiFigure } from './csi.ts';
import { deliveredValue, type DeliveredValue } from './delivered-value.ts';
import { derivedImportance, type DerivedImportance } from './derived-importance.ts';
import type { FiguresOptions } from './figures-options.ts';
import { fiveGaps, type ServiceGap } from './five-gaps.ts';
import { gaps, type AttributeGap } from './gaps.ts';
import { indexModel, type IndexFigure } from './index-model.ts';
import { journey, type Journey } from './journey.ts';
import { loyaltyClasses, type LoyaltyClasses } from './loyalty-class.ts';
import { matrix, notDrawn, type Matrix } from './matrix.ts';
import { nps, type NpsFigure } from './nps.ts';
import { plan, type PlanRow } from './plan.ts';
import { ratings } from './ratings.ts';
import { responseRate, type ResponseRateFigure } from './response-rate.ts';
import { retention, type RetentionBand } from './retention.ts';
import { satisfactionLoyalty, type SatisfactionLoyalty } from './satisfaction-loyalty.ts';
import { satisfiedNotLoyal, type SatisfiedNotLoyalFigure } from './satisfied-not-loyal.ts';
import { segments, type Segments } from './segments.ts';
import { serviceLevel, type ServiceLevelFigure } from './service-level.ts';
import { serviceQuality, type ServiceQuality } from './service-quality.ts';
import { statedAgainstDerived, type StatedDerived } from './stated-derived.ts';
import { surveyHealth, type SurveyHealth } from './survey-health.ts';
import { targetFigures, type TargetFigure } from './targets.ts';
import type { TopShareFigure } from './top-share.ts';
import { trend, type Trend } from './trend.ts';

/** Everything the page draws; panels format it and compute nothing. */
export interface Figures {
  /** '' when there are no records. */
  readonly survey: string;
  /** Absent when versions are pooled or the source has none. */
  readonly surveyVersion?: string;
  /** Customers' records that the figures stand on. */
  readonly records: number;
  /** Records of other audiences, left out of every figure but the five gaps. */
  readonly otherAudiences: readonly { readonly audience: string; readonly records: number }[];
  /** Epoch milliseconds of the first and last prompt; absent without times. */
  readonly oldest?: number;
  readonly newest?: number;
  /** Absent figures were not asked, or have fewer than two answers. */
  readonly nps?: NpsFigure;
  readonly csat?: CsatFigure;
  readonly ces?: TopShareFigure;
  readonly satisfiedNotLoyal?: SatisfiedNotLoyalFigure;
  /** Absent for a source that lists answers only. */
  readonly responseRate?: ResponseRateFigure;
  /** By column key. */
  readonly satisfaction: readonly AttributeScore[];
  /** Stated importance, by column key. */
  readonly importance: readonly AttributeScore[];
  readonly matrix?: Matrix;
  /** Why there is no matrix: every attribute rated for satisfaction, and what it lacks. Absent beside a matrix. */
  readonly notDrawn?: readonly NotDrawn[];
  /** Questions on a scale and their answers, by column key: tells one that nobody was asked from one too few answered. */
  readonly asked: readonly Asked[];

  readonly derivedImportance?: DerivedImportance;
  /** Absent unless importance was asked and there is an outcome, as all below is absent without its columns. */
  readonly statedAgainstDerived?: readonly StatedDerived[];
  readonly plan?: readonly PlanRow[];

  readonly ratings?: readonly TopShareFigure[];
  /** Perception less expectation. */
  readonly gaps?: readonly AttributeGap[];
  readonly serviceQuality?: ServiceQuality;
  /** Satisfaction less stated importance, on one scale. */
  readonly importanceGaps?: readonly AttributeGap[];
  readonly fiveGaps?: readonly ServiceGap[];
  readonly csi?: CsiFigure;
  readonly index?: readonly IndexFigure[];
  readonly satisfactionLoyalty?: SatisfactionLoyalty;
  readonly loyaltyClasses?: LoyaltyClasses;
  readonly retention?: RetentionBand;
  readonly serviceLevel?: ServiceLevelFigure;
  readonly deliveredValue?: DeliveredValue;
  readonly journey?: Journey;
  readonly segments?: readonly Segments[];
  readonly trend?: Trend;
  readonly targets?: readonly TargetFigure[];
  readonly surveyHealth?: SurveyHealth;
}

/** What is computed together: first what the page opens with, then what takes longer. */
export type FigureGroup = 'first' | 'certainty' | 'drivers' | 'rest';

/** All groups, in the order in which a page wants them. */
export const FIGURE_GROUPS: readonly FigureGroup[] = ['first', 'certainty', 'drivers', 'rest'];

/**
 * All figures of one survey, from its counts.
 *
 * @param summary not mutated
 * @param groups those wanted; the survey's name and records come with any of them, and lists that are not wanted are
 *   empty or absent
 * @returns issues when pooled versions have a column on different scales, and when a part of the records is asked for
 *   that the summary does not count apart
 * @example figures(summary, { matrix: { crosshair: { kind: 'median' } } })
 */
export function figures(
  summary: Summary,
  options: FiguresOptions = {},
  groups: readonly FigureGroup[] = FIGURE_GROUPS,
): Parsed<Figures> {
  const pooled = pool(summary, options);
  if (!pooled.ok) return pooled;
  const slice = pooled.value;
  const base = { survey: options.survey ?? '', records: 0, otherAudiences: [], ...EMPTY_LISTS };
  if (!slice) return { ok: true, value: base };
  const parts = groups.map((group) => GROUPS[group](slice, summary, options));
  return {
    ok: true,
    value: defined(Object.assign({ ...base, ...headOf(slice) }, ...parts) as Partial<Figures>),
  }; // parts of Figures
}

const EMPTY_LISTS = { satisfaction: [], importance: [], asked: [] };

type Draft = { readonly [K in keyof Figures]?: Figures[K] | undefined };

const GROUPS: Readonly<
  Record<FigureGroup, (slice: Pool, summary: Summary, options: FiguresOptions) => Draft>
> = {
  first: (slice, summary, options) => {
    const drawn = matrix(slice, { ...options.matrix, uncertain: true });
    return {
      nps: nps(slice, options.nps),
      csat: csat(slice, options.csat),
      ces: ces(slice, options),
      satisfiedNotLoyal: satisfiedNotLoyal(slice, options),
      responseRate: responseRate(slice, newestOf(summary)),
      satisfaction: attributeScores(slice, 'satisfaction'),
      importance: attributeScores(slice, 'importance'),
      matrix: drawn,
      notDrawn: drawn ? undefined : some(notDrawn(slice, options.matrix)),
      asked: asked(slice),
    };
  },
  certainty: (slice, _, options) => {
    const drawn = matrix(slice, options.matrix);
    return drawn ? { matrix: drawn, plan: plan(drawn) } : {};
  },
  drivers: (slice, _, options) => ({
    derivedImportance: derivedImportance(slice, options.matrix?.outcome),
    statedAgainstDerived: some(statedAgainstDerived(slice, options)),
  }),
  rest: (slice, summary, options) => {
    const expected = gaps(slice, 'perception', 'expectation');
    const { rules } = summary;
    return {
      ratings: some(ratings(slice, options)),
      gaps: some(expected),
      serviceQuality: serviceQuality(slice, expected, options),
      importanceGaps: some(gaps(slice, 'satisfaction', 'importance')),
      fiveGaps: some(fiveGaps(slice)),
      csi: csi(slice, options),
      index: some(indexModel(slice, options.rules?.index ?? rules?.index)),
      satisfactionLoyalty: satisfactionLoyalty(slice, options),
      loyaltyClasses: loyaltyClasses(slice),
      retention: retention(slice, options),
      serviceLevel: serviceLevel(slice, options),
      deliveredValue: deliveredValue(slice, rules?.deliveredValue),
      journey: journey(slice, options),
      segments: some(segments(slice, options)),
      trend: trend(slice, options),
      targets: some(targetFigures(slice, options)),
      surveyHealth: surveyHealth(slice, summary, options),
    };
  },
};

function headOf({ survey, surveyVersion, otherAudiences, all }: Pool): Draft {
  const { records, oldest, newest } = all;
  return { survey, surveyVersion, records, otherAudiences, oldest, newest };
}

/** Prompts count as open by the newest record of the whole source: a quiet survey's last ones are settled. */
function newestOf({ slices }: Summary): number | undefined {
  const last = Math.max(...slices.map(({ all: { newest } }) => newest ?? -Infinity));
  return Number.isFinite(last) ? last : undefined;
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** An absent figure has no key at all, so that equal figures are equal whatever compares them. */
function defined(value: Draft): Figures {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries) as unknown as Figures; // only keys that Figures may lack were dropped
}
