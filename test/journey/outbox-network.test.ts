import { expect, it } from 'vitest';
import { RETRY_AFTER_CAP_MS } from '../../widget/outbox/backoff.ts';
import { TROUBLED_MAX } from '../../widget/outbox/gate.ts';
import { startDemo } from '../support/demo.ts';
import { FULL } from '../support/fault-cases.ts';
import { COUNT, inBrowsers, SEEDS, WARP } from './faults/bench.ts';
import { until } from './faults/case.ts';
import { FaultCollector, type Fault } from './faults/fault-collector.ts';
import type { Exported } from './faults/page-script.ts';
import { uniformDraws } from '../../shared/statistics/normal-draws.ts';

const MINUTE_MS = 60_000;
/** How long it may take, in ms: the words after the last click, all that was kept after the network is back, a healthy line. */
const [KEPT_WITHIN_MS, SENT_WITHIN_MS, EMPTY_WITHIN_MS] = [200, 10_000, 2_000];
const PORTAL = '<!doctype html><title>Sign in</title><p>Welcome to the station';

inBrowsers(['Firefox', 'WebKitGTK'], (bench) => {
  it('N1 a healthy line: each revision is sent once, and nothing stays', async () => {
    const one = await bench().case();
    const tab = await bench().tab(one);
    const given = await one.give(tab, COUNT);
    const last = performance.now();
    await until(async () => (await tab.call('pending')) === 0, 'an empty outbox');
    if (FULL) expect(performance.now() - last).toBeLessThan(EMPTY_WITHIN_MS);
    expect(new Set(given.map(({ told }) => told))).toEqual(new Set(['sent']));
    expect(one.resent()).toBe(0);
    await one.look(tab);
    expect(one.collector.rows.size).toBe(COUNT);
    bench().pass('N1 healthy', one);
  });

  it('N2 offline for all, then online: kept at once, nothing sent, all sent after', async () => {
    const one = await bench().case();
    const tab = await bench().tab(one);
    await one.give(tab); // whatever a prompt loads is here before the network goes
    await one.collector.down();
    await tab.offline(true);
    const given = await one.give(tab, COUNT);
    expect(new Set(given.map(({ told }) => told))).toEqual(new Set(['kept']));
    const slowest = Math.max(...given.map(({ toldAfterMs }) => toldAfterMs));
    console.log(`N2 ${bench().browser}: kept within ${slowest.toFixed(0)} ms`);
    if (FULL) expect(slowest).toBeLessThanOrEqual(KEPT_WITHIN_MS);
    expect(one.collector.rows.size).toBe(1);
    await one.collector.up();
    const begun = performance.now();
    await tab.offline(false);
    await one.delivered();
    if (FULL) expect(performance.now() - begun).toBeLessThan(SENT_WITHIN_MS);
    await one.look(tab);
    bench().pass('N2 offline, then online', one);
  });

  it('N2 without the event of being online: sent by back-off alone', async () => {
    const one = await bench().case();
    const tab = await bench().tab(one, { warp: WARP });
    await one.give(tab);
    await one.collector.down();
    await one.give(tab, 3);
    await one.collector.up();
    await one.delivered();
    await one.look(tab);
    bench().pass('N2 without the event', one);
  });

  /** Of all seeds together: each revision goes 1 / (1 − 0.3) = 1.43 times on average, give or take 0.1 in one run of 200. */
  const flaky = { items: 0, again: 0 };

  for (const seed of SEEDS) {
    it(`N3 a flaky line: 15 % cut before, 15 % cut after, 10 % late (seed ${seed})`, async () => {
      const one = await bench().case(seed);
      const random = uniformDraws(seed);
      one.collector.plan = () => {
        const luck = random();
        if (luck < 0.15) return { kind: 'reset', when: 'before' };
        if (luck < 0.3) return { kind: 'reset', when: 'after' };
        return luck < 0.4 ? { kind: 'delay', ms: 3_000 / WARP } : undefined;
      };
      const tab = await bench().tab(one, { warp: WARP });
      await one.give(tab, COUNT);
      await one.delivered();
      await one.look(tab);
      flaky.items += one.collector.posts.flatMap(({ records }) => records).length;
      flaky.again += one.resent();
      if (FULL && seed === SEEDS.at(-1))
        expect(flaky.items / (flaky.items - flaky.again)).toBeLessThanOrEqual(1.6);
      bench().pass(`N3 flaky, seed ${seed}`, one);
    });

    it(`N4 receipts lost after commit, 30 %: sent again with the same bytes (seed ${seed})`, async () => {
      const one = await bench().case(seed);
      const random = uniformDraws(seed);
      one.collector.plan = (_, count) =>
        count === 1 || random() < 0.3 ? { kind: 'reset', when: 'after' } : undefined;
      const tab = await bench().tab(one, { warp: WARP });
      await one.give(tab, COUNT);
      await one.delivered();
      await until(async () => (await tab.call('pending')) === 0, 'an empty outbox');
      expect(one.resent()).toBeGreaterThan(0);
      await one.look(tab);
      bench().pass(`N4 receipts lost, seed ${seed}`, one);
    });

    it(`N5 a storm of 5xx: one request at a time, at most 20 a minute, and all arrive (seed ${seed})`, async () => {
      const one = await bench().case(seed);
      const random = uniformDraws(seed);
      const calm = Date.now() + MINUTE_MS / WARP;
      one.collector.plan = () =>
        Date.now() < calm && random() < 0.5
          ? { kind: 'answer', status: [500, 502, 503, 504][Math.floor(random() * 4)] }
          : undefined;
      const tab = await bench().tab(one, { warp: WARP });
      await one.give(tab, COUNT);
      await one.delivered();
      await one.look(tab);
      const storm = one.collector.posts.filter(({ at }) => at < calm).map(({ at }) => at);
      const minute = (start: number) =>
        storm.filter((at) => at >= start && at < start + MINUTE_MS / WARP).length;
      expect(one.collector.mostAtOnce).toBe(1);
      // What went before the first failure is no part of the storm.
      const first = one.collector.posts.findIndex(({ fault }) => fault);
      expect(Math.max(...storm.slice(first).map(minute))).toBeLessThanOrEqual(TROUBLED_MAX);
      bench().pass(`N5 5xx storm, seed ${seed}`, one);
    });
  }

  it('N4 before the real collector, receipts lost: its export has every answer once', async () => {
    const demo = await startDemo();
    try {
      const headers = { 'content-type': 'application/json' };
      const collector = new FaultCollector(async (body) =>
        (await fetch(`${demo.proxy.origin}/responses`, { method: 'POST', headers, body })).text(),
      );
      const one = await bench().case(1, collector);
      const random = uniformDraws(1);
      collector.plan = () => (random() < 0.3 ? { kind: 'reset', when: 'after' } : undefined);
      const tab = await bench().tab(one, { warp: WARP });
      await one.give(tab, COUNT);
      await until(async () => (await tab.call('pending')) === 0, 'an empty outbox');
      await one.look(tab);
      const lines = (await demo.download('/export.ndjson')).trim().split('\n');
      const rows = lines.map((line) => JSON.parse(line) as { id: string; answers: { why?: string } }); // our collector's
      expect(rows.map(({ answers }) => answers.why).sort()).toEqual([...one.tried].sort());
      expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(one.given.map(({ id }) => id)));
      bench().pass('N4 before the real collector', one);
    } finally {
      await demo.close();
    }
  });

  it('N6 Retry-After in seconds, as a date, garbage and huge: nothing is sent before, in any tab, after a reload', async () => {
    const one = await bench().case();
    const { since } = one;
    const pageTime = (at = Date.now()) => since + (at - since) * WARP;
    const asked = [3_000, 10_000, 0, RETRY_AFTER_CAP_MS];
    one.collector.plan = (_, count) => {
      const header = ['3', new Date(pageTime() + asked[1]).toUTCString(), 'soon', '1000000000'][count];
      return header === undefined
        ? undefined
        : {
            kind: 'answer',
            status: 429,
            headers: { 'retry-after': header, 'access-control-expose-headers': 'retry-after' },
          };
    };
    const page = { warp: WARP };
    const visitor = await bench().visitor();
    const url = bench().page(one, page);
    const tabs = [await visitor.tab(url), await visitor.tab(url)];
    await one.give(tabs[0]);
    await one.give(tabs[1]);
    await until(() => one.collector.posts.length === 4, 'four refusals');
    const times = one.collector.posts.map(({ at }) => pageTime(at));
    for (const [i, ms] of asked.slice(0, 3).entries()) {
      const isDate = i === 1;
      expect(times[i + 1] - times[i]).toBeGreaterThanOrEqual(ms - (isDate ? 1_000 : 0)); // a date knows no fractions
    }
    for (const tab of tabs) await tab.call('flush');
    for (const tab of tabs) await tab.open(url);
    for (const tab of tabs) await tab.call('flush');
    await one.give(tabs[0]);
    expect(one.collector.posts).toHaveLength(4);
    for (const tab of tabs) await one.look(tab);
    await visitor.tab(bench().page(one, { ...page, ahead: RETRY_AFTER_CAP_MS + 1_000 }));
    await one.delivered();
    bench().pass('N6 Retry-After', one);
  });

  it('N7 413 for a batch, and for one: halved down, the one parked, the others stored', async () => {
    const one = await bench().case();
    const tab = await bench().tab(one, { warp: WARP });
    await one.give(tab);
    await one.collector.down();
    const given = await one.give(tab, COUNT);
    const large = given[COUNT / 2];
    one.collector.plan = ({ records }) =>
      records.length > 2 || records.some(({ id }) => id === large.id)
        ? { kind: 'answer', status: 413 }
        : undefined;
    await one.collector.up();
    await tab.call('flush');
    await until(async () => (await tab.call('pending')) === 0, 'nothing that waits');
    const { rejected } = await one.look(tab);
    expect(rejected).toMatchObject([{ id: large.id, status: 413 }]);
    expect(given.filter((answer) => !one.isStored(answer))).toEqual([large]);
    const sizes = one.collector.posts.map(({ records }) => records.length);
    const halved = sizes.filter((size, at) => sizes[at - 1] > 2 && size === Math.ceil(sizes[at - 1] / 2));
    expect(halved.length).toBeGreaterThan(0);
    bench().pass('N7 413', one);
  });

  it('N8 one id gets 400 for ever: posted twice at most, parked, told to the owner; the others stored', async () => {
    const one = await bench().case();
    const tab = await bench().tab(one, { warp: WARP });
    await one.give(tab);
    await one.collector.down();
    const given = await one.give(tab, COUNT);
    const poison = given[(COUNT / 3) | 0];
    const hasPoison = (records: readonly { id: string }[]) => records.some(({ id }) => id === poison.id);
    one.collector.plan = ({ records }) => (hasPoison(records) ? { kind: 'answer', status: 400 } : undefined);
    await one.collector.up();
    await tab.call('flush');
    await until(async () => (await tab.call('pending')) === 0, 'nothing that waits');
    const { rejected } = await one.look(tab);
    expect(rejected).toMatchObject([{ id: poison.id, status: 400, code: 'http-400' }]);
    expect(await tab.call<Exported[]>('export')).toMatchObject([{ id: poison.id, parked: { status: 400 } }]);
    expect(given.filter((answer) => !one.isStored(answer))).toEqual([poison]);
    expect(one.collector.posts.filter(({ records }) => hasPoison(records)).length).toBeLessThanOrEqual(2);
    bench().pass('N8 poison', one);
  });

  it('N9 a captive portal: no page, empty object, 204, opaque answer or redirect is a receipt, and none gets the answer', async () => {
    const one = await bench().case();
    const other = await bench().case();
    const location = { location: other.collector.endpoint };
    const faults: Fault[] = [
      { kind: 'answer', status: 200, type: 'text/html', body: PORTAL },
      { kind: 'answer', status: 200, body: '{}' },
      { kind: 'answer', status: 204 },
      { kind: 'no-cors' }, // opaque, and refused to the page
      ...[302, 303, 307].map((status): Fault => ({ kind: 'answer', status, headers: location })),
    ];
    one.collector.plan = (_, count) => faults[count];
    const tab = await bench().tab(one, { warp: WARP });
    const given = await one.give(tab, COUNT);
    await one.delivered();
    expect(one.collector.posts.length).toBeGreaterThan(faults.length);
    expect(given[0].told).toBe('kept');
    expect(other.collector.posts).toEqual([]);
    await one.look(tab);
    bench().pass('N9 captive portal', one);
  });

  for (const way of ['CORS', 'preflight', 'name', 'TLS', 'mixed content'] as const)
    it(`N10 ${way} refused: kept, one line for the developer, no exception; sent when it can be`, async () => {
      const one = await bench().case();
      const { collector } = one;
      if (way === 'CORS') collector.plan = () => ({ kind: 'no-cors' });
      if (way === 'preflight') collector.preflight = 403;
      const endpoints = {
        ...{ CORS: collector.endpoint, preflight: collector.endpoint },
        name: 'http://nowhere.invalid/responses',
        TLS: collector.endpoint.replace('http:', 'https:'),
        'mixed content': collector.endpoint.replace('127.0.0.1', bench().plainHost),
      };
      const endpoint = endpoints[way];
      const site = way === 'mixed content' ? await bench().secureSite() : bench().site;
      const tab = await (await bench().visitor()).tab(site.page({ endpoint, warp: WARP }));
      const given = await one.give(tab, 2);
      expect(given.map(({ told }) => told)).toEqual(['kept', 'kept']);
      const { console: lines } = await one.look(tab);
      expect(lines.filter((line) => line.startsWith('fourfold:'))).toHaveLength(1);
      if (endpoint === collector.endpoint) {
        collector.plan = () => undefined;
        collector.preflight = 204;
        await tab.call('flush');
        await one.delivered();
      } else expect(collector.posts).toEqual([]);
      bench().pass(`N10 ${way} refused`, one);
    });

  it('N11 receipts cut short, a byte at a time, garbage or never: each try ends, and all arrive once', async () => {
    const one = await bench().case();
    const faults: Fault[] = [
      { kind: 'truncate' },
      { kind: 'drip', ms: 50 },
      { kind: 'hang' },
      { kind: 'garbage' },
      { kind: 'reset', when: 'after' },
    ];
    one.collector.plan = (_, count) => faults[count];
    const tab = await bench().tab(one, { warp: WARP });
    await one.give(tab, COUNT);
    await one.delivered();
    await until(async () => (await tab.call('pending')) === 0, 'an empty outbox');
    expect(one.collector.posts.length).toBeGreaterThan(faults.length);
    await one.look(tab);
    bench().pass('N11 broken receipts', one);
  });
});

inBrowsers(['Firefox'], (bench) => {
  it('N12 eighty KiB of comments at once: nothing is thrown for the budget of keepalive, and all is stored', async () => {
    const one = await bench().case();
    const own = {
      id: 'long',
      version: 1,
      questions: [
        { id: 'nps', kind: 'nps' },
        { id: 'why', kind: 'text', maxLength: 5_000 },
      ],
    };
    const body = `<script type="application/json" id="own">${JSON.stringify(own)}</script>`;
    const tab = await bench().tab(one, { body, tag: 'data-survey="#own"', warp: WARP });
    await one.collector.down();
    await one.give(tab, 6, 4_500);
    one.collector.plan = () => ({ kind: 'delay', ms: 100 });
    await one.collector.up();
    await tab.call('flush');
    await one.delivered();
    await one.look(tab);
    bench().pass('N12 80 KiB at once', one);
  });

  it('N13 another endpoint: an answer goes only to the one that it was given for', async () => {
    const [first, second] = [await bench().case(1), await bench().case(2)];
    const visitor = await bench().visitor();
    await first.collector.down();
    const tab = await visitor.tab(bench().page(first, { warp: WARP }));
    await first.give(tab, 3);
    await tab.open(bench().page(second, { warp: WARP }));
    await second.give(tab, 3);
    await second.delivered();
    const both = bench().page(first, {
      warp: WARP,
      body: `<script async src="/widget/fourfold.js" data-survey="csat" data-event="never" data-endpoint="${second.collector.endpoint}"></script>`,
    });
    await first.collector.up();
    await tab.open(both);
    first.given.push(await tab.call('score', { survey: 'nps', value: '9', token: '' }));
    second.given.push(await tab.call('score', { survey: 'csat', value: '4', token: '' }));
    for (const one of [first, second]) {
      await one.delivered();
      await one.look(tab);
      bench().pass(`N13 endpoint ${one.seed} of 2`, one);
    }
    const ids = (one: typeof first) =>
      new Set(one.collector.posts.flatMap(({ records }) => records.map(({ id }) => id)));
    expect(ids(first)).toEqual(new Set(first.given.map(({ id }) => id)));
    expect(ids(second)).toEqual(new Set(second.given.map(({ id }) => id)));
  });
});
