/** A piece of SVG; attributes that are undefined are left out. */
export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold, however it is written. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * Text as XML may hold it.
 *
 * @example xmlText('a < b') // 'a &lt; b'
 */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);
}

/**
 * An element of SVG as text.
 *
 * @param inner markup, already escaped
 * @example svgElement('circle', { r: 4 }) // '<circle r="4"/>'
 */
export function svgElement(name: string, attributes: SvgAttributes, inner = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlText(String(rounded(value)))}"`))
    .join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/**
 * A whole picture as text.
 *
 * @param inner markup, already escaped
 */
export function svgDocument(width: number, height: number, inner: string): string {
  const frame = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` };
  return svgElement('svg', frame, inner);
}

/** A hundredth of a pixel is enough for any printer. */
function rounded(value: string | number): string | number {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value;
}
