import type { Campaign, Hands } from '../campaign.ts';
import { badSelectors } from './doubt.ts';
import { lookAtTag } from './look-at-tag.ts';

/** A finger that scrolls back up by a screen within this time is on its way out. */
const FLICK_MS = 1_000;

const armed = new WeakSet<AbortSignal>();

/** The wait of one survey. */
interface Wait {
  readonly signal: AbortSignal;
  readonly fire: () => void;
}

/** Waits for a survey's triggers until it is decided on anew; each may fire more than once. */
export function armTriggers(campaign: Campaign, { consider, remember, mayStore }: Hands): void {
  const { id, when } = campaign;
  const signal = campaign.wait?.signal;
  if (!signal || signal.aborted || armed.has(signal)) return; // decided anew while this file was loading
  armed.add(signal);
  lookAtTag(campaign);
  const wait = { signal, fire: () => consider(campaign, false) };
  const { delay, scroll, exitIntent, click, visible } = when;
  const bad = badSelectors(campaign);
  if (delay !== undefined) {
    const { waitedMs = 0 } = mayStore(campaign) ? remember(id, (memory) => memory) : {};
    waitVisibly(
      delay * 1000,
      waitedMs,
      wait,
      (waitedMs) => mayStore(campaign) && remember(id, () => ({ waitedMs })),
    );
  }
  if (scroll !== undefined) on(wait, window, 'scroll', () => isScrolled(scroll) && wait.fire());
  if (exitIntent) watchExit(wait);
  if (click !== undefined && !bad.includes('click'))
    on(wait, document, 'click', (event) => isWithin(event, click) && wait.fire());
  if (visible !== undefined && !bad.includes('visible')) watchSight(visible, wait);
}

/** Adds a listener that goes when the wait ends. */
function on({ signal }: Wait, target: EventTarget, name: string, listener: (event: Event) => void): void {
  target.addEventListener(name, listener, { signal, passive: true, capture: true });
}

/**
 * Fires after so many ms of visible time, those on earlier pages included.
 *
 * @param waited hears how many have passed, whenever the page is hidden or the wait ends
 */
function waitVisibly(delayMs: number, earlierMs: number, wait: Wait, waited: (ms: number) => void): void {
  const { signal, fire } = wait;
  let waitedMs = earlierMs;
  let since = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tick = () => {
    clearTimeout(timer);
    const now = performance.now();
    if (since) waited((waitedMs += now - since));
    since = document.hidden || signal.aborted ? 0 : now;
    if (since) timer = setTimeout(fire, delayMs - waitedMs);
  };
  on(wait, document, 'visibilitychange', tick);
  on(wait, window, 'pagehide', tick);
  signal.addEventListener('abort', tick);
  tick();
}

/** Whether that share of the way down is scrolled; never where there is no way. */
function isScrolled(share: number): boolean {
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
  const way = scrollHeight - clientHeight;
  return way > 0 && scrollTop + 1 >= way * share; // a browser may stop a fraction of a px before the end
}

/** A pointer leaves through the top of the window; where there is none, a finger scrolls fast back up. */
function watchExit(wait: Wait): void {
  on(
    wait,
    document.documentElement,
    'mouseleave',
    (event) => (event as MouseEvent).clientY <= 0 && wait.fire(),
  ); // by name
  if (!matchMedia('(pointer: coarse)').matches) return;
  let lowest = 0;
  let since = 0;
  on(wait, window, 'scroll', ({ timeStamp }) => {
    const { scrollTop, clientHeight } = document.documentElement;
    if (scrollTop >= lowest || timeStamp - since > FLICK_MS) {
      lowest = scrollTop;
      since = timeStamp;
    } else if (lowest - scrollTop >= clientHeight) wait.fire();
  });
}

function isWithin(event: Event, selector: string): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(selector));
}

/** Fires when an element that matches comes into view, also one that the page adds later. */
function watchSight(selector: string, { signal, fire }: Wait): void {
  const sight = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) fire();
  });
  const look = () => document.querySelectorAll(selector).forEach((element) => sight.observe(element));
  const growth = new MutationObserver(look);
  look();
  growth.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => {
    sight.disconnect();
    growth.disconnect();
  });
}
