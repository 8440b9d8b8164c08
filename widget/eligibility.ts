import type { Device, When } from '../shared/questionnaire/questionnaire.ts';
import type { Memory } from './visitor-memory.ts';

/** What is known of a visitor and of this moment. */
export interface Facts {
  /** Unix time in ms. */
  readonly now: number;
  /** Path of the page, then its fragment with the `#`. */
  readonly path: string;
  readonly device: Device;
  /** Language of the page, or of the browser where it names none. */
  readonly locale: string;
  /** The browser asks not to be tracked. */
  readonly signal: unknown;
  /** `fourfold.consent(true)` was called. */
  readonly consent: boolean;
  /** Whether it would stand before the page; what stands in its flow interrupts nobody. */
  readonly popover: boolean;
  /** Whether the popover of another survey is on the screen. */
  readonly taken: boolean;
  /** What is remembered for this survey, and across all. */
  readonly own: Memory;
  readonly all: Memory;
}

/** What fires. */
export type Trigger = 'delay' | 'scroll' | 'exitIntent' | 'event' | 'click' | 'visible';
/** The rule that keeps a prompt away: a field of `when`, or the lack of consent. */
export type Rule = 'waiting for consent' | Exclude<keyof When, 'requireConsent' | Trigger>;

const DAY_MS = 86_400_000;
/** A session ends so long after the last page was opened. */
export const SESSION_MS = 1_800_000;
/** So many rules of the list are the visitor's wishes and good manners; a call overlooks the others. */
const BINDING = 3;
/** What begins neither at the root nor with any characters. */
const NO_PATH = /(^|[\s,])[^/*\s,]/;
/**
 * The first rule that says no, and when that may change, Unix time in ms: true where it does not by time alone.
 * Undefined when the visitor may be asked.
 *
 * @param called whether the page or a link calls for this survey: then only the first three rules count
 * @throws RangeError where rules are not as they should be; `tellFault` says what to repair
 * @example eligibility({ sample: 0.2 }, facts({ draw: 0.3 })) // ['sample', true]
 */
export function eligibility(
  when: When,
  { now, path, device, locale, signal, consent, popover, taken, own, all }: Facts,
  called?: boolean,
): readonly [Rule, number | boolean] | undefined {
  const { from = '1970', until = '9999', url = '', notUrl = '', sample = 1, perSession = 1 } = when;
  const { repeatDays = 90, dismissedDays = 30, coolDownDays = 7, device: devices, language } = when;
  const start = dayOf(from);
  const end = dayOf(until) + DAY_MS;
  if (!(start < end && sample >= 0) || NO_PATH.test(url as string) || NO_PATH.test(notUrl as string))
    throw new RangeError();
  // What has not been is on no side of a comparison: not over the clock, whatever that says, and no session's share.
  const rest = (since: unknown, days: number) => {
    const over = (since as number) + days * DAY_MS;
    return now < over && over;
  };
  const rules: Record<Rule, unknown> = {
    'waiting for consent': when.requireConsent && !consent,
    privacySignals: signal && when.privacySignals !== 'ignore',
    priority: popover && taken,
    from: now < start && start,
    until: now >= end,
    device: devices && !fits(devices, device),
    language: language && !fits(language, locale, '(-.*)?'),
    url: url && !fits(url, path),
    notUrl: notUrl && fits(notUrl, path),
    sample: (own as Required<Memory>).draw >= sample,
    repeatDays: rest(own.answeredAt, repeatDays),
    dismissedDays: rest(own.dismissedAt, dismissedDays),
    coolDownDays: popover && rest(all.shownAt, coolDownDays),
    perSession: popover && (all as Required<Memory>).shown >= perSession && now + SESSION_MS,
  };
  let place = 0;
  for (const entry of Object.entries(rules) as [Rule, number | boolean][])
    // the keys of the lines above
    if ((place++ < BINDING || !called) && entry[1]) return entry;
  return undefined;
}

/** Start of a day in UTC; NaN where the calendar has no such day. */
function dayOf(day: string): number {
  const date = new Date(day);
  return date.toJSON().startsWith(day) ? +date : NaN;
}

/**
 * Whether a text is one of a list, in which `*` stands for any characters; what `rest` allows may follow. Case does
 * not count.
 *
 * @param list a list, or a text that separates its parts by spaces
 * @param rest what may follow; a fragment when absent
 * @example fits(['/checkout/*'], '/checkout/done#top') // true
 * @example fits('/app#/cart* /orders', '/app#/cart/2') // true
 */
export function fits(list: string | readonly string[], text: string, rest = '(#.*)?'): boolean {
  const patterns = encodeURI(list as string)
    .replace(/%20|%0A|,/g, '|')
    .replace(/%25/g, '%')
    .replace(/[^\w*|]/g, '\\$&')
    .replace(/\*/g, '[^#]*');
  return new RegExp(`^(${patterns})${rest}$`, 'i').test(text);
}
