/** What Escape closes. */
interface Closable {
  hide(): void;
}

/** The shortcuts of the page are not meant; Escape closes, unless it belongs to an input method. */
export function onKey(this: Closable, event: KeyboardEvent): void {
  hush(event);
  if (event.key === 'Escape' && !event.isComposing) this.hide();
}

/** Keeps an event from the page. */
export function hush(event: Event): void {
  event.stopPropagation();
}
