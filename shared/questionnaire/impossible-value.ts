import type { Issue } from '../parsed.ts';
import { OTHER } from './questionnaire.ts';
import type { Condition, Question } from './questionnaire.ts';
import type { Scale } from './scale.ts';
import { BATTERY_SCALE, CES_SCALE, CSAT_SCALE, NPS_SCALE, onScale, RATING_SCALE } from './scale.ts';

/** A condition on the answer to one question. */
export type Leaf = Extract<Condition, { readonly question: string }>;

/** What can be an answer: a point of a scale, one of some ids, a text, or nothing that could be compared. */
type Domain =
  | { readonly scale: Scale }
  | { readonly options: readonly string[] }
  | { readonly text: true }
  | { readonly incomparable: string };

/**
 * What a condition compares the answer with, where no answer can be so: a point off the scale, an option that is not
 * offered, a bound for what has no numbers.
 *
 * @param question the one that the condition names
 * @param path of the condition
 * @example
 * impossibleValue({ question: 'nps', atMost: 11 }, { id: 'nps', kind: 'nps' }, 'showIf')[0]?.path // 'showIf.atMost'
 */
export function impossibleValue(condition: Leaf, question: Question, path: string): Issue[] {
  if ('answered' in condition) return [];
  const domain = domainOf(question, condition.question.includes('.'));
  const check = (field: string, value: number | string, isBound = false): Issue[] => {
    const remedy = faultOf(domain, value, isBound);
    if (remedy === undefined) return [];
    const message = `${JSON.stringify(value)} cannot be an answer to "${condition.question}"; ${remedy}`;
    return [{ path: `${path}.${field}`, code: 'value', message }];
  };
  if ('in' in condition) return condition.in.flatMap((value, i) => check(`in[${i}]`, value));
  if ('equals' in condition) return check('equals', condition.equals);
  return 'atMost' in condition
    ? check('atMost', condition.atMost, true)
    : check('atLeast', condition.atLeast, true);
}

/** The remedy where a value can be no answer. */
function faultOf(domain: Domain, value: number | string, isBound: boolean): string | undefined {
  if ('incomparable' in domain) return domain.incomparable;
  if ('scale' in domain) {
    const { min, max } = domain.scale;
    return onScale(domain.scale, value) ? undefined : `use a whole number from ${min} to ${max}`;
  }
  if (isBound) return 'only scales have bounds; use "equals", "in" or "answered"';
  if ('text' in domain) return typeof value === 'string' ? undefined : 'use a text, or "answered"';
  return domain.options.some((id) => id === value) ? undefined : `use one of ${domain.options.join(', ')}`;
}

function domainOf(question: Question, isCell: boolean): Domain {
  switch (question.kind) {
    case 'nps':
      return { scale: NPS_SCALE };
    case 'csat':
      return { scale: CSAT_SCALE };
    case 'ces':
      return { scale: CES_SCALE };
    case 'rating':
      return { scale: question.scale ?? RATING_SCALE };
    case 'battery':
      return isCell
        ? { scale: BATTERY_SCALE }
        : { incomparable: 'name one of its cells, such as battery.aspect.attribute, or use "answered"' };
    case 'choice': {
      const ids = question.options.map(({ id }) => id);
      return { options: question.other === true ? [...ids, OTHER] : ids };
    }
    case 'text':
      return { text: true };
    case 'contact':
      return { incomparable: 'a contact can only be "answered"' };
    case 'note':
      return { incomparable: 'a note has no answer; name another question' };
  }
}
