import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import type { ConversionConfig, JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { CONDITION_FORMS, conditionSchema } from './condition-schema.ts';
import { questionnaireSchema } from './questionnaire-schema.ts';
import { text } from './text-schema.ts';

/** By schemas that wait for the input, whose form stands among the definitions. */
const REFERENCES = new Map<unknown, string>([
  [conditionSchema, '#/definitions/condition'],
  [text, '#/definitions/text'],
]);

const CONFIG: ConversionConfig = {
  target: 'draft-07',
  // What a function checks has no form: names that an export reserves, and what one question says of another.
  ignoreActions: ['check'],
  overrideSchema: ({ valibotSchema }) => {
    if (valibotSchema.type === 'custom') return { not: {} }; // a condition of no known form
    const reference = REFERENCES.get(valibotSchema);
    return reference === undefined ? undefined : { $ref: reference };
  },
  overrideRef: ({ valibotSchema }) => REFERENCES.get(valibotSchema),
};

/**
 * The JSON Schema (draft 07) of a questionnaire, for editors that complete and check as an owner writes. It says the
 * form; what `parseQuestionnaire` checks beyond it, such as conditions on later questions, is not in it.
 *
 * @example questionnaireJsonSchema().required // ['id', 'version', 'questions']
 */
export function questionnaireJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Questionnaire of Fourfold',
    ...converted(questionnaireSchema),
    definitions: {
      condition: { anyOf: Object.values(CONDITION_FORMS).map(converted) },
      text: { anyOf: ['', {}].map((input) => converted(text.getter(input))) },
    },
  };
}

function converted(schema: v.GenericSchema): JsonSchema {
  return toJsonSchemaDefs({ schema }, CONFIG).schema;
}
