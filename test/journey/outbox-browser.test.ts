import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FULL } from '../support/fault-cases.ts';
import { COSTLY_COUNT, COUNT, inBrowsers, SEEDS, WARP } from './faults/bench.ts';
import { until, type FaultCase } from './faults/case.ts';
import { children } from './faults/processes.ts';
import type { Given, Told } from './faults/page-script.ts';
import { seeded } from './faults/random.ts';
import type { MortalVisitor, PuppeteerTab } from './faults/visitor.ts';

const KILLS = FULL ? 33 : 3;
const REPLAY_KILLS = FULL ? 10 : 2;
const YEARS_3 = 3 * 365 * 86_400_000;
const DAYS_40 = 40 * 86_400_000;

const script = (code: string) => `<script>${code}</script>`;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Gives answers until the browser is gone; those that were seen through count. */
async function giveUntilKilled(
  one: FaultCase,
  visitor: MortalVisitor,
  tab: PuppeteerTab,
  afterMs: number,
  most: number,
): Promise<void> {
  const giving = (async () => {
    while (one.given.length < most) await one.give(tab);
  })().catch(() => undefined); // the browser was killed under it
  await Promise.race([giving, pause(afterMs)]);
  await visitor.kill();
  await giving;
  await visitor.revive();
}

inBrowsers(['Firefox'], (bench) => {
  for (const seed of SEEDS) {
    it(`B1 the browser killed at any moment while receipts get lost: what was kept is there once (seed ${seed})`, async () => {
      const one = await bench().case(seed);
      const random = seeded(seed);
      one.collector.plan = () => (random() < 0.3 ? { kind: 'reset', when: 'after' } : undefined);
      const visitor = await bench().mortal();
      const url = bench().page(one);
      for (let kill = 0; kill < KILLS; kill++) {
        const tab = await visitor.tab(url);
        await giveUntilKilled(one, visitor, tab, 200 + random() * 800, COUNT);
      }
      one.collector.plan = () => undefined;
      const tab = await visitor.tab(url);
      await one.give(tab, Math.max(1, COUNT - one.given.length));
      await one.delivered();
      await one.look(tab);
      bench().pass(`B1 browser killed ${KILLS} times, seed ${seed}`, one);
    });
  }

  it('B2 the browser killed while it sends what was kept: all are there once', async () => {
    const one = await bench().case();
    const random = seeded(1);
    const visitor = await bench().mortal();
    const url = bench().page(one);
    const first = await visitor.tab(url);
    await one.give(first);
    await one.collector.down();
    await one.give(first, COUNT);
    one.collector.plan = () => ({ kind: 'delay', ms: 150 });
    await one.collector.up();
    for (let kill = 0; kill < REPLAY_KILLS; kill++) {
      await visitor.kill();
      await visitor.revive();
      const posts = one.collector.posts.length;
      await visitor.tab(url);
      await until(
        () => one.collector.posts.length > posts || one.given.every((given) => one.isStored(given)),
        'a request',
        10_000,
      );
      await pause(random() * 300);
    }
    const tab = await visitor.tab(url);
    await one.delivered();
    await until(async () => (await tab.call('pending')) === 0, 'an empty outbox');
    await one.look(tab);
    const seen = new Set<string>();
    const again = one.collector.posts.filter(({ records }) => {
      const names = records.map(({ id, revision }) => `${id}/${revision}`);
      const known = names.some((name) => seen.has(name));
      for (const name of names) seen.add(name);
      return known;
    });
    expect(again.length).toBeLessThanOrEqual(2 * REPLAY_KILLS);
    bench().pass(`B2 killed ${REPLAY_KILLS} times in replay`, one);
  });

  it('B4 the tab closed as soon as the respondent was told: all arrive', async () => {
    const one = await bench().case();
    one.collector.plan = () => ({ kind: 'delay', ms: 300 });
    const visitor = await bench().visitor();
    const url = bench().page(one, { warp: WARP });
    for (let i = 0; i < COSTLY_COUNT; i++) {
      const tab = await visitor.tab(url);
      await one.give(tab);
      await tab.close();
    }
    const tab = await visitor.tab(url);
    await one.delivered();
    await one.look(tab);
    bench().pass('B4 tab closed when kept', one);
  });

  for (const count of [2, 10]) {
    it(`B5 ${count} tabs share one outbox: each revision is sent once, one request at a time`, async () => {
      const one = await bench().case();
      one.collector.plan = () => ({ kind: 'delay', ms: 20 });
      const visitor = await bench().visitor();
      const url = bench().page(one);
      const tabs = await Promise.all(Array.from({ length: count }, () => visitor.tab(url)));
      const each = Math.ceil(COUNT / count);
      await Promise.all(tabs.map((tab) => one.give(tab, each)));
      await one.delivered();
      expect(one.collector.mostAtOnce).toBe(1);
      expect(one.resent()).toBe(0);
      for (const tab of tabs) await one.look(tab);
      bench().pass(`B5 ${count} tabs`, one);
    });
  }

  it('B9 a database that is missing, refuses, never answers, is full or is closing: sent, else called not saved', async () => {
    const open = 'const { open } = IDBFactory.prototype;';
    const ways: Record<string, string> = {
      undefined: 'Object.defineProperty(window, "indexedDB", { value: undefined })',
      throws: 'IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError") }',
      errors: `${open} open.call(indexedDB, "newer", 5); IDBFactory.prototype.open = function () { return open.call(this, "newer", 1) }`,
      // The first connection never makes way for the upgrade.
      blocked: `${open} open.call(indexedDB, "stuck", 1); IDBFactory.prototype.open = function () { return open.call(this, "stuck", 2) }`,
      full: 'IDBObjectStore.prototype.put = function () { throw new DOMException("full", "QuotaExceededError") }',
      closing:
        'IDBDatabase.prototype.transaction = () => { throw new DOMException("The database connection is closing.", "InvalidStateError") }',
    };
    for (const [way, code] of Object.entries(ways)) {
      const one = await bench().case();
      const tab = await bench().tab(one, { head: script(code) });
      await one.give(tab);
      expect([way, one.given[0].told, one.collector.rows.size]).toEqual([way, 'sent', 1]);
      await one.collector.down();
      if (bench().browser === 'Chromium') await tab.offline(true);
      await one.give(tab);
      expect([way, one.given[1].told]).toEqual([way, 'lost']);
      await one.look(tab);
      bench().pass(`B9 database ${way}`, one);
    }
  });

  it('B10 site data cleared under the open page: the new answer is kept and sent, without an exception', async () => {
    const one = await bench().case();
    const tab = await bench().tab(one);
    await one.give(tab);
    await tab.page.evaluate(async () => {
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
    expect(await (await visitor.tab(url)).page.evaluate(upgrade)).toBe('upgraded');
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
    await tab.page.evaluate(
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

  it('B12 the clock three years back, forty days ahead, or standing at 0: no hammering, no wait past the cap', async () => {
    const ways = [
      { name: 'back', first: {}, then: { ahead: -YEARS_3 } },
      { name: 'ahead', first: {}, then: { ahead: DAYS_40 } },
      {
        name: 'at 0',
        first: { head: script('Date.now = () => 0') },
        then: { head: script('Date.now = () => 0') },
      },
    ];
    for (const { name, first, then } of ways) {
      const one = await bench().case();
      one.collector.plan = () => ({
        kind: 'answer',
        status: 503,
        headers: { 'retry-after': '20', 'access-control-expose-headers': 'retry-after' },
      });
      const visitor = await bench().visitor();
      const tab = await visitor.tab(bench().page(one, { warp: WARP, ...first }));
      await one.give(tab, 2);
      await tab.open(bench().page(one, { warp: WARP, ...then }));
      await one.give(tab, 2);
      const stormed = one.collector.posts.length;
      expect(stormed).toBeLessThanOrEqual(20);
      one.collector.plan = () => undefined;
      await one.delivered();
      await one.look(tab);
      bench().pass(`B12 clock ${name}`, one);
    }
  });

  it('B15 a plain http site: no locks, no randomUUID; ten tabs send each revision once', async () => {
    const one = await bench().case();
    const visitor = await bench().visitor();
    const url = bench().page(one, { warp: 5 }, 'shop.example');
    const tabs = await Promise.all(Array.from({ length: 10 }, () => visitor.tab(url)));
    expect(
      await tabs[0].page.evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto]),
    ).toEqual([false, false, false]);
    await Promise.all(tabs.map((tab) => one.give(tab, Math.ceil(COUNT / 10))));
    await one.delivered();
    expect(one.collector.mostAtOnce).toBe(1);
    expect(one.resent()).toBe(0);
    for (const tab of tabs) await one.look(tab);
    bench().pass('B15 plain http, 10 tabs', one);
  });

  it('B18 polluted prototypes: the same bytes on the wire as on a plain page', async () => {
    const pollute = `Object.assign(Object.prototype, { id: 'x', headers: { a: 'b' }, keepalive: false, durability: 'relaxed' });
      Array.prototype.toJSON = function () { return 'stolen' };
      for (const [of, name] of [[Object.prototype, 'id'], [Object.prototype, 'headers'], [Object.prototype, 'keepalive'], [Object.prototype, 'durability'], [Array.prototype, 'toJSON']])
        Object.defineProperty(of, name, { enumerable: false });`;
    const wire: string[][] = [];
    for (const head of ['', script(pollute)]) {
      const one = await bench().case();
      const tab = await bench().tab(one, { head });
      await one.give(tab, 2);
      await one.delivered();
      await one.look(tab);
      const heads = one.collector.posts.map(({ headers }) =>
        JSON.stringify({ ...headers, 'content-length': '' }),
      );
      const records = one.collector.posts.flatMap((post) =>
        post.records.filter(({ status }) => status === 'completed'),
      );
      // The same but for the moment: ids and times differ from page to page.
      const moment = ['id', 'shownAt', 'answeredAt', 'durationMs', 'page'];
      const bytes = records.map((record) =>
        JSON.stringify(record, (name, value: unknown) => (moment.includes(name) ? '' : value)),
      );
      expect(one.collector.posts.every(({ body }) => body === JSON.stringify(JSON.parse(body)))).toBe(true);
      wire.push([
        ...new Set(heads.map((head) => head.replaceAll(new URL(one.collector.origin).host, ''))),
        ...bytes,
      ]);
      bench().pass(`B18 ${head === '' ? 'plain' : 'polluted'} page`, one);
    }
    expect(wire[1]).toEqual(wire[0]);
  });

  it('B19 patched natives: exactly once; where fetch was taken before we came, kept and told so', async () => {
    const ways: Record<string, { head?: string; later?: string; told?: Told }> = {
      'fetch wrapped': {
        head: 'const { fetch: real } = window; window.fetch = (...given) => real(...given)',
      },
      'fetch throws, before': { head: 'window.fetch = () => { throw new Error("mine") }', told: 'kept' },
      'fetch fakes 200 {}, before': {
        head: 'window.fetch = () => Promise.resolve(Response.json({}))',
        told: 'kept',
      },
      'fetch throws, after': { later: 'window.fetch = () => { throw new Error("mine") }' },
      'JSON throws, after': { later: 'JSON.stringify = JSON.parse = () => { throw new Error("mine") }' },
      'Math.random = 0.5': { head: 'Math.random = () => 0.5' },
      'Date.now = 0': { head: 'Date.now = () => 0' },
      'Promise#finally broken': { head: 'Promise.prototype.finally = () => { throw new Error("mine") }' },
      'attachShadow forced open': {
        head: 'const { attachShadow } = Element.prototype; Element.prototype.attachShadow = function () { return attachShadow.call(this, { mode: "open" }) }',
      },
    };
    for (const [way, { head, later, told = 'sent' }] of Object.entries(ways)) {
      const one = await bench().case();
      const visitor = await bench().visitor();
      const tab = await visitor.tab(bench().page(one, head === undefined ? {} : { head: script(head) }));
      if (later !== undefined) {
        await one.give(tab);
        await tab.page.addScriptTag({ content: later });
      }
      const given = await one.give(tab, 2);
      expect([way, ...given.map((answer) => answer.told)]).toEqual([way, told, told]);
      expect(new Set(given.map(({ id }) => id)).size).toBe(2);
      await one.look(tab);
      if (told === 'kept') await tab.open(bench().page(one));
      await one.delivered();
      bench().pass(`B19 ${way}`, one);
    }
  });
});

inBrowsers([], (bench) => {
  it('B3 network service, storage service and renderer killed: the database is opened again without a reload', async () => {
    const one = await bench().case();
    const visitor = await bench().mortal();
    const url = bench().page(one);
    const tab = await visitor.tab(url);
    await one.give(tab, 2);
    for (const service of ['network.mojom.NetworkService', 'storage.mojom.StorageService']) {
      const pids = children(visitor.pid()).filter(({ command }) => command.includes(service));
      expect([service, pids.length > 0]).toEqual([service, true]);
      for (const { pid } of pids) process.kill(pid, 'SIGKILL');
      await one.give(tab, 2);
    }
    await one.look(tab);
    await one.collector.down();
    await one.give(tab, 2);
    const renderers = () =>
      children(visitor.pid()).filter(({ command }) => command.includes('--type=renderer'));
    const killed = renderers().map(({ pid }) => pid);
    const noticed = new Promise((resolve) => tab.page.once('error', resolve));
    for (const pid of killed) process.kill(pid, 'SIGKILL');
    await until(() => !renderers().some(({ pid }) => killed.includes(pid)), 'the renderers to be gone');
    await noticed;
    await one.collector.up();
    // A tab whose renderer is gone may still be busy with that.
    const next = await visitor.tabAfterCrash(url);
    await one.delivered();
    await one.look(next);
    bench().pass('B3 services and renderer killed', one);
  });
});
