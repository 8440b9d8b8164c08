import type { When } from '../../shared/questionnaire/questionnaire.ts';
import type { Explanation } from '../explanation.ts';

/** What each rule means to an owner who wonders why a prompt does not show. */
const RULES: Readonly<Record<NonNullable<Explanation['rule']>, string>> = {
  loading: 'is being read',
  shown: 'is on the screen',
  closed: 'has been closed; the next page may show it again',
  waiting: 'may be shown and waits for',
  questionnaire: 'has a mistake, which the console names',
  'waiting for consent': 'waits for fourfold.consent(true)',
  privacySignals: 'is kept away by this browser’s Global Privacy Control or Do Not Track',
  priority: 'stands back while the prompt of another survey is on the screen',
  from: 'is not to be shown yet',
  until: 'is not to be shown any more',
  device: 'is not meant for this kind of device',
  language: 'is not meant for this language',
  url: 'is not meant for this address',
  notUrl: 'is not to be shown at this address',
  sample: 'does not ask this visitor: the draw was against it, and stays so',
  repeatDays: 'rests, because this visitor has answered',
  dismissedDays: 'rests, because this visitor has closed it without an answer',
  coolDownDays: 'rests, because this visitor has seen the prompt of a survey',
  perSession: 'rests, because this session has had its prompts',
};

/**
 * One verdict of `explain()` in plain words.
 *
 * @example plainWords({ shown: false, rule: 'sample' }, { sample: 0.1 })
 * // 'does not ask this visitor: the draw was against it, and stays so (sample: 0.1)'
 */
export function plainWords({ rule = 'shown', until }: Explanation, when: When): string {
  const set = Object.entries(when).find(([name]) => name === rule);
  const ways = (['delay', 'scroll', 'exitIntent', 'event', 'click', 'visible'] as const)
    .filter((name) => when[name])
    .map((name) => `${name}: ${String(when[name])}`);
  return [
    RULES[rule],
    ...(rule === 'waiting' ? [ways.join(' or ') || 'the browser to have time'] : []),
    ...(set ? [`(${rule}: ${[set[1]].flat().join(' ')})`] : []),
    ...(until ? [`until ${until.toISOString()}`] : []),
  ].join(' ');
}
