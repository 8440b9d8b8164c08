import type { Sender } from './sender.ts';

/**
 * Delivers when the page comes back, and says farewell when the page is being hidden. In that last
 * moment nothing is started in the database, so the page stays fit for the back-forward cache.
 *
 * @returns the way to undo it
 */
export function listenForTriggers(sender: Sender, page: Document, view: EventTarget): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  view.addEventListener(
    'pageshow',
    (event) => {
      if ('persisted' in event && event.persisted === true) void sender.deliver(true);
    },
    { signal },
  );
  page.addEventListener(
    'visibilitychange',
    () => void (page.visibilityState === 'hidden' ? sender.farewell() : sender.deliver()),
    { signal },
  );
  return () => controller.abort();
}
