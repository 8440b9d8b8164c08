import { html } from 'lit';

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
