import type { FourfoldSurvey } from './fourfold-survey.ts';

/** Prompts whose owners have been told. */
const told = new WeakSet<FourfoldSurvey>();

/**
 * Keeps an inline prompt from moving the page: its card never gets smaller while it stands, so that a shorter question
 * and the last words leave all below in its place. Where its coming moves what is in view, the console says once how
 * much room the place needs.
 */
export function keepRoom(element: FourfoldSurvey): void {
  const below = nextInView(element);
  const before = below?.getBoundingClientRect().top ?? 0;
  void element.updateComplete.then(() => {
    const card = element.shadowRoot?.querySelector<HTMLElement>('.card');
    if (!card) return;
    keepHeight(card);
    if (!below || told.has(element) || below.getBoundingClientRect().top <= before) return;
    told.add(element);
    const { survey, target = 'fourfold-survey' } = element.settings ?? {};
    console.warn(
      `fourfold: survey "${survey}" has moved the page; give ${target} a min-height of ${Math.ceil(card.getBoundingClientRect().height)}px`,
    );
  });
}

function keepHeight(card: HTMLElement): void {
  let [width, height] = [0, 0];
  const forget = () => {
    height = 0;
    card.style.minHeight = '';
  };
  new ResizeObserver(() => {
    // Another width has heights of its own. Were it let go in here, the page would hear of a loop.
    if (width > 0 && card.offsetWidth !== width) requestAnimationFrame(forget);
    width = card.offsetWidth;
    height = Math.max(height, card.getBoundingClientRect().height);
    card.style.minHeight = `${height}px`;
  }).observe(card);
}

/** What follows an element on the screen, or undefined where the rest is out of view. */
function nextInView(element: Element): Element | undefined {
  const isInView = (one: Element) => {
    const { top, bottom, height } = one.getBoundingClientRect();
    return height > 0 && top < innerHeight && bottom > 0;
  };
  for (let from: Element | null = element; from; from = from.parentElement)
    for (let next = from.nextElementSibling; next; next = next.nextElementSibling)
      if (isInView(next)) return next;
  return undefined;
}
