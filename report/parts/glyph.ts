import { svg, type SVGTemplateResult } from 'lit';
import type { Quadrant } from '../../shared/metrics/quadrant.ts';

const CELLS: readonly { readonly quadrant: Quadrant; readonly x: number; readonly y: number }[] = [
  { quadrant: 'improve-first', x: 0.5, y: 0.5 },
  { quadrant: 'advantage', x: 6.5, y: 0.5 },
  { quadrant: 'improve-later', x: 0.5, y: 6.5 },
  { quadrant: 'nice-to-have', x: 6.5, y: 6.5 },
];

/** The matrix in small, one cell filled: it says the quadrant without colour. */
export function quadrantGlyph(quadrant: Quadrant): SVGTemplateResult {
  return svg`<svg class="glyph swatch-${quadrant}" viewBox="0 0 11.5 11.5" aria-hidden="true">${CELLS.map(
    (cell) =>
      svg`<rect class=${cell.quadrant === quadrant ? 'on' : ''} x=${cell.x} y=${cell.y} width="4.5" height="4.5"></rect>`,
  )}</svg>`;
}

/** The hollow point of what is undecided, in the colour of where it lies. */
export function hollowGlyph(quadrant?: Quadrant): SVGTemplateResult {
  const colour = quadrant === undefined ? '' : `swatch-${quadrant}`;
  return svg`<svg class="glyph ${colour}" viewBox="0 0 11.5 11.5" aria-hidden="true"><circle cx="5.75" cy="5.75" r="4.4"></circle></svg>`;
}

/** The brand: the matrix with its first cell filled. */
export function brandGlyph(): SVGTemplateResult {
  return svg`<svg viewBox="0 0 16 16" aria-hidden="true"><rect class="on" x="1" y="1" width="6" height="6"></rect><rect x="9" y="1" width="6" height="6"></rect><rect x="1" y="9" width="6" height="6"></rect><rect x="9" y="9" width="6" height="6"></rect></svg>`;
}
