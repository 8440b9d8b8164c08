/** Name of the work that a page leaves to the site's service worker. */
export const SYNC_TAG = 'fourfold';

/** What a registration has where the browser knows Background Sync. */
interface WithSync {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Asks the site's service worker, if there is one, to send what is kept once the network is back. */
export async function askForSync(container: ServiceWorkerContainer | undefined): Promise<void> {
  try {
    const registration = (await container?.getRegistration()) as WithSync | undefined;
    await registration?.sync?.register(SYNC_TAG);
  } catch {
    // NotAllowedError or InvalidStateError: the visitor's browser allows none, and the next page sends
  }
}
