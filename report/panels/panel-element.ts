import { LitElement } from 'lit';
import { turnToDraw } from '../turn-to-draw.ts';

/** A part of the report, drawn in a turn of its own. */
export class PanelElement extends LitElement {
  // The page's one style sheet, its print rules and the test's hooks reach inside.
  protected override createRenderRoot(): this {
    return this;
  }

  protected override async scheduleUpdate(): Promise<void> {
    await turnToDraw();
    await super.scheduleUpdate();
  }
}
