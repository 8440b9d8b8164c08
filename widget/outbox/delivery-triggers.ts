import type { Outbox } from './outbox.ts';

/**
 * Delivers when the network or the page comes back, and says farewell when the page is being hidden. In that last
 * moment nothing is started in the database, so the page stays fit for the back-forward cache.
 *
 * @returns the way to undo it
 */
export function listenForTriggers(
  outbox: Pick<Outbox, 'deliver' | 'farewell'>,
  page: Document,
  view: EventTarget,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const eager = () => void outbox.deliver(true);
  view.addEventListener('online', eager, { signal });
  view.addEventListener('pageshow', (event) => 'persisted' in event && event.persisted === true && eager(), {
    signal,
  });
  page.addEventListener(
    'visibilitychange',
    () => void (page.visibilityState === 'hidden' ? outbox.farewell() : outbox.deliver()),
    { signal },
  );
  return () => controller.abort();
}
