import type { FourfoldSurvey } from './fourfold-survey.ts';

const covering = new WeakSet<FourfoldSurvey>();

/**
 * A prompt that covers the page takes its keys and its reading order too: what lies beneath, and cannot be seen, is
 * inert until the prompt is closed or taken out. What has the focus keeps it.
 */
export function coverPage(element: FourfoldSurvey): void {
  if (covering.has(element)) return;
  covering.add(element);
  let beneath: HTMLElement[] = [];
  const follow = () => {
    for (const one of beneath) one.inert = false;
    removal.disconnect();
    const parent = isOpen(element) ? element.parentElement : null;
    beneath = parent ? reachable(parent, element) : [];
    for (const one of beneath) one.inert = true;
    if (parent) removal.observe(parent, { childList: true });
  };
  const removal = new MutationObserver(() => element.isConnected || follow());
  element.shadowRoot?.addEventListener('toggle', follow, { capture: true });
}

function isOpen(element: FourfoldSurvey): boolean {
  return element.shadowRoot?.querySelector(':popover-open') != null;
}

/** What else stands in the page and can be reached. */
function reachable(parent: Element, element: Element): HTMLElement[] {
  return [...parent.children].filter(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one !== element && !one.inert && !one.matches(':focus-within'),
  );
}
