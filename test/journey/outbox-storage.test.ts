import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FULL } from '../support/fault-cases.ts';
import { inBrowsers } from './faults/bench.ts';
import type { Given } from './faults/page-script.ts';

/** Longest that a respondent waits for a word, in ms: the outbox's patience with the database, and what a machine adds. */
const FALL_BACK_MS = 3_000;
const OPEN = 'const { open } = IDBFactory.prototype;';
/** How a database can be of no use, each as what a page does before the tag. */
const DATABASES: Record<string, string> = {
  'is undefined': 'Object.defineProperty(window, "indexedDB", { value: undefined })',
  throws: 'IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError") }',
  'gives errors': `${OPEN} open.call(indexedDB, "newer", 5); IDBFactory.prototype.open = function () { return open.call(this, "newer", 1) }`,
  'never answers': `${OPEN} IDBFactory.prototype.open = function (...given) {
    const opening = open.apply(this, given);
    for (const name of ['success', 'error', 'blocked', 'upgradeneeded'])
      opening.addEventListener(name, (event) => event.stopImmediatePropagation());
    return opening;
  }`,
  // The first connection never makes way for the upgrade.
  'is blocked': `${OPEN} open.call(indexedDB, "stuck", 1); IDBFactory.prototype.open = function () { return open.call(this, "stuck", 2) }`,
  'is full':
    'IDBObjectStore.prototype.put = function () { throw new DOMException("full", "QuotaExceededError") }',
  'is closing':
    'IDBDatabase.prototype.transaction = () => { throw new DOMException("The database connection is closing.", "InvalidStateError") }',
};

const script = (code: string) => `<script>${code}</script>`;

inBrowsers(['Firefox', 'WebKitGTK'], (bench) => {
  for (const [way, code] of Object.entries(DATABASES))
    it(`B9 a database that ${way}: sent, else called not saved`, async () => {
      const one = await bench().case();
      const tab = await bench().tab(one, { head: script(code) });
      const [sent] = await one.give(tab);
      expect([sent.told, one.collector.rows.size]).toEqual(['sent', 1]);
      await one.collector.down();
      await tab.offline(true);
      const [lost] = await one.give(tab);
      expect(lost.told).toBe('lost');
      if (FULL) expect(Math.max(sent.toldAfterMs, lost.toldAfterMs)).toBeLessThan(FALL_BACK_MS);
      await one.look(tab);
      bench().pass(`B9 database that ${way}`, one);
    });

  it('B10 site data cleared under the open page: the new answer is kept and sent, without an exception', async () => {
    const one = await bench().case();
    const tab = await bench().tab(one);
    await one.give(tab);
    await tab.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases()) {
        await new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));
      }
      localStorage.clear();
    });
    await one.collector.down();
    const [kept] = await one.give(tab);
    expect(kept.told).toBe('kept');
    await one.collector.up();
    await tab.call('flush');
    await one.delivered();
    await one.look(tab);
    bench().pass('B10 site data cleared', one);
  });

  it('B11 newer code upgrades under an old tab, and finds what older code kept: nothing hangs, nothing is lost', async () => {
    const one = await bench().case();
    const visitor = await bench().visitor();
    const url = bench().page(one);
    const old = await visitor.tab(url);
    await one.give(old);
    await one.collector.down();
    await one.give(old, 2);
    const upgrade = () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('fourfold', 2);
        opening.onblocked = () => resolve('blocked');
        opening.onupgradeneeded = () => opening.result.createObjectStore('later');
        opening.onsuccess = () => resolve('upgraded');
      });
    expect(await (await visitor.tab(url)).evaluate(upgrade)).toBe('upgraded');
    const [after] = await one.give(old);
    expect(after.told).toBe('kept');
    await one.collector.up();
    await old.call('flush');
    await one.delivered();
    await one.look(old);
    bench().pass('B11 upgraded under an old tab', one);
  });

  it('B11 what the first released schema kept is sent by a page that asks nobody', async () => {
    const one = await bench().case();
    const file = join(import.meta.dirname, '../fixtures/outbox/schema-1.json');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as {
      entries: (Given & { body: string })[];
      shared: object;
    }; // ours
    const visitor = await bench().visitor();
    const tab = await visitor.tab(bench().site.page({}));
    await tab.evaluate(
      ({ entries, shared }, endpoint) =>
        new Promise((resolve) => {
          const opening = indexedDB.open('fourfold', 1);
          opening.onupgradeneeded = () => {
            const { result } = opening;
            const store = result.createObjectStore('entries', { keyPath: 'seq' });
            for (const entry of entries) store.put({ ...entry, endpoint });
            result.createObjectStore('shared').put(shared, 0);
          };
          opening.onsuccess = resolve;
        }),
      kept,
      one.collector.endpoint,
    );
    const before = one.site.asked.length;
    one.given.push(
      ...kept.entries.map(({ id, revision }) => ({
        id,
        revision,
        token: 'kept by the first schema',
        told: 'kept' as const,
        toldAfterMs: 0,
      })),
    );
    one.tried.push('kept by the first schema');
    await tab.open(bench().page(one));
    await one.delivered();
    expect(one.site.asked.slice(before).filter((path) => path.includes('/prompt-'))).toEqual([]);
    await one.look(tab);
    bench().pass('B11 first schema', one);
  });
});
