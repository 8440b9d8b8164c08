import type { TemplateResult } from 'lit/html.js';
import { html, nothing } from 'lit/html.js';
import { localize } from '../../shared/questionnaire/localize.ts';
import type { WholeView, Screen } from './card.ts';
import { fill, phrased } from './card.ts';

/** Progress is shown from so many questions on. */
const STEPS_FROM = 3;

const ARROW = html`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M12 4.5L6.5 10l5.5 5.5" />
</svg>`;

/** A line below the heading: the owner's, else the kind's. */
export function hint({ strings }: WholeView, { question, hint: own }: Screen): TemplateResult | undefined {
  const text = question.hint ?? own;
  return text === undefined
    ? undefined
    : html`<p class="hint" part="hint" id="hint">${phrased(localize(text, strings.locale), strings)}</p>`;
}

/** The way back, and how far the respondent is. */
export function progress(view: WholeView, { index, count, rows = 1, row = 0 }: Screen): TemplateResult {
  const { strings } = view;
  return html`${
      index + row > 0
        ? html`<button class="back" part="back" type="button" aria-label=${strings.back} @click=${view.back}>
            ${ARROW}
          </button>`
        : nothing
    }
    <span class="step" part="step"
      >${rows < 2 && count >= STEPS_FROM ? fill(strings.step, strings, index + 1, count) : nothing}</span
    >`;
}
