import { COPIES, createSecondCopy } from '../../../widget/outbox/second-copy.ts';
import type { Entry } from '../../../widget/outbox/outbox-store.ts';
import { afterEach, describe, equal, eventually, it } from '../support/in-browser.ts';

const entry = (id: string, revision: number): Entry => ({
  ...{ id, revision, seq: Date.now() * 1000, endpoint: 'https://shop.example/responses', mode: 'receipt' },
  ...{ body: `{"id":"${id}"}`, dueAt: 0, attempts: 1 },
});
const names = (entries: readonly Entry[]): string =>
  entries
    .map(({ id, revision }) => `${id}/${revision}`)
    .sort()
    .join();

describe('createSecondCopy(caches)', () => {
  afterEach(async () => {
    await caches.delete(COPIES);
  });

  it('holds the newest revision of each record, whatever becomes of an older one', async () => {
    const copies = createSecondCopy(() => caches);
    equal(names(await copies.all()), '', 'before');
    equal(await caches.has(COPIES), false, 'a cache for nothing');
    void copies.keep(entry('a', 1));
    void copies.keep(entry('b', 1));
    void copies.keep(entry('a', 2));
    copies.drop({ id: 'a', revision: 1 });
    await eventually(async () => names(await copies.all()) === 'a/2,b/1', 'both');
    copies.drop({ id: 'a', revision: 2 });
    await eventually(async () => names(await copies.all()) === 'b/1', 'one');
  });

  it('gives the next page what it holds, which may drop it', async () => {
    await createSecondCopy(() => caches).keep(entry('a', 3));
    const next = createSecondCopy(() => caches);
    equal(names(await next.all()), 'a/3', 'the copy');
    next.drop({ id: 'a', revision: 3 });
    await eventually(async () => names(await next.all()) === '', 'none');
  });

  it('says when a copy is written, also one that was asked for before', async () => {
    const copies = createSecondCopy(() => caches);
    void copies.keep(entry('a', 1));
    await copies.keep(entry('a', 1));
    equal(names(await copies.all()), 'a/1', 'the copy');
  });

  it('forgets all, and what an attempt under way says of it afterwards', async () => {
    const copies = createSecondCopy(() => caches);
    const old = entry('a', 1);
    void copies.keep(old);
    await copies.forget();
    await copies.keep(old);
    equal(names(await copies.all()), '', 'none');
    await new Promise((later) => setTimeout(later, 5));
    await copies.keep(entry('b', 1));
    equal(names(await copies.all()), 'b/1', 'what is given afterwards');
  });

  it('has none where there are no caches, and where they are refused', async () => {
    const refuse = (): CacheStorage => {
      throw new DOMException('sandboxed', 'SecurityError');
    };
    for (const none of [() => undefined, refuse]) {
      const copies = createSecondCopy(none);
      await copies.keep(entry('a', 1));
      copies.drop({ id: 'a', revision: 1 });
      equal(names(await copies.all()), '', 'none');
    }
  });
});
