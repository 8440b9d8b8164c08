/** What keys are meant for. */
interface Keyed {
  hide(): void;
  /** Draws what has changed. */
  catchUp(): unknown;
}

/**
 * The shortcuts of the page are not meant; Escape closes, unless it belongs to an input method. A key that follows
 * another at once finds what that one has brought: Enter after Space the button that goes on.
 */
export function onKey(this: Keyed, event: KeyboardEvent): void {
  hush(event);
  void this.catchUp();
  if (event.key === 'Escape' && !event.isComposing) this.hide();
}

/** Keeps an event from the page. */
export function hush(event: Event): void {
  event.stopPropagation();
}
