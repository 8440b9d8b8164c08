import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { examplesList, type Examples } from '../examples/examples-list.ts';
import { fileButton } from '../parts/file-button.ts';
import type { Strings } from '../strings/en.ts';

/** The page before any file: what to do, what for, and that nothing leaves it. */
export function emptyState(
  strings: Strings,
  onFiles: (files: readonly File[]) => void,
  examples: Examples,
): TemplateResult {
  const { empty, quadrants } = strings;
  return html`<main id="content" tabindex="-1">
    <div class="drop">
      <div>
        <h1>${empty.title}</h1>
        <p>${empty.promise}</p>
        ${fileButton(empty.choose, 'main', onFiles)}
        <p class="several">${empty.several}</p>
      </div>
      ${sketch(quadrants, empty.axes)}
    </div>
    ${examplesList(strings, examples)}
    <div class="three">
      ${empty.columns.map(
        ({ title, rows }) =>
          html`<div>
            <h2>${title}</h2>
            <ul>
              ${rows.map(([what, how]) => html`<li><span>${what}</span><span>${how}</span></li>`)}
            </ul>
          </div>`,
      )}
    </div>
  </main>`;
}

/** What comes: the matrix with a few points, decided and not. */
function sketch(quadrants: Strings['quadrants'], axes: Strings['empty']['axes']): SVGTemplateResult {
  const name = (
    quadrant: keyof Strings['quadrants'],
    x: number,
    y: number,
    anchor: string,
  ): SVGTemplateResult =>
    svg`<text class="n-${quadrant}" x=${x} y=${y} text-anchor=${anchor}>${quadrants[quadrant]}</text>`;
  const point = (quadrant: string, x: number, y: number, hollow = false): SVGTemplateResult =>
    svg`<path class=${quadrant === 'improve-first' ? 'eb-act' : ''} d="M${x - 26} ${y}h52M${x} ${y - 26}v52"></path>
      <circle class="swatch-${quadrant} ${hollow ? 'hollow' : ''}" cx=${x} cy=${y} r="5"></circle>`;
  return svg`<svg class="sketch" viewBox="0 0 380 300" aria-hidden="true">
    <rect class="wash" x="26" y="6" width="172" height="138"></rect>
    <path class="frame" d="M26 6V280H374"></path>
    <path class="cross" d="M198 6V280M26 144H374"></path>
    ${name('improve-first', 36, 26, 'start')}${name('advantage', 366, 26, 'end')}
    ${name('improve-later', 36, 268, 'start')}${name('nice-to-have', 366, 268, 'end')}
    ${point('improve-first', 104, 70)}${point('improve-first', 140, 98)}
    ${point('improve-later', 72, 162, true)}${point('advantage', 262, 122, true)}
    ${point('nice-to-have', 310, 196)}${point('nice-to-have', 252, 222)}
    <text class="axis" x="374" y="297" text-anchor="end">${axes[0]}</text>
    <text class="axis" transform="translate(14 6) rotate(-90)" text-anchor="end">${axes[1]}</text>
  </svg>`;
}
