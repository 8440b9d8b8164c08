import type { FourfoldSurvey } from './fourfold-survey.ts';

const PROPERTIES = ['accent', 'on-accent', 'surface', 'text', 'muted', 'line', 'focus'];
/** Where pages note the colours that their reader has chosen. */
const THEME_ATTRIBUTES = ['class', 'style', 'data-theme', 'data-color-scheme', 'data-bs-theme'];

/** The colours of each prompt that have been looked at. */
const seen = new WeakMap<Element, string>();
/** What the console has been told, whichever prompt it was found in. */
const told = new Set<string>();

/** Looks at the colours again when the reader or the page changes their scheme. */
export function watchColours({ shadowRoot }: FourfoldSurvey, signal: AbortSignal): void {
  const look = () => {
    const root = shadowRoot?.querySelector('.ff');
    if (root) checkColours(root);
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
  const theme = new MutationObserver(look);
  for (const element of [document.documentElement, document.body])
    theme.observe(element, { attributeFilter: THEME_ATTRIBUTES });
  signal.addEventListener('abort', () => theme.disconnect());
}

/** Says on the console which of an owner's colours are too close; nothing where there are none, or none have changed. */
export function checkColours(root: Element): void {
  const style = getComputedStyle(root);
  const own = PROPERTIES.map((name) => style.getPropertyValue(`--fourfold-${name}`));
  if (own.every((value) => value === '')) return;
  // The text's own colour tells the halves of light-dark() apart.
  const colours = [...own, style.colorScheme, style.color].join();
  if (seen.get(root) === colours) return;
  seen.set(root, colours);
  import('./contrast.ts').then(
    ({ weakPairs }) => tell(weakPairs(root)),
    () => seen.delete(root), // TypeError: the network has gone; it is tried again at the next drawing
  );
}

function tell(pairs: readonly string[]): void {
  const news = pairs.filter((pair) => !told.has(pair));
  for (const pair of news) told.add(pair);
  if (news.length > 0)
    console.warn(`fourfold: colours that cannot be read well:${news.map((pair) => `\n  ${pair}`).join('')}`);
}
