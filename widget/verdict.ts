import type { Campaign } from './campaign.ts';
import type { Rule } from './eligibility.ts';
import { eligibility, SESSION_MS } from './eligibility.ts';
import { remember } from './visitor-memory.ts';

/**
 * The first rule that says no to a survey now, as `eligibility` does, from what the browser says and remembers.
 *
 * @param taken whether the popover of another survey is on the screen
 * @param consent that was given by `fourfold.consent(true)`
 */
export function verdict(
  { id, when, popover }: Campaign,
  taken: boolean,
  consent: boolean,
  called?: boolean,
): readonly [Rule, number | boolean] | undefined {
  const asked: { globalPrivacyControl?: unknown; doNotTrack?: unknown } = navigator;
  const now = Date.now();
  const may = consent || !when.requireConsent;
  const own = may ? remember(id, ({ draw = Math.random() }) => ({ draw })) : {};
  const all = may
    ? remember('', ({ seenAt = 0, shown = 0 }) => ({
        seenAt: now,
        shown: now - seenAt < SESSION_MS ? shown : 0,
      }))
    : {};
  const facts = {
    now,
    path: location.pathname + location.hash,
    device: !matchMedia('(pointer:coarse)').matches
      ? 'desktop'
      : Math.min(screen.width, screen.height) < 600 // px of the shorter side; from there on it is a tablet
        ? 'mobile'
        : 'tablet',
    locale: document.documentElement.lang || navigator.language,
    // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing -- false is no signal
    signal: asked.globalPrivacyControl || asked.doNotTrack === '1',
  } as const;
  return eligibility(when, { ...facts, own, all, consent, popover, taken }, called);
}
