import type { TemplateResult } from 'lit/html.js';
import { html } from 'lit/html.js';
import type { RatingQuestion } from '../../../shared/questionnaire/questionnaire.ts';
import { RATING_SCALE } from '../../../shared/questionnaire/scale.ts';
import type { CardView } from '../card.ts';
import { fill } from '../card.ts';

/** How far the ends of a face's mouth lie above or below its middle, in px of 28. */
const MOUTH_PX = 4.5;

/** What stands for a point in place of its number, which a screen reader still says. */
export function ratingFace(
  { run, strings }: CardView,
  { id, scale = RATING_SCALE }: RatingQuestion,
  look: 'stars' | 'faces',
): (point: number) => TemplateResult {
  const given = run.session.answers[id];
  return (point) => {
    const name = html`<span class="told">${fill('{n}', strings, point)}</span>`;
    if (look === 'stars') return html`${star(typeof given === 'number' && point <= given)}${name}`;
    return html`${face((point - scale.min) / (scale.max - scale.min))}${name}`;
  };
}

/** Filled up to the chosen one. */
function star(full: boolean): TemplateResult {
  return html`<svg
    class="shape ${full ? 'full' : ''}"
    width="28"
    height="28"
    viewBox="0 0 28 28"
    aria-hidden="true"
  >
    <path d="M14 3.2l3.3 6.8 7.5 1-5.5 5.2 1.4 7.4L14 20l-6.7 3.6 1.4-7.4L3.2 11l7.5-1z" />
  </svg>`;
}

/**
 * One ink for all of them: only the mouth tells them apart.
 *
 * @param share from 0, the lowest point, to 1
 */
function face(share: number): TemplateResult {
  const bend = (share * 2 - 1) * MOUTH_PX;
  const mouth = `M9 ${18.5 - bend / 2}Q14 ${18.5 + bend * 1.5} 19 ${18.5 - bend / 2}`;
  return html`<svg class="shape" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
    <circle cx="14" cy="14" r="11.2" />
    <path d="M10 11v.6M18 11v.6" />
    <path d=${mouth} />
  </svg>`;
}
