import { html } from 'lit/html.js';

/** Marks what is chosen. */
export const TICK = html`<svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
  <path d="M2 6.5L4.8 9.2 10 3.2" />
</svg>`;
