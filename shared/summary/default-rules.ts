import type { DeliveredValueRule, IndexFactor, LoyaltyRule, ScoreRules } from './score-rules.ts';

/** The built-in questionnaire `loyalty`: three quarters up every scale is loyal, a quarter up any is drifting. */
const LOYALTY: LoyaltyRule = {
  intents: ['stay', 'buyMore', 'recommend'],
  loyalFrom: 0.75,
  driftingUpTo: 0.25,
};

/** The built-in questionnaire `delivered-value`. @see Kotler, Marketing Management, on customer delivered value */
const DELIVERED_VALUE: DeliveredValueRule = {
  values: ['product', 'service', 'personnel', 'image'].map((name) => `value.perception.${name}`),
  costs: ['money', 'time', 'energy', 'psychic'].map((name) => `cost.perception.${name}`),
};

/** The built-in questionnaire `index`: seven factors after the ACSI and ECSI models. */
const INDEX: readonly IndexFactor[] = [
  ...['image', 'expectedQuality', 'perceivedQuality', 'perceivedValue'].map((factor) => ({
    ...{ factor, items: [factor] },
  })),
  {
    factor: 'satisfaction',
    items: ['satisfactionOverall', 'satisfactionExpectation', 'satisfactionIdeal'],
  },
  ...['complaints', 'loyalty'].map((factor) => ({ factor, items: [factor] })),
];

/** Milliseconds that an answer to a closed question takes at least. */
const SPEEDER_MS = 1000;

/**
 * Rules with those of the built-in questionnaires in place of what is absent.
 *
 * @example completeRules({}).loyalty.intents // ['stay', 'buyMore', 'recommend']
 */
export function completeRules(rules: ScoreRules): Required<ScoreRules> {
  return {
    loyalty: LOYALTY,
    deliveredValue: DELIVERED_VALUE,
    index: INDEX,
    unweighted: [],
    dropped: [],
    speederMs: SPEEDER_MS,
    weigh: 'weight',
    ...rules,
  };
}
