import { localize } from '../../shared/questionnaire/localize.ts';
import type { Text } from '../../shared/questionnaire/questionnaire.ts';
import { humanised } from '../engine/labels.ts';
import { FIELD_LABELS } from '../strings/field-labels.ts';

/** What a reader calls an attribute (`question.attribute`) or a question. */
export type NameOf = (id: string) => string;

/**
 * Names in a reader's language: the owner's where there is one, else made of the id.
 *
 * @example namer(new Map(), 'en')('service.long-term_parking') // 'Long term parking'
 */
export function namer(labels: ReadonlyMap<string, Text>, locale: string): NameOf {
  return (id) => {
    const label = labels.get(id) ?? FIELD_LABELS.get(id);
    return label === undefined ? humanised(id.slice(id.indexOf('.') + 1)) : localize(label, locale);
  };
}
