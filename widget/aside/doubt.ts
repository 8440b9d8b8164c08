import type { Campaign } from '../campaign.ts';

/** Everything that a tag can say, in camel case; `context-…` aside. */
export const NAMES: readonly string[] = [
  ...['survey', 'endpoint', 'locale', 'placement', 'target', 'receipt', 'page', 'colorScheme', 'context'],
  ...['sample', 'url', 'notUrl', 'device', 'language', 'from', 'until', 'repeatDays', 'dismissedDays'],
  ...['coolDownDays', 'perSession', 'priority', 'requireConsent', 'privacySignals'],
  ...['delay', 'scroll', 'exitIntent', 'event', 'click', 'visible'],
];
/** Names on a script that other tools are known for. */
const OF_OTHERS =
  /^(turbo|astro|cf|nscript|rocket|ot|cookie|category|usercentrics|svelte|v[A-Z]|nHead|hid|vmid|pagespeed|no[A-Z]|id$|name$|src$|type$)/;
/** Names on an element that belong to a page's framework. */
const OF_PAGES = /^(class|slot|part|is|role|key|ref|tabindex|xmlns|style|_|ng|v[A-Z]|x[A-Z]|[@:#*[(])/;

/** Names on a tag that nobody knows. */
export function unknownNames({ settings, tag }: Campaign): string[] {
  const isScript = tag.localName === 'script';
  return Object.keys(settings.when).filter(
    (name) =>
      !NAMES.includes(name) && !(isScript ? OF_OTHERS.test(name) : OF_PAGES.test(name) || name in tag),
  );
}

/** Fields of `when` that hold selectors, and hold none. */
export function badSelectors({ when }: Campaign): ('click' | 'visible')[] {
  return (['click', 'visible'] as const).filter((name) => {
    const selector = when[name];
    if (selector === undefined) return false;
    try {
      document.querySelector(selector);
      return false;
    } catch {
      return true; // SyntaxError
    }
  });
}

/** Whether a survey that goes on may yet have a mistake in its tag; a cheap look, for each visitor who is asked. */
export function isDoubtful(campaign: Campaign): boolean {
  const { settings, when } = campaign;
  const { repeatDays, dismissedDays, coolDownDays, perSession, priority, delay, scroll } = when;
  const amounts: unknown[] = [repeatDays, dismissedDays, coolDownDays, perSession, priority, delay, scroll];
  return (
    settings.endpoint === undefined ||
    amounts.some((amount) => amount !== undefined && typeof amount !== 'number') ||
    unknownNames(campaign).length > 0 ||
    badSelectors(campaign).length > 0
  );
}
