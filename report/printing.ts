let printing = false;
// Before whoever draws for it: they hear of it later, or are made while it is told.
addEventListener('beforeprint', () => (printing = true), { capture: true });
addEventListener('afterprint', () => (printing = false));

/** Whether the page is about to be printed as it stands when this task ends: nothing can wait for a turn. */
export function isPrinting(): boolean {
  return printing;
}
