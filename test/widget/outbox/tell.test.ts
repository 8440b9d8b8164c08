import { describe, expect, it, vi } from 'vitest';
import { listenForTriggers } from '../../../widget/outbox/delivery-triggers.ts';
import { askForSync, SYNC_TAG } from '../../../widget/outbox/sync-tag.ts';
import { tell } from '../../../widget/outbox/tell.ts';
import { entry } from '../support/outbox-bench.ts';

describe('askForSync(container)', () => {
  const container = (sync: object | undefined) =>
    ({ getRegistration: () => Promise.resolve(sync && { sync }) }) as unknown as ServiceWorkerContainer; // the one method that is used

  it('leaves the rest to the service worker of the site, where there is one that can', async () => {
    const register = vi.fn(() => Promise.resolve());
    await askForSync(container({ register }));
    expect(register).toHaveBeenCalledExactlyOnceWith(SYNC_TAG);
  });

  it('is content where there is none, or it may not', async () => {
    await expect(askForSync(undefined)).resolves.toBeUndefined();
    await expect(askForSync(container(undefined))).resolves.toBeUndefined();
    const register = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
    await expect(askForSync(container({ register }))).resolves.toBeUndefined();
  });
});

function prompt() {
  const heard: string[] = [];
  const host = new EventTarget();
  for (const name of ['fourfold-delivered', 'fourfold-rejected']) {
    host.addEventListener(name, (event) =>
      heard.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`),
    );
  }
  return { host, heard, news: { delivered: 0, rejected: 0, failed: 0, unconfirmed: 0 }, changed: vi.fn() };
}

describe('tell(outcome, follower, page)', () => {
  it('tells the prompt by its news, and the page by an event from it', () => {
    const follower = prompt();
    const page = prompt();
    tell({ kind: 'delivered', entry: entry('a', 3) }, follower, page.host);
    expect(follower.news.delivered).toBe(3);
    expect(follower.changed).toHaveBeenCalledOnce();
    expect(follower.heard).toEqual(['fourfold-delivered {"record":{"id":"a","revision":3}}']);
    expect(page.heard).toEqual([]);
  });

  it('never goes back to a lower revision', () => {
    const follower = prompt();
    tell({ kind: 'delivered', entry: entry('a', 3) }, follower, follower.host);
    tell({ kind: 'delivered', entry: entry('a', 2) }, follower, follower.host);
    expect(follower.news.delivered).toBe(3);
  });

  it('tells of an answer of an earlier visit on the page', () => {
    const page = prompt();
    const parking = { status: 400, code: 'http-400', reason: 'refused' };
    tell({ kind: 'rejected', entry: entry('a', 1), parking }, undefined, page.host);
    expect(page.heard).toEqual([
      'fourfold-rejected {"record":{"id":"a","revision":1},"status":400,"code":"http-400","reason":"refused"}',
    ]);
  });

  it('does not call unaccepted what may have arrived', () => {
    const follower = prompt();
    const parking = { status: 0, code: 'unconfirmed', reason: 'the endpoint could not be read' };
    tell({ kind: 'rejected', entry: entry('a', 2), parking }, follower, follower.host);
    expect(follower.news).toEqual({ delivered: 0, rejected: 0, failed: 0, unconfirmed: 2 });
    expect(follower.heard).toHaveLength(1);
  });

  it('makes no event of an attempt that failed', () => {
    const follower = prompt();
    tell({ kind: 'deferred', entry: entry('a', 1), attempt: { kind: 'failed' } }, follower, follower.host);
    expect(follower.news.failed).toBe(1);
    expect(follower.heard).toEqual([]);
    expect(() =>
      tell({ kind: 'deferred', entry: entry('b', 1), attempt: { kind: 'failed' } }, undefined, follower.host),
    ).not.toThrow();
  });
});

describe('listenForTriggers(sender, page, view)', () => {
  function page() {
    const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    const sender = {
      deliver: vi.fn(() => Promise.resolve()),
      expect: vi.fn(),
      farewell: vi.fn(() => Promise.resolve()),
    };
    const view = new EventTarget();
    const undo = listenForTriggers(sender, document as unknown as Document, view); // what is asked of it is there
    return { document, sender, view, undo };
  }

  it('says farewell when the page is hidden, and delivers when it is seen again', () => {
    const { document, sender } = page();
    document.visibilityState = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(sender.farewell).toHaveBeenCalledOnce();
    expect(sender.deliver).not.toHaveBeenCalled();
    document.visibilityState = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(sender.deliver).toHaveBeenCalledExactlyOnceWith();
  });

  it('overlooks back-off when the page comes back from the cache, not when it is first shown', () => {
    const { sender, view } = page();
    view.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    view.dispatchEvent(new Event('pageshow'));
    expect(sender.deliver).not.toHaveBeenCalled();
    view.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(sender.deliver).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('can be undone', () => {
    const { document, sender, undo } = page();
    undo();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(sender.deliver).not.toHaveBeenCalled();
  });
});
