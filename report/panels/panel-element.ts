import { LitElement } from 'lit';
import { isPrinting } from '../printing.ts';
import { turnToDraw } from '../turn-to-draw.ts';

/** A part of the report. New content is drawn in a turn of its own; what its reader does in it, or prints, at once. */
export class PanelElement extends LitElement {
  /** What it shows; set as one. */
  declare content: unknown;
  #drawn: unknown;
  #connection: AbortController | undefined;

  // The page's one style sheet, its print rules and the test's hooks reach inside.
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    addEventListener('beforeprint', () => this.#drawNow(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    if (this.content !== this.#drawn && !isPrinting()) return this.#drawInTurn();
    this.#drawNow();
    return undefined;
  }

  #drawNow(): void {
    this.#drawn = this.content;
    this.performUpdate(); // nothing where nothing waits
  }

  async #drawInTurn(): Promise<void> {
    await turnToDraw();
    this.#drawNow();
  }
}
