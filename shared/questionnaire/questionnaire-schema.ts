import * as v from 'valibot';
import { conditionSchema } from './condition-schema.ts';
import { languageTag as language } from './language-tag.ts';
import { objectMessage } from '../object-message.ts';
import { ASPECTS, KINDS, OPTIONS_MAX, OTHER, RATING_LOOKS } from './questionnaire.ts';
import type { Questionnaire } from './questionnaire.ts';
import { SCALE_POINTS_MAX, SCALE_POINTS_MIN } from './scale.ts';
import { text, words } from './text-schema.ts';
import { whenSchema } from './when-schema.ts';

/** Names that an export's columns or an object's prototype own, so no question may take them. */
const RESERVED_IDS: readonly string[] = [
  ...['schemaVersion', 'id', 'revision', 'survey', 'surveyVersion', 'status', 'shownAt', 'answeredAt'],
  ...['receivedAt', 'durationMs', 'locale', 'page', 'sample', 'skipped', 'notApplicable', 'order', 'context'],
  ...['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'],
];

const ID_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

const name = v.pipe(
  v.string('expected a name in quotes'),
  v.regex(
    ID_PATTERN,
    'expected a name of 1 to 64 letters, digits, "_" or "-" that begins with a letter; rename it',
  ),
);
const questionId = v.pipe(
  name,
  v.check((id) => !RESERVED_IDS.includes(id), 'this name is a column of the export; choose another'),
);
const anchors = v.strictObject({ low: text, high: text }, objectMessage('{ "low": …, "high": … }'));

const base = {
  id: questionId,
  label: v.exactOptional(text),
  hint: v.exactOptional(text),
  showIf: v.exactOptional(conditionSchema),
};
const attribute = v.strictObject({ id: name, label: text }, objectMessage('{ "id": …, "label": … }'));
const attributes = v.pipe(
  v.array(attribute, 'expected a list of attributes'),
  v.minLength(1, 'expected at least one attribute'),
);
const aspect = v.picklist(ASPECTS, `expected one of ${ASPECTS.join(', ')}`);
const wording = v.strictObject(
  { name: text, low: text, high: text },
  objectMessage('{ "name": …, "low": …, "high": … }'),
);
const order = v.exactOptional(v.picklist(['given', 'random'], 'expected "given" or "random"'));
const flag = v.exactOptional(v.boolean('expected true or false'));
const point = v.pipe(v.number('expected a whole number'), v.integer('expected a whole number'));
const scale = v.pipe(
  v.strictObject({ min: point, max: point }, objectMessage('{ "min": 1, "max": 5 }')),
  v.check(({ min, max }) => min < max, 'the scale is empty or reversed; "min" must be below "max"'),
  v.check(
    ({ min, max }) => max - min < SCALE_POINTS_MAX,
    `a scale has ${SCALE_POINTS_MIN} to ${SCALE_POINTS_MAX} points; bring "min" and "max" closer`,
  ),
);
const option = v.strictObject(
  {
    id: v.pipe(
      name,
      v.check(
        (id) => id !== OTHER,
        `"${OTHER}" stands for own words; choose another id, or set "other": true`,
      ),
    ),
    label: text,
  },
  objectMessage('{ "id": …, "label": … }'),
);
const ask = v.pipe(
  v.array(aspect, 'expected a list of what to ask'),
  v.minLength(1, 'expected one or two of what to ask, such as ["importance", "satisfaction"]'),
  v.maxLength(2, 'a battery asks at most two things of each attribute; split it in two'),
  v.check((list) => new Set(list).size === list.length, 'the same thing is asked twice; remove one'),
);
const length = v.pipe(
  v.number('expected a number of characters'),
  v.integer('expected a whole number'),
  v.minValue(1, 'expected 1 to 5000 characters'),
  v.maxValue(5000, 'expected 1 to 5000 characters'),
);
const question = v.variant(
  'kind',
  [
    v.strictObject(
      { ...base, kind: v.literal('nps'), anchors: v.exactOptional(anchors) },
      objectMessage('{ "id": …, "kind": "nps" }'),
    ),
    v.strictObject({ ...base, kind: v.literal('csat') }, objectMessage('{ "id": …, "kind": "csat" }')),
    v.strictObject(
      { ...base, kind: v.literal('ces'), anchors: v.exactOptional(anchors) },
      objectMessage('{ "id": …, "kind": "ces" }'),
    ),
    v.strictObject(
      {
        ...base,
        kind: v.literal('rating'),
        label: text,
        scale: v.exactOptional(scale),
        look: v.exactOptional(v.picklist(RATING_LOOKS, `expected one of ${RATING_LOOKS.join(', ')}`)),
        anchors: v.exactOptional(anchors),
        words: v.exactOptional(v.array(text, 'expected a list of texts, one for each point')),
      },
      objectMessage('{ "id": …, "kind": "rating", "label": … }'),
    ),
    v.strictObject(
      {
        ...base,
        kind: v.literal('battery'),
        ask,
        attributes,
        order,
        notApplicable: flag,
        wording: v.exactOptional(
          v.strictObject(
            Object.fromEntries(ASPECTS.map((name) => [name, v.exactOptional(wording)])),
            objectMessage('{ "perception": { "name": …, "low": …, "high": … } }'),
          ),
        ),
      },
      objectMessage('{ "id": …, "kind": "battery", "ask": […], "attributes": […] }'),
    ),
    v.strictObject(
      {
        ...base,
        kind: v.literal('choice'),
        label: text,
        options: v.pipe(
          v.array(option, 'expected a list of options'),
          v.minLength(2, 'expected at least two options; add one, or ask with "kind": "note"'),
          v.maxLength(OPTIONS_MAX, `expected at most ${OPTIONS_MAX} options; leave some to "other"`),
        ),
        many: flag,
        other: flag,
        order,
      },
      objectMessage('{ "id": …, "kind": "choice", "label": …, "options": […] }'),
    ),
    v.strictObject(
      { ...base, kind: v.literal('text'), maxLength: v.exactOptional(length) },
      objectMessage('{ "id": …, "kind": "text" }'),
    ),
    v.strictObject(
      { ...base, kind: v.literal('contact'), consent: v.exactOptional(text) },
      objectMessage('{ "id": …, "kind": "contact" }'),
    ),
    v.strictObject(
      { ...base, kind: v.literal('note'), label: text },
      objectMessage('{ "id": …, "kind": "note", "label": … }'),
    ),
  ],
  `expected a known kind; use one of ${KINDS.join(', ')}`,
);

/** The form of a questionnaire; what one question says of another is checked by `parseQuestionnaire`. */
export const questionnaireSchema: v.GenericSchema<unknown, Questionnaire> = v.strictObject(
  {
    $schema: v.exactOptional(v.string()),
    id: name,
    version: v.pipe(
      v.number('expected a whole number from 1'),
      v.integer(),
      v.minValue(1, 'expected 1 or more'),
    ),
    title: v.exactOptional(text),
    when: v.exactOptional(whenSchema),
    context: v.exactOptional(v.record(v.string(), text, 'expected labels by field')),
    strings: v.exactOptional(
      v.record(
        language,
        v.record(v.string(), words, 'expected words by name such as { "next": "Continue" }'),
        'expected words by language such as { "en": { "next": "Continue" } }',
      ),
    ),
    questions: v.pipe(
      v.array(question, 'expected a list of questions'),
      v.minLength(1, 'expected at least one question'),
    ),
  },
  objectMessage('{ "id": …, "version": …, "questions": […] }'),
);
