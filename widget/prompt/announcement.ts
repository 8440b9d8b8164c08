/** A region must be known to a screen reader before words in it are told. */
const TELL_AFTER_MS = 300;
/** Then they are told, and would be in the way of who reads the prompt from its top. */
const TOLD_AFTER_MS = 5_000;

/**
 * Tells a screen reader, once and when it has nothing else to say, what a prompt asks that has come over the page.
 *
 * @param root the prompt's outermost box; its first child is empty and seen by nobody
 */
export function announceOnce(root: HTMLElement): void {
  const region = root.firstElementChild;
  if (!region || region.role || root.popover == null) return; // one in the flow of the page is met there
  region.role = 'status';
  setTimeout(() => {
    const words = document.createElement('span');
    words.className = 'told';
    words.textContent = root.querySelector('.question')?.getAttribute('aria-label') ?? '';
    region.append(words);
    setTimeout(() => words.remove(), TOLD_AFTER_MS);
  }, TELL_AFTER_MS);
}
