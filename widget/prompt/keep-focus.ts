import type { FourfoldSurvey } from './fourfold-survey.ts';

/** Where the focus was before a question changed its form, as a selector. */
const places = new WeakMap<FourfoldSurvey, string>();

/** Before a question changes its form, as a battery does with its width: notes what is focused, and shows its screen. */
export function noteFocus(element: FourfoldSurvey, root: HTMLElement): void {
  // Not `:focus`, which matches nothing in a window that has none.
  const focused = activeIn(root);
  const path = focused?.getAttribute('data-path');
  if (path == null) return;
  const value = focused?.getAttribute('value');
  places.set(element, `[data-path="${path}"]${value == null ? '' : `[value="${value}"]`}`);
  element.row = element.screen?.rowOf?.(path) ?? element.row;
}

/** Gives the focus back to the same input in its new form. */
export function restoreFocus(element: FourfoldSurvey, root: HTMLElement): void {
  const place = places.get(element);
  if (place === undefined) return;
  places.delete(element);
  root.querySelector<HTMLElement>(place)?.focus();
}

/** What has the focus in a prompt, also while its window has none. */
export function activeIn(root: HTMLElement): Element | null {
  return (root.getRootNode() as ShadowRoot).activeElement; // the prompt stands in one
}
