import { afterAll, beforeAll, expect, it } from 'vitest';
import { FaultCase } from './faults/case.ts';
import { FaultSite } from './faults/fault-site.ts';
import { SharedBrowser } from './faults/visitor.ts';

let site: FaultSite;
let browser: SharedBrowser;
beforeAll(async () => {
  site = await FaultSite.open();
  browser = await SharedBrowser.open('Chromium');
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

it('N1 healthy', async () => {
  const one = new FaultCase(site, 1);
  await one.collector.up();
  const visitor = await browser.visitor();
  const tab = await visitor.tab(site.page({ endpoint: one.collector.endpoint }));
  const t = performance.now();
  const given = await one.give(tab, 12);
  console.log(performance.now() - t, given, one.collector.posts.map((p) => p.records.map((r) => [r.id.slice(-4), r.revision, r.status])));
  await one.delivered();
  await one.look(tab);
  console.log(one.check());
  await visitor.close();
  await one.collector.down();
});
