import type { Frame } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { inBrowsers, WARP } from './faults/bench.ts';
import { until } from './faults/case.ts';
import { callIn, type Tab } from './faults/visitor.ts';

const SLOW_WARP = 5;

/** A frame of a page, as the page script in it lets it be used. */
function frameTab(frame: Frame): Pick<Tab, 'call'> {
  return { call: (name, argument) => callIn(frame, name, argument) };
}

inBrowsers(['Firefox', 'WebKitGTK'], (bench) => {
  it('B8 a private window: kept and sent while it lives', async () => {
    const one = await bench().case();
    const tab = await bench().tab(one);
    await one.give(tab, 2);
    await one.collector.down();
    expect((await one.give(tab, 2)).map(({ told }) => told)).toEqual(['kept', 'kept']);
    await one.collector.up();
    await tab.call('flush');
    await one.delivered();
    await one.look(tab);
    bench().pass('B8 private window', one);
  });
});

inBrowsers([], (bench) => {
  it('B6 the sending tab is frozen with its request on the way: another one takes over', async () => {
    const one = await bench().case();
    const visitor = await bench().puppeteer();
    const url = bench().page(one, { warp: SLOW_WARP });
    const [frozen, other] = [await visitor.tab(url), await visitor.tab(url)];
    await one.give(frozen);
    one.collector.plan = (_, count) =>
      count === one.collector.posts.length && count < 3 ? { kind: 'hang' } : undefined;
    const token = one.token();
    const posts = one.collector.posts.length;
    const dropped = frozen.call<{ id: string; revision: number }>('drop', token);
    await until(() => one.collector.posts.length > posts, 'a request that hangs');
    const session = await frozen.page.createCDPSession();
    await dropped;
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await one.give(other);
    await one.delivered();
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    one.given.push({ ...(await dropped), token, told: 'thanks', toldAfterMs: 0 });
    await one.delivered();
    for (const tab of [frozen, other]) await one.look(tab);
    bench().pass('B6 sending tab frozen', one);
  });

  it('B7 out to another site and back from the cache with five unsent: restored, and sent once', async () => {
    const one = await bench().case();
    const tab = await (await bench().puppeteer()).tab(bench().page(one));
    await one.give(tab);
    await one.collector.down();
    await one.give(tab, 5);
    await tab.open(bench().site.page({}, 'localhost'));
    await one.collector.up();
    await tab.page.goBack({ waitUntil: 'domcontentloaded' });
    await one.delivered();
    const { restored } = await one.look(tab);
    expect(restored).toBe(true);
    bench().pass('B7 back-forward cache', one);
  });

  it('B13 a service worker of the site passes on, answers with its offline page, or caches: no false delivery', async () => {
    const workers = {
      passes: 'event.respondWith(fetch(event.request))',
      'offline page':
        'event.respondWith(fetch(event.request).catch(() => new Response("<h1>Offline</h1>", { headers: { "content-type": "text/html" } })))',
      caches: `if (event.request.method === 'POST') event.respondWith(self.first ? self.first.then((r) => r.clone()) : (self.first = fetch(event.request)).then((r) => r.clone()))`,
    };
    for (const [way, code] of Object.entries(workers)) {
      const one = await bench().case();
      const path = `/worker-${way.length}.js`;
      bench().site.file(
        path,
        'text/javascript',
        `addEventListener('activate', (event) => event.waitUntil(clients.claim())); addEventListener('fetch', (event) => { ${code} })`,
      );
      const tab = await bench().tab(one, { warp: WARP });
      await tab.evaluate(async (script) => {
        const controlled = new Promise((resolve) =>
          navigator.serviceWorker.addEventListener('controllerchange', resolve),
        );
        await navigator.serviceWorker.register(script);
        await controlled;
      }, path);
      await one.give(tab);
      if (way === 'offline page') await one.collector.down();
      await one.give(tab, 2);
      await one.look(tab);
      if (way === 'offline page') await one.collector.up();
      await tab.evaluate(async () => {
        for (const registration of await navigator.serviceWorker.getRegistrations())
          await registration.unregister();
      });
      await tab.open(bench().page(one, { warp: WARP }));
      await one.delivered();
      bench().pass(`B13 service worker ${way}`, one);
    }
  });

  it('B14 in a frame of the same site, of another one, and in a sandbox: durable but in the sandbox', async () => {
    const frames = [
      { way: 'same origin', sandbox: '', host: undefined, told: 'kept' },
      { way: 'third party', sandbox: '', host: 'shop.example', told: 'kept' },
      { way: 'sandbox', sandbox: 'sandbox="allow-scripts"', host: undefined, told: 'lost' },
    ] as const;
    for (const { way, sandbox, host, told } of frames) {
      const one = await bench().case();
      const body = `<iframe ${sandbox} style="width:600px;height:600px" src="${bench().page(one)}"></iframe>`;
      const tab = await (await bench().puppeteer()).tab(bench().site.page({ body }, host));
      await until(() => tab.page.frames().length === 2, 'the frame');
      const inside = frameTab(tab.page.frames()[1]);
      await one.give(inside);
      await one.delivered();
      await one.collector.down();
      const [answer] = await one.give(inside);
      expect([way, answer.told]).toEqual([way, told]);
      await one.collector.up();
      await inside.call('flush');
      await one.delivered();
      await one.look(inside);
      bench().pass(`B14 frame, ${way}`, one);
    }
  });

  it('B17 connect-src none: kept, one line for the developer, no request, no loop of reports', async () => {
    const one = await bench().case();
    const headers = { 'content-security-policy': "connect-src 'none'" };
    const tab = await bench().tab(one, { headers, warp: WARP });
    const given = await one.give(tab, 2);
    expect(given.map(({ told }) => told)).toEqual(['kept', 'kept']);
    const { violations, console: lines } = await one.look(tab);
    expect(lines.filter((line) => line.startsWith('fourfold:')).length).toBe(1);
    expect(violations).toBeLessThanOrEqual(10);
    expect(one.collector.posts).toEqual([]);
    await tab.open(bench().page(one));
    await one.delivered();
    bench().pass('B17 connect-src none', one);
  });
});
