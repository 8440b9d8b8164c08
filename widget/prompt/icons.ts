import type { TemplateResult } from 'lit';
import { html } from 'lit';
import type { Ending } from './ending.ts';

/** Closes the prompt. */
export const CROSS = html`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M5 5l10 10M15 5L5 15" />
</svg>`;

/** To the question before. */
export const ARROW = html`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
  <path d="M12 4.5L6.5 10l5.5 5.5" />
</svg>`;

/** Marks what is chosen. */
export const TICK = html`<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
  <path d="M2 6.5L4.8 9.2 10 3.2" />
</svg>`;

const ARRIVED = html`<svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
  <path d="M14 2.5a11.5 11.5 0 100 23 11.5 11.5 0 100-23M9 14.6l3.4 3.3L19 10.6" />
</svg>`;
const DEVICE = html`<svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
  <rect x="7" y="2.5" width="14" height="23" rx="3.5" />
  <path d="M14 8v8.5M10.5 13.2l3.5 3.5 3.5-3.5M12 21.8h4" />
</svg>`;
const WARNING = html`<svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
  <path d="M14 3.5l11.5 20h-23zM14 11v6M14 20.2v.1" />
</svg>`;

/** Endings differ by icon and sentence, not by colour. */
export const ENDING_ICONS: Readonly<Record<Ending, TemplateResult>> = {
  thanks: ARRIVED,
  sent: ARRIVED,
  kept: DEVICE,
  lost: WARNING,
  rejected: WARNING,
};
