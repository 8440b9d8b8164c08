/** The element `<fourfold-survey>`, as a page sees it. Before the prompt has been loaded, it has none of these yet. */
export interface FourfoldElement extends HTMLElement {
  /** Language to speak, in place of the tag's, the page's and the visitor's; can be changed while the prompt is open. */
  locale: string | null;
  /** Settles when what was asked for by then is on the screen. */
  readonly updateComplete: Promise<void>;
  /** Closes the prompt, as its cross does. */
  hide(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'fourfold-survey': FourfoldElement;
  }
}
