import type { TemplateResult } from 'lit/html.js';
import { html } from 'lit/html.js';
import type { Ending } from './ending.ts';

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
  keptOffline: DEVICE,
  lost: WARNING,
  lostOffline: WARNING,
  rejected: WARNING,
};
