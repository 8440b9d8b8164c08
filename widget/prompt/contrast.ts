/** WCAG 2.2, success criteria 1.4.3 (text) and 1.4.11 (controls). */
export const TEXT_CONTRAST_MIN = 4.5;
export const CONTROL_CONTRAST_MIN = 3;

/** Public properties of a colour and its ground, and the contrast that they need. */
const PAIRS = [
  ['text', 'surface', TEXT_CONTRAST_MIN],
  ['muted', 'surface', TEXT_CONTRAST_MIN],
  ['on-accent', 'accent', TEXT_CONTRAST_MIN],
  ['accent', 'surface', CONTROL_CONTRAST_MIN],
  ['line', 'surface', CONTROL_CONTRAST_MIN],
  ['focus', 'surface', CONTROL_CONTRAST_MIN],
] as const;

type Rgb = readonly [red: number, green: number, blue: number];
interface Colour {
  readonly rgb: Rgb;
  /** 0 to 1. */
  readonly alpha: number;
}

/**
 * The pairs of an owner's colours that are too close, each in words for the console. What shines through a colour is
 * counted: the surface through the accent, the page through the surface. A pair of which the browser does not tell the
 * colours is left out.
 *
 * @param root the element that has the colours in its private properties
 */
export function weakPairs(root: Element): string[] {
  const probe = document.createElement('i');
  probe.hidden = true;
  root.append(probe);
  const resolve = (colour: string) => {
    probe.style.color = `color-mix(in srgb, ${colour}, ${colour})`; // turns any colour of CSS into shares of sRGB
    return parseColour(getComputedStyle(probe).color);
  };
  const own = (name: string) => resolve(`var(--_${name})`);
  const surface = over(own('surface'), pageBehind(root, resolve));
  const grounds = { surface, accent: over(own('accent'), surface) };
  const weak = PAIRS.flatMap(([name, ground, least]) => {
    const [below, colour] = [grounds[ground], over(own(name), grounds[ground])];
    if (!below || !colour) return [];
    const ratio = contrastRatio(colour, below);
    if (ratio >= least) return [];
    const rounded = (Math.floor(ratio * 10) / 10).toFixed(1);
    return [`--fourfold-${name} on --fourfold-${ground} has a contrast of ${rounded}:1; it needs ${least}:1`];
  });
  probe.remove();
  return weak;
}

/** What the page paints behind the card, from the canvas of its colour scheme to the element's own parents. */
function pageBehind(root: Element, resolve: (colour: string) => Colour | undefined): Rgb | undefined {
  const layers: string[] = [];
  const { host } = root.getRootNode() as ShadowRoot; // the element's own
  for (let at: Element | null = host; at; at = at.parentElement)
    layers.unshift(getComputedStyle(at).backgroundColor);
  const canvas = resolve('Canvas')?.rgb;
  return layers.reduce<Rgb | undefined>((below, layer) => over(resolve(layer), below) ?? below, canvas);
}

/** A colour as it looks on its ground. */
function over(colour: Colour | undefined, ground: Rgb | undefined): Rgb | undefined {
  if (!colour || !ground) return undefined;
  const { rgb, alpha } = colour;
  const mixed = (part: number, i: number) => part * alpha + ground[i] * (1 - alpha);
  return [mixed(rgb[0], 0), mixed(rgb[1], 1), mixed(rgb[2], 2)];
}

/**
 * Contrast of two colours, 1 to 21.
 *
 * @param a red, green and blue, 0 to 255
 * @example contrastRatio([0, 0, 0], [255, 255, 255]) // 21
 * @see WCAG 2.2, "contrast ratio" and "relative luminance"
 */
export function contrastRatio(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * A colour as browsers write one that was mixed in sRGB; undefined for any other form.
 *
 * @example parseColour('color(srgb 1 0 0.5 / 0.25)') // { rgb: [255, 0, 127.5], alpha: 0.25 }
 */
export function parseColour(text: string): Colour | undefined {
  const parts = /^color\(srgb (\S+) (\S+) (\S+?)(?: \/ (\S+))?\)$/.exec(text);
  if (!parts) return undefined;
  // Off the screen's range a colour is shown at its edge; a part that is "none" counts as 0.
  const share = (part: string) => Math.min(1, Math.max(0, Number.parseFloat(part) || 0));
  const [, red, green, blue, alpha = '1'] = parts;
  return { rgb: [share(red) * 255, share(green) * 255, share(blue) * 255], alpha: share(alpha) };
}
