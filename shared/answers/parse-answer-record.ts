import * as v from 'valibot';
import type { Parsed } from '../parsed.ts';
import { ASPECTS } from '../questionnaire/questionnaire.ts';
import { schemaIssues } from '../schema-issues.ts';
import { RECORD_SCHEMA_VERSION, STATUSES } from './answer-record.ts';
import type { AnswerRecord, AnswerValue } from './answer-record.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const PATH = /^[A-Za-z][A-Za-z0-9_-]{0,63}(\.[a-z]+\.[A-Za-z][A-Za-z0-9_-]{0,63})?$/;
/** Longest text in an answer, in UTF-16 code units. */
const TEXT_LIMIT = 10_000;
/** Most options that one answer can hold. */
const CHOICES_LIMIT = 200;

const name = v.pipe(v.string('expected a name'), v.regex(NAME, 'expected letters, digits, "_" or "-"'));
const text = v.pipe(
  v.string('expected a text'),
  v.nonEmpty('expected a text'),
  v.maxLength(TEXT_LIMIT, 'text too long'),
);
const short = v.pipe(v.string('expected a text'), v.maxLength(256, 'text too long'));
const time = v.pipe(
  v.string('expected a time'),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, 'expected ISO 8601 in UTC'),
);
const whole = v.pipe(
  v.number('expected a number'),
  v.integer('expected a whole number'),
  v.minValue(0, 'expected 0 or more'),
);

const battery = v.strictObject(
  Object.fromEntries(
    ASPECTS.map((aspect) => [aspect, v.exactOptional(v.record(name, v.pipe(v.number(), v.integer())))]),
  ),
);
const other = v.strictObject({ other: text });
const contact = v.strictObject({
  name: v.exactOptional(text),
  reach: text,
  consent: v.literal(true, 'expected true: without consent there is no contact'),
});
const answer = v.union(
  [
    v.pipe(v.number(), v.integer()),
    text,
    v.pipe(v.array(v.union([name, other])), v.minLength(1), v.maxLength(CHOICES_LIMIT)),
    other,
    contact,
    battery,
  ],
  'expected a whole number, a text, options, a contact or a battery',
) as v.GenericSchema<unknown, AnswerValue>; // `battery` is built from ASPECTS, which loses its keys' literal types

const schema: v.GenericSchema<unknown, AnswerRecord> = v.strictObject({
  schemaVersion: v.literal(
    RECORD_SCHEMA_VERSION,
    `expected ${RECORD_SCHEMA_VERSION}; this reader knows no other version`,
  ),
  id: v.pipe(v.string('expected a UUID'), v.uuid('expected a UUID')),
  revision: v.pipe(
    v.number('expected a number'),
    v.integer(),
    v.minValue(1, 'expected 1 or more'),
    v.maxValue(1_000_000),
  ),
  survey: name,
  surveyVersion: v.pipe(whole, v.minValue(1, 'expected 1 or more')),
  status: v.picklist(STATUSES, `expected one of ${STATUSES.join(', ')}`),
  shownAt: time,
  answeredAt: v.exactOptional(time),
  durationMs: v.exactOptional(whole),
  locale: v.pipe(short, v.nonEmpty()),
  page: v.exactOptional(v.pipe(v.string(), v.maxLength(2048, 'address too long'))),
  sample: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  context: v.record(name, v.pipe(short, v.nonEmpty('expected a text; leave empty fields out'))),
  answers: v.record(name, answer),
  skipped: v.array(v.pipe(v.string(), v.regex(PATH, 'expected a question or battery.aspect.attribute'))),
  notApplicable: v.record(name, v.array(name)),
  order: v.record(name, v.array(name)),
});

/**
 * An answer record from outside data, or every issue in it. Whether a score lies on its question's scale is for the
 * reader that knows the questionnaire.
 *
 * @param input parsed JSON
 * @example parseAnswerRecord({ id: 'x' }).ok // false
 */
export function parseAnswerRecord(input: unknown): Parsed<AnswerRecord> {
  const parsed = v.safeParse(schema, input);
  return parsed.success
    ? { ok: true, value: parsed.output }
    : { ok: false, issues: schemaIssues(parsed.issues) };
}
