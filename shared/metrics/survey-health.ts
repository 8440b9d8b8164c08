import { answersTo, histogramOf } from '../summary/marginal.ts';
import type { Pool } from '../summary/pool.ts';
import type { SampleCount, Summary } from '../summary/summary.ts';
import { failings, type Failing } from './failings.ts';
import { FIGURE_N_MIN, SMALL_SAMPLE_N_BELOW, type Figure } from './figure.ts';
import type { FiguresOptions } from './figures-options.ts';
import { npsColumn, npsOf } from './nps.ts';
import { sampleSizes, type SampleSize } from './sample-size.ts';
import { shareFigure } from './share-figure.ts';
import { tallied, tallyOf } from '../summary/tally.ts';

/** What became of every record at one question; the five add up to the records. */
export interface ColumnHealth {
  /** Column key. */
  readonly key: string;
  readonly answered: number;
  readonly skipped: number;
  readonly notApplicable: number;
  readonly notShown: number;
  readonly rejected: number;
}

/** Records by the values of a context field. */
export interface FieldHealth {
  readonly field: string;
  readonly tooMany: boolean;
  readonly absent: number;
  readonly values: readonly { readonly value: string; readonly records: number }[];
  /** Values with two answers or more, and fewer than 30. */
  readonly small: number;
}

/** Whether an answer sheet can carry what is read from it. */
export interface SurveyHealth {
  readonly records: number;
  readonly columns: readonly ColumnHealth[];
  readonly fields: readonly FieldHealth[];
  /** `ratings[k]` records rated k attributes for satisfaction. */
  readonly ratings: readonly number[];
  /** One rating throughout, among those who rated six attributes or more; absent below two of these. */
  readonly straightLining?: Figure & { readonly allTop: number; readonly allBottom: number };
  /** Under a second an answer, among those whose time is known; absent below two of these. */
  readonly speeders?: Figure;
  readonly duplicates: Summary['duplicates'];
  /** Whether files could be checked for the same answers: not without ids. */
  readonly duplicatesChecked: boolean;
  readonly samples: readonly SampleCount[];
  /** Records were drawn with different chances: weigh by 1 / sample. */
  readonly samplesDiffer: boolean;
  readonly weights?: {
    /** Kish's effective n of all records. */
    readonly effectiveN: number;
    /** Records left out for want of a weight above zero. */
    readonly weightless: number;
    /** NPS as if each record weighed the same; absent without the question. */
    readonly npsUnweighted?: Figure;
  };
  readonly otherAudiences: Pool['otherAudiences'];
  readonly sampleSizes: readonly SampleSize[];
  readonly failings: readonly Failing[];
}

/**
 * Survey health: how the answers came about, and which known failings of satisfaction surveys they show.
 *
 * @param pool not mutated
 * @param summary that it is of
 * @example surveyHealth(slice, summary, {}).straightLining?.value // 0.153
 */
export function surveyHealth(pool: Pool, summary: Summary, options: FiguresOptions): SurveyHealth {
  const { all, columns } = pool;
  const { judged, straight, allTop, allBottom, timed, hasty, ratings } = all.health;
  const weights = weightsOf(pool, options);
  return {
    records: all.records,
    columns: columns.map(({ key }) => columnHealth(pool, key)),
    fields: pool.fields.map((field) => fieldHealth(all.records, field)),
    ratings,
    ...(judged >= FIGURE_N_MIN && {
      straightLining: { ...shareFigure(straight, judged), allTop, allBottom },
    }),
    ...(timed >= FIGURE_N_MIN && { speeders: shareFigure(hasty, timed) }),
    duplicates: summary.duplicates,
    duplicatesChecked: all.hashed,
    samples: all.samples,
    samplesDiffer: all.samples.length > 1,
    ...(weights && { weights }),
    otherAudiences: pool.otherAudiences,
    sampleSizes: sampleSizes(pool, options),
    failings: failings(pool, options),
  };
}

function columnHealth(pool: Pool, key: string): ColumnHealth {
  const { skipped, notApplicable, notShown, rejected } = histogramOf(pool, key);
  return { key, answered: answersTo(pool, key), skipped, notApplicable, notShown, rejected };
}

function fieldHealth(records: number, { field, tooMany, values }: Pool['fields'][number]): FieldHealth {
  const counts = values.map(({ value, tables }) => ({ value, records: tables.records }));
  const named = counts.reduce((sum, value) => sum + value.records, 0);
  return {
    ...{ field, tooMany, values: counts },
    absent: tooMany ? 0 : records - named,
    small: counts.filter((value) => value.records >= FIGURE_N_MIN && value.records < SMALL_SAMPLE_N_BELOW)
      .length,
  };
}

function weightsOf(pool: Pool, options: FiguresOptions): SurveyHealth['weights'] {
  const { weight, records } = pool.all;
  if (!weight) return undefined;
  const column = npsColumn(pool, options.nps);
  const score = column && npsOf(column.min, tallied({ counts: tallyOf(pool, column.key).counts }));
  return {
    effectiveN: records > 0 ? Number(weight.sum) ** 2 / Number(weight.squares) : 0,
    weightless: pool.weightless,
    ...(score && { npsUnweighted: { value: score.value, n: score.n, interval: score.interval } }),
  };
}
