import { driversPanel } from './drivers.ts';
import type { PanelContent } from './panel.ts';
import type { PanelContext } from './row-panel.ts';

const PANELS: readonly ((context: PanelContext) => PanelContent | undefined)[] = [driversPanel];

/** The panels below the matrix, in the order of the page; one without data stays away. */
export function panels(context: PanelContext): readonly PanelContent[] {
  return PANELS.flatMap((panel) => panel(context) ?? []);
}
