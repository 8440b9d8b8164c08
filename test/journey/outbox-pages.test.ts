import { expect, it } from 'vitest';
import { COUNT, inBrowsers, WARP } from './faults/bench.ts';
import type { Told } from './faults/page-script.ts';
import type { Tab } from './faults/visitor.ts';

const YEARS_3 = 3 * 365 * 86_400_000;
const DAYS_40 = 40 * 86_400_000;

/** Ten databases opened at once take a slow machine more than the 2 s after which memory stands in, as B9 has it. */
async function opened(tabs: readonly Pick<Tab, 'call'>[]): Promise<void> {
  for (const tab of tabs) await tab.call('export');
}

const script = (code: string) => `<script>${code}</script>`;

inBrowsers(['Firefox', 'WebKitGTK'], (bench) => {
  for (const count of [2, 10]) {
    it(`B5 ${count} tabs share one outbox: each revision is sent once, one request at a time`, async () => {
      const one = await bench().case();
      one.collector.plan = () => ({ kind: 'delay', ms: 20 });
      const visitor = await bench().visitor();
      const url = bench().page(one);
      const tabs = await Promise.all(Array.from({ length: count }, () => visitor.tab(url)));
      await opened(tabs);
      const each = Math.ceil(COUNT / count);
      await Promise.all(tabs.map((tab) => one.give(tab, each)));
      await one.delivered();
      expect(one.collector.mostAtOnce).toBe(1);
      expect(one.resent()).toBe(0);
      for (const tab of tabs) await one.look(tab);
      bench().pass(`B5 ${count} tabs`, one);
    });
  }

  it('B15 a plain http site: no locks, no randomUUID; ten tabs send one request at a time, and each answer is there once', async () => {
    const one = await bench().case();
    const visitor = await bench().visitor();
    const url = bench().page(one, {}, bench().plainHost);
    const tabs = await Promise.all(Array.from({ length: 10 }, () => visitor.tab(url)));
    expect(
      await tabs[0].evaluate(() => [isSecureContext, 'locks' in navigator, 'randomUUID' in crypto]),
    ).toEqual([false, false, false]);
    await opened(tabs);
    await Promise.all(tabs.map((tab) => one.give(tab, Math.ceil(COUNT / 10))));
    await one.delivered();
    expect(one.collector.mostAtOnce).toBe(1);
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
});

inBrowsers(['Firefox'], (bench) => {
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
        await tab.evaluate((code) => {
          const element = document.createElement('script');
          element.textContent = code;
          document.head.append(element);
        }, later);
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
