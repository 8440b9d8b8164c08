import * as v from 'valibot';
import { objectMessage } from '../object-message.ts';
import type { Parsed } from '../parsed.ts';
import { ASPECTS, OPTIONS_MAX } from '../questionnaire/questionnaire.ts';
import { schemaIssues } from '../schema-issues.ts';
import { RECORD_SCHEMA_VERSION, STATUSES } from './answer-record.ts';
import type { AnswerRecord, AnswerValue } from './answer-record.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const PATH = /^[A-Za-z][A-Za-z0-9_-]{0,63}(\.[a-z]+\.[A-Za-z][A-Za-z0-9_-]{0,63})?$/;
/** Longest text in an answer, in UTF-16 code units. */
const TEXT_LIMIT = 10_000;

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

const score = v.pipe(v.number(), v.integer('expected a whole number'));
const battery = v.strictObject(
  Object.fromEntries(ASPECTS.map((aspect) => [aspect, v.exactOptional(v.record(name, score))])),
  objectMessage('{ "satisfaction": { … } }'),
);
const other = v.strictObject({ other: text }, objectMessage('{ "other": … }'));
const contact = v.strictObject(
  {
    name: v.exactOptional(text),
    reach: text,
    consent: v.literal(true, 'expected true: without consent there is no contact'),
  },
  objectMessage('{ "reach": …, "consent": true }'),
);
const options = v.pipe(
  v.array(v.lazy((input) => (typeof input === 'string' ? name : other))),
  v.minLength(1, 'expected at least one option'),
  v.maxLength(OPTIONS_MAX + 1, 'too many options'),
  v.check(
    (list) => new Set(list.map((item) => (typeof item === 'string' ? item : other))).size === list.length,
    'expected each option once, and own words at most once',
  ),
);
const nothing = v.custom<AnswerValue>(
  () => false,
  'expected a whole number, a text, options, a contact or a battery',
);

// Chosen by what came, where a union would name the question and not the field in it that is wrong.
const answer: v.GenericSchema<unknown, AnswerValue> = v.lazy((input) => {
  if (typeof input === 'number') return score;
  if (typeof input === 'string') return text;
  if (Array.isArray(input)) return options;
  if (typeof input !== 'object' || input === null) return nothing;
  if (Object.hasOwn(input, 'other')) return other;
  return ['name', 'reach', 'consent'].some((field) => Object.hasOwn(input, field)) ? contact : battery;
});

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

/**
 * Whether a value has one of the forms of an answer.
 *
 * @example isAnswer({ other: 'Music' }) // true
 * @example isAnswer(null) // false
 */
export function isAnswer(value: unknown): value is AnswerValue {
  return v.is(answer, value);
}
