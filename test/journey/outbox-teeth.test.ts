import { expect, it } from 'vitest';
import { COUNT, inBrowsers } from './faults/bench.ts';
import { BROKEN } from './faults/broken-outboxes.ts';
import { until, type FaultCase } from './faults/case.ts';
import { uniformDraws } from '../../shared/statistics/normal-draws.ts';
import type { Tab } from './faults/visitor.ts';

/** Answers that are more than a bound of 30. */
const MANY = 40;

inBrowsers([], (bench) => {
  const page = (one: FaultCase, name: keyof typeof BROKEN) => ({
    head: `<script>Object.defineProperty(window, 'endpoint', { value: '${one.collector.endpoint}' })</script>${BROKEN[name]}`,
  });
  const emptied = (tab: Tab) => until(async () => (await tab.call('pending')) === 0, 'an empty queue');

  it('an outbox that deletes before it sends loses answers in a storm of 5xx, and is caught', async () => {
    const one = await bench().case();
    const random = uniformDraws(1);
    one.collector.plan = () => (random() < 0.5 ? { kind: 'answer', status: 503 } : undefined);
    const tab = await (await bench().visitor()).tab(bench().site.page(page(one, 'deletes before sending')));
    await one.give(tab, COUNT);
    await emptied(tab);
    await one.look(tab);
    expect(one.check().lost).toBeGreaterThan(0);
  });

  it('an outbox that makes a new id for each try doubles answers when receipts get lost, and is caught', async () => {
    const one = await bench().case();
    const random = uniformDraws(1);
    one.collector.plan = () => (random() < 0.3 ? { kind: 'reset', when: 'after' } : undefined);
    const tab = await (await bench().visitor()).tab(bench().site.page(page(one, 'new id per try')));
    await one.give(tab, COUNT);
    await emptied(tab);
    await one.look(tab);
    expect(one.check().doubled).toBeGreaterThan(0);
  });

  it('an outbox that takes any 200 for a receipt loses answers to a captive portal, and is caught', async () => {
    const one = await bench().case();
    one.collector.plan = (_, count) =>
      count < 3
        ? { kind: 'answer', status: 200, type: 'text/html', body: '<!doctype html>Sign in' }
        : undefined;
    const tab = await (await bench().visitor()).tab(bench().site.page(page(one, 'any 200 counts')));
    await one.give(tab, COUNT);
    await emptied(tab);
    await one.look(tab);
    expect(one.check().lost).toBe(3);
  });

  it('an outbox in localStorage loses what was kept when the browser is killed, and is caught', async () => {
    const one = await bench().case();
    await one.collector.down();
    const visitor = await bench().mortal();
    const url = bench().site.page(page(one, 'localStorage'));
    await one.give(await visitor.tab(url), COUNT);
    await visitor.kill();
    await visitor.revive();
    await one.collector.up();
    const tab = await visitor.tab(url);
    await emptied(tab);
    await one.look(tab);
    expect(one.check().lost).toBeGreaterThan(0);
  });

  it('an outbox with a silent bound of 30 loses the rest of what was given offline, and is caught', async () => {
    const one = await bench().case();
    await one.collector.down();
    const tab = await (await bench().visitor()).tab(bench().site.page(page(one, 'silent bound of 30')));
    await one.give(tab, MANY);
    await one.collector.up();
    await emptied(tab);
    await one.look(tab);
    expect(one.check().lost).toBe(MANY - 30);
  });
});
