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

/**
 * The pairs of an owner's colours that are too close, each in words for the console.
 *
 * @param root the element that has the colours in its private properties
 */
export function weakPairs(root: Element): string[] {
  const probe = document.createElement('i');
  probe.hidden = true;
  root.append(probe);
  const rgb = (name: string): Rgb => {
    probe.style.color = `var(--_${name})`;
    return toRgb(getComputedStyle(probe).color);
  };
  const weak = PAIRS.flatMap(([colour, ground, least]) => {
    const ratio = contrastRatio(rgb(colour), rgb(ground));
    if (ratio >= least) return [];
    const rounded = (Math.floor(ratio * 10) / 10).toFixed(1);
    return [
      `--fourfold-${colour} on --fourfold-${ground} has a contrast of ${rounded}:1; it needs ${least}:1`,
    ];
  });
  probe.remove();
  return weak;
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

/** Any colour of CSS, as it is drawn. */
function toRgb(colour: string): Rgb {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [0, 0, 0];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
