import { toJsonSchemaDefs } from '@valibot/to-json-schema';
import type { ConversionConfig, JsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { text } from '../questionnaire/text-schema.ts';
import { mappingSchema } from './mapping-schema.ts';

const TEXT = '#/definitions/text';

const CONFIG: ConversionConfig = {
  target: 'draft-07',
  // What a function checks has no form: that a scale is not reversed, and that a code has one meaning.
  ignoreActions: ['check', 'finite'],
  overrideSchema: ({ valibotSchema }) => (valibotSchema === text ? { $ref: TEXT } : undefined),
};

/**
 * The JSON Schema (draft 07) of a mapping file, for editors that complete and check as an owner writes. It says the
 * form; what `parseMapping` checks beyond it, such as two columns of one attribute, is not in it.
 *
 * @example mappingJsonSchema().required // ['format', 'version', 'survey', 'columns']
 */
export function mappingJsonSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Mapping of Fourfold',
    ...converted(mappingSchema),
    definitions: { text: { anyOf: ['', {}].map((input) => converted(text.getter(input))) } },
  };
}

function converted(schema: v.GenericSchema): JsonSchema {
  return toJsonSchemaDefs({ schema }, CONFIG).schema;
}
