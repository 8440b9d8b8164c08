import { expect, it } from 'vitest';
import { inBrowsers } from './faults/bench.ts';
import { until } from './faults/case.ts';

inBrowsers([], (bench) => {
  it('importScripts(fourfold-sync.js) sends what was kept when no page of the site is open any more', async () => {
    const one = await bench().case();
    const { site } = bench();
    site.file('/sw.js', 'text/javascript', "importScripts('/widget/fourfold-sync.js')");
    const visitor = await bench().mortal();
    const tab = await visitor.tab(bench().page(one));
    const worker = await tab.page.createCDPSession();
    const ids = new Set<string>();
    worker.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { registrationId } of registrations) ids.add(registrationId);
    });
    await worker.send('ServiceWorker.enable');
    await tab.evaluate(async () => {
      await navigator.serviceWorker.register('/sw.js');
      await navigator.serviceWorker.ready;
    });
    await until(() => ids.size === 1, 'the registration');
    await one.give(tab);
    await one.collector.down();
    expect((await one.give(tab, 2)).map(({ told }) => told)).toEqual(['kept', 'kept']);
    const tags = () =>
      tab.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        return (Reflect.get(registration, 'sync') as { getTags(): Promise<string[]> }).getTags();
      });
    await until(async () => (await tags()).includes('fourfold'), 'the request for a sync');
    await one.look(tab);
    await tab.page.goto('about:blank');
    await one.collector.up();
    await worker.send('ServiceWorker.dispatchSyncEvent', {
      origin: site.origin(),
      registrationId: [...ids][0],
      tag: 'fourfold',
      lastChance: false,
    });
    await one.delivered();
    bench().pass('service worker sends in the background', one);
  });
});
