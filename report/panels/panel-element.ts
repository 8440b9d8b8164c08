import { LitElement } from 'lit';
import { turnToDraw } from '../turn-to-draw.ts';

/** A part of the report. New content is drawn in a turn of its own; what its reader does in it, at once. */
export class PanelElement extends LitElement {
  /** What it shows; set as one. */
  declare content: unknown;
  #drawn: unknown;

  // The page's one style sheet, its print rules and the test's hooks reach inside.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override scheduleUpdate(): Promise<void> | undefined {
    if (this.content !== this.#drawn) return this.#drawInTurn();
    void super.scheduleUpdate(); // done when it returns: nobody in between puts it off
    return undefined;
  }

  async #drawInTurn(): Promise<void> {
    await turnToDraw();
    this.#drawn = this.content;
    await super.scheduleUpdate();
  }
}
