import * as v from 'valibot';
import { objectMessage } from '../object-message.ts';
import { ASPECTS } from '../questionnaire/questionnaire.ts';
import { text as words } from '../questionnaire/text-schema.ts';
import {
  DELIMITERS,
  ENCODINGS,
  MAPPING_FORMAT,
  MAPPING_VERSION,
  OUTCOME_ROLES,
  TIME_FORMS,
} from './mapping.ts';

/** A scale of a table may have this many points. */
export const MAPPED_POINTS_MAX = 101;

const text = v.pipe(
  v.string('expected a text in quotes'),
  v.nonEmpty('the text is empty; write it or leave it out'),
  v.maxLength(1_000, 'the text is longer than 1,000 characters; shorten it'),
);
const texts = v.array(text, 'expected a list of texts');
const flag = v.exactOptional(v.boolean('expected true or false'));
const number = v.pipe(v.number('expected a number'), v.finite('expected a number'));
const whole = v.pipe(v.number('expected a whole number'), v.integer('expected a whole number'));
const share = v.pipe(
  v.number('expected a number from 0 to 1'),
  v.minValue(0, 'expected a number from 0 to 1'),
  v.maxValue(1, 'expected a number from 0 to 1'),
);
const scale = v.pipe(
  v.strictObject({ min: whole, max: whole }, objectMessage('{ "min": 1, "max": 5 }')),
  v.check(({ min, max }) => min < max, 'the scale is empty or reversed; "min" must be below "max"'),
  v.check(
    ({ min, max }) => max - min < MAPPED_POINTS_MAX,
    `a scale has at most ${MAPPED_POINTS_MAX} points; bring "min" and "max" closer`,
  ),
);
const label = v.exactOptional(words);
const reading = {
  scale,
  reversed: flag,
  missing: v.exactOptional(texts),
  notApplicable: v.exactOptional(texts),
  values: v.exactOptional(
    v.array(
      v.strictObject({ text, point: whole }, objectMessage('{ "text": "satisfied", "point": 5 }')),
      'expected a list of words with their points',
    ),
  ),
};
const column = { column: text, partOfId: flag };
const question = v.exactOptional(text);
const form = objectMessage('{ "column": …, "role": … }');

const battery = v.strictObject(
  { ...column, role: v.picklist(ASPECTS), ...reading, attribute: text, question, label },
  form,
);
const outcome = v.strictObject(
  {
    ...column,
    role: v.picklist(OUTCOME_ROLES),
    ...reading,
    satisfiedFrom: v.exactOptional(whole),
    question,
    label,
  },
  form,
);
const mean = v.strictObject(
  { ...column, role: v.picklist(['mean-importance', 'mean-satisfaction']), scale },
  form,
);
const plain = v.strictObject(
  {
    ...column,
    role: v.picklist([
      ...(['id', 'weight', 'touchpoint', 'audience', 'version', 'comment'] as const),
      ...(['attribute', 'answers', 'ignore'] as const),
    ]),
  },
  form,
);
const time = v.strictObject(
  {
    ...column,
    role: v.literal('time'),
    form: v.picklist(TIME_FORMS, `expected one of ${TIME_FORMS.join(', ')}`),
  },
  form,
);
const duration = v.strictObject(
  { ...column, role: v.literal('duration'), unit: v.picklist(['s', 'ms'], 'expected "s" or "ms"') },
  form,
);
const segment = v.strictObject(
  { ...column, role: v.literal('segment'), field: v.exactOptional(text), label },
  form,
);

const mapped = v.variant('role', [battery, outcome, mean, plain, time, duration, segment], (issue) =>
  issue.expected === 'Object'
    ? `expected { "column": …, "role": … }, got ${issue.received}`
    : `expected one of ${issue.expected.replaceAll(/[()]/g, '').replaceAll(' |', ',')}, got ${issue.received}`,
);

const picks = v.strictObject(
  {
    columns: v.pipe(texts, v.nonEmpty('expected at least one column')),
    options: v.pipe(
      v.array(
        v.strictObject(
          { code: text, attribute: text },
          objectMessage('{ "code": "1", "attribute": "parking" }'),
        ),
        'expected a list of codes with their attributes',
      ),
      v.nonEmpty('expected at least one option'),
    ),
    none: v.exactOptional(texts),
    question,
  },
  objectMessage('{ "columns": […], "options": […] }'),
);

const keys = v.pipe(texts, v.nonEmpty('expected at least one question'));

const target = v.strictObject(
  {
    measure: text,
    value: number,
    kind: v.exactOptional(v.picklist(['target', 'benchmark'], 'expected "target" or "benchmark"')),
    n: v.exactOptional(v.pipe(whole, v.minValue(2, 'expected 2 or more'))),
  },
  objectMessage('{ "measure": "nps", "value": 40 }'),
);

const loyalty = v.strictObject(
  { intents: keys, loyalFrom: v.exactOptional(share), driftingUpTo: v.exactOptional(share) },
  objectMessage('{ "intents": ["stay", "buyMore", "recommend"] }'),
);

const deliveredValue = v.strictObject(
  { values: keys, costs: keys },
  objectMessage('{ "values": […], "costs": […] }'),
);

const factor = v.pipe(
  v.strictObject(
    { factor: text, items: keys, weights: v.exactOptional(v.array(number, 'expected a list of numbers')) },
    objectMessage('{ "factor": "image", "items": […] }'),
  ),
  v.check(
    ({ items, weights }) => weights === undefined || weights.length === items.length,
    'expected one weight for each item',
  ),
);

const keywords = v.strictObject(
  { id: text, label, words: texts },
  objectMessage('{ "id": "queue", "words": ["queue", "wait"] }'),
);

const table = v.strictObject(
  {
    encoding: v.exactOptional(v.picklist(ENCODINGS, `expected one of ${ENCODINGS.join(', ')}`)),
    delimiter: v.exactOptional(v.picklist(DELIMITERS, 'expected a comma, a semicolon, a tab ("\\t") or "|"')),
    decimal: v.exactOptional(v.picklist(['.', ','], 'expected "." or ","')),
    trimSpaces: flag,
    wholeDecimals: flag,
  },
  objectMessage('{ "encoding": "utf-8", "delimiter": "," }'),
);

/** The form of a mapping file, from which its published JSON Schema is made. */
export const mappingSchema = v.strictObject(
  {
    $schema: v.exactOptional(v.string('expected the address of a schema')),
    format: v.literal(MAPPING_FORMAT, `expected "${MAPPING_FORMAT}"`),
    version: v.literal(
      MAPPING_VERSION,
      `expected ${MAPPING_VERSION}; a newer version of Fourfold wrote this`,
    ),
    survey: text,
    title: label,
    table: v.exactOptional(table),
    columns: v.array(mapped, 'expected a list of columns'),
    picks: v.exactOptional(v.array(picks, 'expected a list of picks')),
    touchpoints: v.exactOptional(texts),
    targets: v.exactOptional(v.array(target, 'expected a list of targets')),
    loyalty: v.exactOptional(loyalty),
    deliveredValue: v.exactOptional(deliveredValue),
    index: v.exactOptional(v.array(factor, 'expected a list of factors')),
    keywords: v.exactOptional(v.array(keywords, 'expected a list of topics')),
    npsOneToTen: flag,
    weighted: flag,
  },
  objectMessage(`{ "format": "${MAPPING_FORMAT}", "version": ${MAPPING_VERSION}, … }`),
);
