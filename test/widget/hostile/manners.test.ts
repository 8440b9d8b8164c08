import { describe, expect, it } from 'vitest';
import { rememberNatives, takeState } from './host-state.ts';
import { useHostSite } from './use-host-site.ts';
import type { Visit } from './visit.ts';

const bench = useHostSite();
const QUIET = { said: [], thrown: [], forbidden: [] };

/** A page with what pages have: styles of its own, a form, a dialog, keys, and a place where the reader is. */
const HEAD = `<style>
  body { margin: 2rem; font: 18px/1.7 Georgia, serif; color: #123 } section { height: 2500px }
  button, input { padding: 3px; border: 2px solid } .sticky { position: sticky; top: 0; z-index: 999999 }
</style>`;
const BODY = `<header class="sticky"><a href="#a">Shop</a></header>
  <form id="order" action="/ordered"><input id="name" name="name" value="Mei"><input type="checkbox" name="gift" checked>
  <select name="size"><option>L</option></select><button id="send">Order</button></form>
  <section><p>Water makes up more than ninety-eight percent of a cup.</p><div id="here"></div></section>
  <dialog id="dialog"><p>Help</p></dialog>`;
/** Keys that a page listens to, as it hears them. */
const KEYS = `window.keys = []; for (const type of ['keydown', 'keypress', 'keyup'])
  addEventListener(type, ({ key }) => keys.push(type + ' ' + key));`;
const SUBMITS =
  "window.submits = 0; addEventListener('submit', (event) => { submits++; event.preventDefault(); });";

async function state(page: Visit): Promise<ReturnType<typeof takeState>> {
  return page.page.evaluate(takeState);
}

describe('a guest on the page', () => {
  for (const placement of ['popover', 'top', 'inline'])
    it(`${placement}: styles, layout, focus, scroll, forms, globals and prototypes are the same before, during and after`, async () => {
      const { visit, site } = bench();
      // The place of an inline prompt is out of view, and its room is the page's business.
      const head = `${HEAD}<style>#here { margin-top: 1200px; height: 300px }</style>`;
      const page = await visit({ head, body: BODY });
      await page.page.evaluate(rememberNatives);
      await page.ask("(scrollTo(0, 300), document.querySelector('#name').focus({ preventScroll: true }))");
      const before = await state(page);
      await page.page.evaluate(loadScript, { survey: 'nps', event: 'go', placement, target: '#here' });
      await page.until(
        'window.fourfold?.explain && fourfold.explain().nps !== undefined && !/loading/.test(JSON.stringify(fourfold.explain()))',
      );
      expect(await state(page)).toEqual(before);
      expect(await page.ask("Object.keys(window).includes('fourfold')")).toBe(false);
      await page.ask("fourfold.event('go')");
      await page.shown();
      expect(await state(page)).toEqual(before);
      await page.ask(`root.querySelector('input[value="2"]').click()`);
      await page.until("root.querySelector('[part=next]')"); // which comes once the answer is kept
      await page.ask("root.querySelector('[part=next]').click()");
      await page.until("root.querySelector('textarea')");
      await page.ask("root.querySelector('.close').click()");
      await page.until("fourfold.explain().nps !== 'shown'");
      expect(await state(page)).toEqual(before);
      expect(await page.heard()).toEqual(QUIET);
      expect(site.received.every(({ path }) => path === '/responses' || path.startsWith('/widget/'))).toBe(
        true,
      );
    });

  it('B23: the keys of the page go on working, and those pressed in the prompt are not heard by it', async () => {
    const { visit } = bench();
    const page = await visit({ body: BODY, before: KEYS, tag: 'data-survey="nps"' });
    await page.shown();
    await page.press('k', 'Escape');
    expect(await page.ask('keys')).toEqual([
      ...['keydown k', 'keypress k', 'keyup k'],
      ...(await page.ask<string[]>('keys')).filter((key) => key.includes('Escape')),
    ]);
    expect(await page.ask("root.querySelector('.ff').matches(':popover-open')")).toBe(true);
    const heard = await page.ask<number>('keys.length');
    await page.click('input[value="3"]');
    await page.press('ArrowRight', 'Enter');
    await page.until("root.querySelector('textarea')");
    await page.click('textarea');
    await page.type('jk /');
    expect(await page.ask('keys.length')).toBe(heard);
    await page.press('Escape');
    await page.until("!root.querySelector('.ff').matches(':popover-open')");
    expect(await page.ask('keys.length')).toBeLessThanOrEqual(heard + 1); // the release of the key, where the prompt has gone
  });

  it('B23: inside a form of the page, Enter and clicks submit nothing but the answer, and only once', async () => {
    const { visit, site } = bench();
    const element =
      '<fourfold-survey survey="nps" endpoint="/responses" style="display:block;min-height:300px"></fourfold-survey>';
    const body = `<form id="order" action="/ordered"><input name="name" value="Mei">${element}<button>Order</button></form>`;
    const page = await visit({ body, before: SUBMITS, tag: '' });
    await page.shown();
    await page.click('input[value="6"]');
    await page.press('Enter');
    await page.click('textarea');
    await page.type('Twice');
    await page.click('[part="next"]', 2);
    expect(await page.ending()).toMatch(/^Thank you/);
    expect(await page.ask('submits')).toBe(0);
    expect(await page.ask('[...new FormData(document.forms[0]).keys()].join()')).toBe('name');
    const records = site.records();
    expect(new Set(records.map(({ id }) => id)).size).toBe(1);
    expect(records.filter(({ status }) => status === 'completed').length).toBe(1);
    expect(await page.heard()).toEqual(QUIET);
  });

  it('B23: a double click and a held Enter go one question on, not two', async () => {
    const { visit, site } = bench();
    const page = await visit({ tag: 'data-survey="csat"' });
    await page.shown();
    await page.click('input[value="2"]');
    await page.click('[part="next"]', 2);
    await page.until("root.querySelector('textarea')");
    expect(await page.ask("root.querySelector('.end') === null")).toBe(true);
    expect(site.records().every(({ status }) => status !== 'completed')).toBe(true);
  });

  it('B24: nothing of cookies, address, storage, title or fields is in any request', async () => {
    const { visit, site } = bench();
    const canary = 'CANARY';
    const before = `document.cookie = 'session=${canary}'; localStorage.setItem('token', '${canary}');
      history.replaceState(null, '', '?email=${canary}#${canary}'); document.title = '${canary}';`;
    const body = `<input type="password" name="password" value="${canary}"><p>${canary}</p>`;
    const page = await visit({ body, before, tag: 'data-survey="nps"' });
    await page.shown();
    await page.answer(5, 'Plain');
    const posts = site.received.filter(({ path }) => path === '/responses');
    expect(posts.length).toBeGreaterThan(0);
    for (const { headers, body: sent } of posts) {
      expect(headers.cookie).toBe(undefined);
      expect(headers.referer).toBe(undefined);
      expect(sent + JSON.stringify(headers)).not.toContain(canary);
    }
    expect(site.records().at(-1)?.page).toMatch(/\/page\/\d+$/);
    const known = site.records().length;
    const without = await visit({ body, before, tag: 'data-survey="nps" data-page="off"' });
    await without.shown();
    await without.answer(5, 'Plain');
    const later = site.records().slice(known);
    expect(later.length).toBeGreaterThan(0);
    expect(later.every((record) => record.page === undefined)).toBe(true);
  });

  it('closes by one click, and stays closed', async () => {
    const { visit } = bench();
    const page = await visit({ tag: 'data-survey="nps"' });
    await page.shown();
    await page.click('[part="close"]');
    await page.until("!root.querySelector(':popover-open')");
    await page.page.reload();
    await page.until('window.fourfold?.explain && !/loading/.test(JSON.stringify(fourfold.explain()))');
    expect(await page.ask("document.querySelector('fourfold-survey')")).toBe(null);
  });
});

/** Puts the tag into a page. */
function loadScript(attributes: Record<string, string>): void {
  const script = document.createElement('script');
  Object.assign(script.dataset, { endpoint: '/responses', ...attributes });
  script.src = '/widget/fourfold.js';
  document.head.append(script);
}
