import { expect, it } from 'vitest';
import { FULL } from '../support/fault-cases.ts';
import { COSTLY_COUNT, COUNT, inBrowsers, SEEDS, WARP } from './faults/bench.ts';
import { until, type FaultCase } from './faults/case.ts';
import { children } from './faults/processes.ts';
import { uniformDraws } from '../../shared/statistics/normal-draws.ts';
import type { MortalVisitor, Tab } from './faults/visitor.ts';

const KILLS = FULL ? 33 : 3;
const REPLAY_KILLS = FULL ? 10 : 2;

/** How long an answer may be on its way after its tab was closed, in ms, and the share that has to arrive so. */
const [ALONE_MS, ARRIVED_ALONE] = [3_000, 0.95];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Gives answers until the browser is gone; those that were seen through count. */
async function giveUntilKilled(
  one: FaultCase,
  visitor: MortalVisitor,
  tab: Tab,
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
      const random = uniformDraws(seed);
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
    const random = uniformDraws(1);
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

  it('B4 the tab closed as soon as the respondent was told: all arrive, nearly all without another visit', async () => {
    const one = await bench().case();
    one.collector.plan = () => ({ kind: 'delay', ms: 300 });
    const visitor = await bench().visitor();
    const url = bench().page(one, { warp: WARP });
    let arrived = 0;
    for (let i = 0; i < COSTLY_COUNT; i++) {
      const tab = await visitor.tab(url);
      const [answer] = await one.give(tab);
      await tab.close();
      await until(() => one.isStored(answer), 'the answer', ALONE_MS).catch(() => undefined); // Error: it has not come, which is counted
      if (one.isStored(answer)) arrived++;
    }
    expect(arrived / COSTLY_COUNT).toBeGreaterThanOrEqual(ARRIVED_ALONE);
    const tab = await visitor.tab(url);
    await one.delivered();
    await one.look(tab);
    bench().pass('B4 tab closed when kept', one);
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
