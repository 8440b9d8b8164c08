import { describe, expect, it } from 'vitest';
import { BROWSER } from './launch.ts';
import { useHostSite } from './use-host-site.ts';

const bench = useHostSite();
const QUIET = { said: [], thrown: [], forbidden: [] };
const PHONE = { width: 360, height: 740 };

/** Sums the shifts of the layout, and counts the page's own elements among what has moved, also after a click. */
const SHIFTS = `window.shifts = 0; window.moved = 0;
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      shifts += value;
      for (const { node } of sources) moved += document.contains(node) && node.localName !== 'fourfold-survey';
    }
  }).observe({ type: 'layout-shift', buffered: true });`;
const ARTICLE = (room: string): string =>
  `<p>Above</p><div id="here" style="${room}"></div><p id="below">Below</p><button>Order</button>`;

/** A clock that goes on when it is told to, for waits of five seconds and more. */
const CLOCK = `{
  const real = { set: setTimeout, clear: clearTimeout };
  const late = new Map();
  let now = 0, next = 1e9;
  window.setTimeout = (run, ms, ...rest) => {
    if (!(ms >= 5000)) return real.set.call(window, run, ms, ...rest);
    late.set(++next, { due: now + ms, run });
    return next;
  };
  window.clearTimeout = (id) => late.delete(id) || real.clear.call(window, id);
  window.elapse = (ms) => {
    now += ms;
    for (const [id, { due, run }] of [...late]) if (due <= now) { late.delete(id); run(); }
  };
}`;
const AWAY = "window.fetch = () => Promise.reject(new TypeError('away'));";

describe('where a prompt stands', () => {
  // Only Chromium's engine measures shifts of the layout.
  if (BROWSER !== 'Firefox')
    for (const [what, tag, room, size] of [
      ['over the page', 'data-survey="nps" data-placement="bottom"', '', undefined],
      ['over the page of a phone', 'data-survey="nps"', '', PHONE],
      [
        'inline in its room',
        'data-survey="nps" data-placement="inline" data-target="#here"',
        'min-height:400px',
        undefined,
      ],
      [
        'inline in its room on a phone',
        'data-survey="nps" data-placement="inline" data-target="#here"',
        'min-height:420px',
        PHONE,
      ],
      [
        'inline out of view',
        'data-survey="nps" data-placement="inline" data-target="#here"',
        'margin-top:3000px',
        undefined,
      ],
    ] as const)
      it(`${what}: from first to last nothing of the page shifts`, async () => {
        const { visit } = bench();
        const page = await visit({ before: SHIFTS, body: ARTICLE(room), tag }, size);
        await page.shown();
        expect(await page.ask('shifts')).toBe(0);
        if (what !== 'inline out of view') await page.answer(9, 'All the way');
        await page.ask('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
        expect(await page.ask('[moved, scrollX, scrollY]')).toEqual([0, 0, 0]);
        expect(await page.heard()).toEqual(QUIET);
      });

  it('inline without room: the console names the height once', async () => {
    const { visit } = bench();
    const tag = 'data-survey="nps" data-placement="inline" data-target="#here"';
    const page = await visit({ body: ARTICLE(''), tag });
    await page.shown();
    const height = await page.ask<number>(
      "Math.ceil(root.querySelector('.card').getBoundingClientRect().height)",
    );
    expect((await page.heard()).said).toEqual([
      `fourfold: survey "nps" has moved the page; give #here a min-height of ${height}px`,
    ]);
  });

  it('a placement that nobody knows: the usual corner, and one line that names those that are known', async () => {
    const { visit } = bench();
    const page = await visit({ tag: 'data-survey="nps" data-placement="middle"' });
    await page.shown();
    const edges =
      "[root.querySelector('.card').getBoundingClientRect()].flatMap(({ right, bottom }) => [innerWidth - right, innerHeight - bottom].map(Math.round))";
    expect(await page.ask(edges)).toEqual([24, 24]);
    expect((await page.heard()).said).toEqual([
      expect.stringMatching(/^fourfold: no placement "middle"; use popover, top-left, .*kiosk$/),
    ]);
  });

  it('full-page: what lies beneath cannot be reached, and can again when it is closed', async () => {
    const { visit } = bench();
    const body = '<main><a href="#a">Link</a><button>Order</button></main>';
    const page = await visit({ body, tag: 'data-survey="nps" data-placement="full-page"' });
    await page.shown();
    expect(await page.ask("document.querySelector('main').inert")).toBe(true);
    const { width, height } = await page.ask<DOMRect>(
      "root.querySelector('.ff').getBoundingClientRect().toJSON()",
    );
    expect([width, height]).toEqual([1280, 800]);
    await page.click('[part="close"]');
    await page.until("!document.querySelector('main').inert");
    expect(await page.heard()).toEqual(QUIET);
  });
});

describe('a kiosk', () => {
  const KIOSK = 'data-survey="nps" data-placement="kiosk"';

  it('serves one visitor after another, each with a record of their own that the device holds', async () => {
    const { visit } = bench();
    const page = await visit({ before: CLOCK + AWAY, tag: KIOSK });
    await page.shown();
    expect(await page.answer(9, 'First')).toMatch(/^Kept on this device/);
    await page.ask('elapse(8000)');
    await page.until('root.querySelector(\'input[value="0"]\')');
    expect(await page.ask("[...root.querySelectorAll('input')].some(({ checked }) => checked)")).toBe(false);
    await page.click('input[value="3"]');
    await page.click('[part="next"]');
    await page.click('textarea');
    await page.type('Gone');
    await page.ask('elapse(60000)');
    await page.until('root.querySelector(\'input[value="0"]\')');
    expect(await page.ask("[...root.querySelectorAll('input')].some(({ checked }) => checked)")).toBe(false);
    await page.click('input[value="6"]');
    await page.click('[part="next"]');
    await page.until("root.querySelector('textarea')");
    expect(await page.ask("root.querySelector('textarea').value")).toBe('');
    const held = await page.ask<{ id: string; status: string; answers: object }[]>('fourfold.export()');
    expect(held.map(({ status, answers }) => ({ status, answers }))).toEqual([
      { status: 'completed', answers: { nps: 9, why: 'First' } },
      { status: 'completed', answers: { nps: 3, why: 'Gone' } },
      { status: 'partial', answers: { nps: 6 } },
    ]);
    expect(new Set(held.map(({ id }) => id)).size).toBe(3);
    expect((await page.heard()).thrown).toEqual([]);
  });

  it('times an answer from the first touch, and waits for it without end', async () => {
    const { visit, site } = bench();
    const hear = "addEventListener('fourfold-shown', ({ detail }) => (window.first = detail.record));";
    const page = await visit({ before: CLOCK + hear, tag: KIOSK });
    await page.shown();
    const { id, shownAt } = await page.ask<{ id: string; shownAt: string }>('first');
    await page.ask('elapse(3600000)');
    expect(await page.ask("root.querySelectorAll('.point').length")).toBe(11);
    await page.click('input[value="5"]');
    await expect.poll(() => site.records()).toMatchObject([{ id, answers: { nps: 5 } }]);
    expect(Date.parse(site.records()[0].shownAt)).toBeGreaterThan(Date.parse(shownAt));
  });

  it('has no cross, stays when Escape is pressed, fills the screen at the first touch, and asks again after a restart', async () => {
    const { visit } = bench();
    const page = await visit({ before: CLOCK, tag: KIOSK });
    await page.shown();
    expect(await page.ask("getComputedStyle(root.querySelector('.close')).display")).toBe('none');
    await page.click('input[value="5"]');
    await page.until('document.fullscreenElement');
    expect(await page.ask("root.elementFromPoint(innerWidth / 2, 10).closest('.ff') !== null")).toBe(true);
    await page.press('Escape');
    expect(await page.ask("root.querySelector('.ff').matches(':popover-open')")).toBe(true);
    await page.page.reload();
    await page.shown();
    expect(await page.heard()).toEqual(QUIET);
  });
});
