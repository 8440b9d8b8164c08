import * as v from 'valibot';
import { objectMessage } from '../object-message.ts';
import type { Condition } from './questionnaire.ts';

const target = v.pipe(
  v.string('expected the id of an earlier question'),
  v.regex(
    /^[A-Za-z][\w-]*(\.[a-z]+\.[A-Za-z][\w-]*)?$/,
    'expected the id of an earlier question, or battery.aspect.attribute',
  ),
);
const answer = v.union([v.number(), v.string()], 'expected a number or a text');
const bound = v.number('expected a number');
const parts = v.array(
  v.lazy(() => conditionSchema),
  'expected a list of conditions',
);

/** Each form of a condition, by the field that tells it from the others. */
export const CONDITION_FORMS: Readonly<Record<string, v.GenericSchema<unknown, Condition>>> = {
  equals: v.strictObject(
    { question: target, equals: answer },
    objectMessage('{ "question": …, "equals": … }'),
  ),
  in: v.strictObject(
    { question: target, in: v.array(answer, 'expected a list of numbers or texts') },
    objectMessage('{ "question": …, "in": […] }'),
  ),
  atMost: v.strictObject(
    { question: target, atMost: bound },
    objectMessage('{ "question": …, "atMost": … }'),
  ),
  atLeast: v.strictObject(
    { question: target, atLeast: bound },
    objectMessage('{ "question": …, "atLeast": … }'),
  ),
  answered: v.strictObject(
    { question: target, answered: v.boolean('expected true or false') },
    objectMessage('{ "question": …, "answered": true }'),
  ),
  all: v.strictObject({ all: parts }, objectMessage('{ "all": […] }')),
  any: v.strictObject({ any: parts }, objectMessage('{ "any": […] }')),
  not: v.strictObject({ not: v.lazy(() => conditionSchema) }, objectMessage('{ "not": … }')),
};
const none = v.custom<Condition>(
  () => false,
  'expected { "question": …, and one of "equals", "in", "atMost", "atLeast", "answered" }, or "all", "any", "not"',
);

/**
 * The form of a condition; whether its question is asked before is checked by `parseQuestionnaire`.
 *
 * @example v.is(conditionSchema, { question: 'nps', atMost: 6 }) // true
 */
export const conditionSchema: v.GenericSchema<unknown, Condition> = v.lazy((input) => {
  if (typeof input !== 'object' || input === null) return none;
  const form = Object.keys(CONDITION_FORMS).find((field) => Object.hasOwn(input, field));
  return form === undefined ? none : CONDITION_FORMS[form];
});
