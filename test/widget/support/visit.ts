import { afterEach, eventually } from './in-browser.ts';

/** A page with the built script, and what it says on the console and throws. */
export type VisitedPage = Window & {
  fourfold: Record<string, (...args: unknown[]) => unknown>;
  said: string[];
};

/** One survey as `explain()` tells of it. */
export interface Told {
  readonly shown: boolean;
  readonly rule: string;
  readonly until?: Date;
}

const KEY = 'fourfold:visitor';
const frames: HTMLIFrameElement[] = [];
// What another file's tests have left is not remembered of this one's visitor.
localStorage.removeItem(KEY);
afterEach(() => {
  leave();
  localStorage.removeItem(KEY);
});

/** Leaves the pages that were visited, as a visitor does who closes their tabs. */
export function leave(): void {
  for (const frame of frames.splice(0)) frame.remove();
}

/**
 * Removes the answers that earlier tests have left in the database, if there is one. It is not deleted: that waits for
 * the connections of pages that were left, which Firefox may not close for a minute.
 */
export async function clearAnswers(): Promise<void> {
  await caches.delete('fourfold'); // their copies
  await new Promise<void>((done, failed) => {
    const opening = indexedDB.open('fourfold');
    opening.onupgradeneeded = () => opening.transaction?.abort(); // there was none, and shall be none
    opening.onerror = () => done();
    opening.onsuccess = () => {
      const database = opening.result;
      const clearing = database.transaction('entries', 'readwrite');
      clearing.objectStore('entries').clear();
      clearing.oncomplete = () => {
        database.close();
        done();
      };
      clearing.onabort = () =>
        failed(new Error('the kept answers were not cleared', { cause: clearing.error }));
    };
  });
}

/** What the browser remembers of a visitor when they come; times are Unix times in ms. */
export function remembered(memories: Readonly<Record<string, object>>): void {
  localStorage.setItem(KEY, JSON.stringify(memories));
}

/**
 * Visits a site owner's page.
 *
 * @param tag attributes of the script
 * @param body markup before it
 * @param before script that runs before all
 * @param address what follows in the address, such as `&fourfold-debug#top`
 */
export async function visit(tag: string, body = '', before = '', address = ''): Promise<VisitedPage> {
  const listen = `window.said = []; for (const level of ['error', 'warn']) console[level] = (text) => said.push(text);
    addEventListener('error', ({ message }) => said.push('thrown ' + message));
    addEventListener('unhandledrejection', ({ reason }) => said.push('rejected ' + reason));`;
  const query = new URLSearchParams({
    tag: tag.includes('data-endpoint') ? tag : `data-endpoint="/collect/ok/loader" ${tag}`,
    body,
    before: listen + before,
  });
  const page = document.body.appendChild(document.createElement('iframe'));
  frames.push(page);
  page.src = `/host?${query.toString()}${address}`;
  page.width = '1000';
  page.height = '600';
  await eventually(() => {
    const view = page.contentWindow as VisitedPage | null; // our own page, same origin
    return view?.fourfold && 'explain' in view.fourfold;
  }, 'the loader');
  return page.contentWindow as VisitedPage; // as above
}

/** The addresses that a page has loaded. */
export const loadedBy = (page: VisitedPage) =>
  page.performance.getEntriesByType('resource').map(({ name }) => name);

/**
 * Waits until one of our files has been run by a page, and its loader has been told: whoever imports a module later
 * is told later, which does not hold of a script's load event.
 */
export async function ran(page: VisitedPage, name: string): Promise<void> {
  const address = await eventually(() => loadedBy(page).find((file) => file.includes(`/${name}-`)), name);
  const script = page.document.createElement('script');
  script.type = 'module';
  script.textContent = `await import('${address}'); setTimeout(() => dispatchEvent(new Event('ran')));`;
  await new Promise((done) => {
    page.addEventListener('ran', done, { once: true });
    page.document.head.append(script);
  });
}

/** The first prompt of a page. */
export const prompt = (page: VisitedPage) => page.document.querySelector('fourfold-survey');

/** Waits until it is drawn. */
export const shown = (page: VisitedPage) =>
  eventually(() => prompt(page)?.shadowRoot?.querySelector('[part="card"]'), 'the prompt');

/** What `explain()` says of a survey, once it is read. */
export const told = (page: VisitedPage, id: string): Promise<Told> =>
  eventually<Told | undefined>(() => {
    const one = (page.fourfold.explain() as Record<string, Told | undefined>)[id];
    return one?.rule === 'loading' ? undefined : one;
  }, `the verdict on ${id}`);

/** The same, its rule alone. */
export const state = async (page: VisitedPage, id: string): Promise<string> => (await told(page, id)).rule;
