import { createHash } from 'node:crypto';
import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { parseAnswerRecord } from '../../shared/answers/parse-answer-record.ts';
import { UUID_RANDOM_BYTES, uuidV7 } from '../../shared/answers/uuid-v7.ts';
import { CSAT_SCALE, BATTERY_SCALE, NPS_SCALE, onScale } from '../../shared/questionnaire/scale.ts';
import { readSampleTable } from './sample-table.ts';
import type { SampleRow } from './sample-table.ts';

/** Value of `context.dataset` in every sample record, by which all of them can be found and removed. */
const SAMPLE_DATASET = 'sfo-2017';

/** The services rated in the source, in its order: ids of the battery's attributes. */
export const SAMPLE_SERVICES = [
  ...['art', 'food', 'store', 'sign', 'walkways', 'screens', 'infodown', 'infoup'],
  ...['wifi', 'roads', 'park', 'airtrain', 'ltparking', 'rental'],
] as const;

/** The source's code for "never used or does not apply". */
const NOT_USED = 6;
/** Highest recommendation at which the questionnaire asks why. */
const WHY_AT_MOST = 6;
const DAY_START_SECONDS = 15 * 3600;
const DAY_SPAN_SECONDS = 8 * 3600;

const CONTEXT_COLUMNS = {
  flight: 'flight_type',
  purpose: 'purpose',
  residence: 'residence',
  age: 'age',
  gender: 'gender',
  boardingArea: 'boarding_area',
  language: 'language',
} as const;

/**
 * The airport survey as answer records: one for each row with an answer, through the parser that every other record
 * goes through. A row without any is left out: an interview that nobody gave is no prompt that a visitor closed, and
 * would make a response rate of a survey that has none.
 *
 * @param csv text of `sfo_2017.csv`
 * @throws RangeError when a row does not make a record
 * @see demo/data/README.md, for the codes
 */
export function sampleRecords(csv: string): AnswerRecord[] {
  return readSampleTable(csv).flatMap((row) => {
    const record = sampleRecord(row);
    if (Object.keys(record.answers).length === 0) return [];
    const parsed = parseAnswerRecord(record);
    if (parsed.ok) return [parsed.value];
    const [issue] = parsed.issues;
    throw new RangeError(`sampleRecords: row ${row.get('respnum') ?? '?'}, ${issue.path}: ${issue.message}`);
  });
}

function sampleRecord(row: SampleRow): AnswerRecord {
  const shownAt = shownTime(row);
  const csat = Number(row.get('q7_all'));
  const nps = numberOf(row.get('netpro'));
  const ratings = SAMPLE_SERVICES.map((id) => ({ id, code: Number(row.get(`q7_${id}`)) }));
  const rated = ratings.filter(({ code }) => onScale(BATTERY_SCALE, code));
  const unused = ratings.filter(({ code }) => code === NOT_USED).map(({ id }) => id);
  const answers = {
    ...(onScale(CSAT_SCALE, csat) && { csat }),
    ...(onScale(NPS_SCALE, nps) && { nps }),
    ...(rated.length > 0 && {
      service: { satisfaction: Object.fromEntries(rated.map(({ id, code }) => [id, code])) },
    }),
  };
  return {
    schemaVersion: 1,
    id: uuidV7(shownAt.getTime(), idBytes(row)),
    revision: 1,
    survey: 'airport',
    surveyVersion: 1,
    status: 'completed',
    shownAt: shownAt.toISOString(),
    locale: 'en',
    context: contextOf(row),
    answers,
    skipped: [
      ...(onScale(CSAT_SCALE, csat) ? [] : ['csat']),
      ...(onScale(NPS_SCALE, nps) ? [] : ['nps']),
      ...(onScale(NPS_SCALE, nps) && nps <= WHY_AT_MOST ? ['why'] : []),
      ...ratings.filter(({ code }) => code === 0).map(({ id }) => `service.satisfaction.${id}`),
    ],
    notApplicable: unused.length > 0 ? { service: unused } : {},
    order: {},
  };
}

function shownTime(row: SampleRow): Date {
  const seconds = DAY_START_SECONDS + ((Number(row.get('respnum')) * 37) % DAY_SPAN_SECONDS);
  return new Date(Date.UTC(2017, 4, Number(row.get('interview_day')), 0, 0, seconds));
}

function idBytes(row: SampleRow): Uint8Array {
  const name = `${SAMPLE_DATASET}:${row.get('respnum') ?? ''}`;
  return createHash('sha256').update(name).digest().subarray(0, UUID_RANDOM_BYTES);
}

function contextOf(row: SampleRow): Record<string, string> {
  const context: Record<string, string> = { dataset: SAMPLE_DATASET };
  for (const [field, column] of Object.entries(CONTEXT_COLUMNS)) {
    const value = row.get(column) ?? '';
    if (value !== '') context[field] = value;
  }
  return context;
}

function numberOf(cell: string | undefined): number | undefined {
  return cell === undefined || cell === '' ? undefined : Number(cell);
}
