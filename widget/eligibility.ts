import type { When } from '../shared/questionnaire/questionnaire.ts';

/** What is known of a visitor and of this moment. */
export interface Facts {
  /** Unix time in ms. */
  readonly now: number;
  /** Path of the page. */
  readonly path: string;
  /** This visitor's draw for this survey, in [0, 1); kept, so that a raised share only adds visitors. */
  readonly draw: number;
  /** When this visitor last answered, or closed the prompt without an answer; Unix time in ms. */
  readonly answeredAt?: number | undefined;
  readonly dismissedAt?: number | undefined;
  /** The browser asks not to be tracked. */
  readonly privacySignal: boolean;
  /** `fourfold.consent(true)` was called. */
  readonly consent: boolean;
}

/** The rule that kept the prompt away: a field of `when`, or the lack of consent. */
export type Refusal =
  | 'waiting for consent'
  | 'privacySignals'
  | 'from'
  | 'until'
  | 'url'
  | 'notUrl'
  | 'sample'
  | 'repeatDays'
  | 'dismissedDays';

const DAY_MS = 86_400_000;

/**
 * The first rule that says no, or undefined when the visitor may be asked.
 *
 * @example refusal({ sample: 0.2 }, facts({ draw: 0.3 })) // 'sample'
 */
export function refusal(when: When, facts: Facts): Refusal | undefined {
  const { now, path, answeredAt, dismissedAt } = facts;
  const day = new Date(now).toISOString().slice(0, 10);
  const rested = (since: number | undefined, days: number) =>
    since === undefined || now - since >= days * DAY_MS;
  const matches = (patterns: readonly string[]) => patterns.some((pattern) => matchesPath(pattern, path));
  if (when.requireConsent && !facts.consent) return 'waiting for consent';
  if (facts.privacySignal && when.privacySignals !== 'ignore') return 'privacySignals';
  if (when.from && day < when.from) return 'from';
  if (when.until && day > when.until) return 'until';
  if (when.url && !matches(when.url)) return 'url';
  if (when.notUrl && matches(when.notUrl)) return 'notUrl';
  if (facts.draw >= (when.sample ?? 1)) return 'sample';
  if (!rested(answeredAt, when.repeatDays ?? 90)) return 'repeatDays';
  if (!rested(dismissedAt, when.dismissedDays ?? 30)) return 'dismissedDays';
  return undefined;
}

/**
 * Whether a path matches a pattern in which `*` stands for any characters.
 *
 * @example matchesPath('/checkout/*', '/checkout/done') // true
 */
export function matchesPath(pattern: string, path: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${source}$`).test(path);
}
