import type { Reading } from './reading.ts';

/**
 * Checks the rules of a summary.
 *
 * @example checkRules(reading, summary.rules)
 */
export function checkRules(reading: Reading, value: unknown): void {
  const rules = reading.object('rules', value);
  if (!rules) return;
  const texts = (path: string, list: unknown) => {
    reading.list(path, list).forEach((text, k) => reading.text(`${path}[${k}]`, text));
  };
  const number = (path: string, of: unknown) => {
    if (typeof of !== 'number' || !Number.isFinite(of)) reading.refuse(path, 'not-a-number', 'a number', of);
  };
  const { loyalty, deliveredValue, index, unweighted, dropped, speederMs, weigh } = rules;
  const of = loyalty === undefined ? undefined : reading.object('rules.loyalty', loyalty);
  if (of) {
    texts('rules.loyalty.intents', of.intents);
    for (const name of ['loyalFrom', 'driftingUpTo']) number(`rules.loyalty.${name}`, of[name]);
  }
  const delivered =
    deliveredValue === undefined ? undefined : reading.object('rules.deliveredValue', deliveredValue);
  for (const name of ['values', 'costs'])
    if (delivered) texts(`rules.deliveredValue.${name}`, delivered[name]);
  if (index !== undefined)
    reading.list('rules.index', index).forEach((one, k) => {
      const factor = reading.object(`rules.index[${k}]`, one);
      if (!factor) return;
      reading.text(`rules.index[${k}].factor`, factor.factor);
      texts(`rules.index[${k}].items`, factor.items);
      if (factor.weights !== undefined)
        reading.list(`rules.index[${k}].weights`, factor.weights).forEach((weight, w) => {
          number(`rules.index[${k}].weights[${w}]`, weight);
        });
    });
  if (unweighted !== undefined) texts('rules.unweighted', unweighted);
  if (dropped !== undefined) texts('rules.dropped', dropped);
  if (speederMs !== undefined) number('rules.speederMs', speederMs);
  if (weigh !== undefined && weigh !== 'weight' && weigh !== 'sample' && weigh !== 'none')
    reading.refuse('rules.weigh', 'unknown-rule', 'weight, sample or none', weigh);
}
