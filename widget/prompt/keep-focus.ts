import type { FourfoldSurvey } from './fourfold-survey.ts';

/** Where the focus was before a question changed its form, as a selector. */
const places = new WeakMap<FourfoldSurvey, string>();

/** Before a question changes its form, as a battery does with its width: notes what is focused, and shows its screen. */
export function noteFocus(element: FourfoldSurvey, root: HTMLElement): void {
  const focused = root.querySelector<HTMLElement>('[data-path]:focus');
  const { path } = focused?.dataset ?? {};
  if (path === undefined) return;
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
