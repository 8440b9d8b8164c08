import { LitElement } from 'lit';
import { otherTurns } from '../other-turns.ts';

/** So much is drawn at a stretch, in ms: a key or a touch waits no longer than that and one panel. */
const STRETCH_MS = 20;

let began = Number.NEGATIVE_INFINITY;
let last = Promise.resolve();

/** Resolves when it is a panel's turn to draw itself: in the order in which they ask, with turns of others between. */
function turnToDraw(): Promise<void> {
  return (last = last.then(async () => {
    if (performance.now() - began < STRETCH_MS) return;
    await otherTurns();
    began = performance.now();
  }));
}

/** A part of the report that is drawn by itself: a page of twenty such parts answers its reader between them. */
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
