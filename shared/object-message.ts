import type * as v from 'valibot';

/**
 * What to say of an object that is not as it should be: a field too many, one too few, or no object at all.
 *
 * @param form the object as it is written when all is well
 * @example v.strictObject({ low: text, high: text }, objectMessage('{ "low": …, "high": … }'))
 */
export function objectMessage(form: string): (issue: v.StrictObjectIssue) => string {
  return (issue) => {
    if (issue.expected === 'never') return `unknown field ${issue.received}; remove it or correct its name`;
    if (issue.path !== undefined && issue.received === 'undefined') return `missing; add it, as in ${form}`;
    return `expected ${form}, got ${issue.received}`;
  };
}
