import { describe, expect, it } from 'vitest';
import { BROWSER } from './launch.ts';
import { useHostSite } from './use-host-site.ts';
import type { Visit } from './visit.ts';

const bench = useHostSite();
const QUIET = { said: [], thrown: [], forbidden: [] };
const ELEMENT =
  '<fourfold-survey survey="csat" endpoint="/responses" style="display:block;min-height:300px"></fourfold-survey>';
/** How often the route changes, as RELIABILITY demands. */
const ROUTES = 100;

/** Listeners on what outlives every route. */
async function listeners(visit: Visit): Promise<number[]> {
  const session = await visit.page.createCDPSession();
  const counts: number[] = [];
  for (const expression of [
    'window',
    'document',
    'document.documentElement',
    'visualViewport',
    'navigation',
  ]) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { objectId = '' } = result;
    const { listeners: found } = await session.send('DOMDebugger.getEventListeners', { objectId });
    counts.push(found.length);
  }
  await session.detach();
  return counts;
}

describe('a single-page app', () => {
  it('B21: the element moved, taken out and put in again in the middle of a text loses nothing', async () => {
    const { visit, site } = bench();
    const page = await visit({ body: `<main>${ELEMENT}</main><aside></aside>`, tag: '' });
    await page.shown();
    await page.click('input[value="2"]');
    await page.click('[part="next"]');
    await page.click('textarea');
    await page.type('Half a ');
    await page.ask("void document.querySelector('aside').append(document.querySelector('fourfold-survey'))");
    expect(await page.ask("root.querySelector('textarea').value")).toBe('Half a ');
    await page.ask("void (window.kept = document.querySelector('fourfold-survey')).remove()");
    await page.ask("void document.querySelector('main').append(kept)");
    await page.click('textarea');
    await page.press('End');
    await page.type('sentence');
    await page.click('[part="next"]');
    await page.until("!root.querySelector('textarea')");
    await expect.poll(() => site.records().at(-1)?.answers).toEqual({ csat: 2, why: 'Half a sentence' });
    expect(new Set(site.records().map(({ id }) => id)).size).toBe(1);
    expect(await page.heard()).toEqual(QUIET);
  });

  it('B21: a popover that is moved is in the top layer again, with what was chosen', async () => {
    const { visit } = bench();
    const page = await visit({ body: '<main></main>', tag: 'data-survey="nps"' });
    await page.shown();
    await page.click('input[value="7"]');
    await page.ask("void document.querySelector('main').append(document.querySelector('fourfold-survey'))");
    await page.until("root.querySelector(':popover-open')");
    await page.shown();
    expect(await page.ask(`root.querySelector('input[value="7"]').checked`)).toBe(true);
    expect((await page.controls()).every(({ met }) => met)).toBe(true);
  });

  it(`B21: ${ROUTES} changes of the route with the element taken out and put in leave no listener behind`, async () => {
    const { visit, site } = bench();
    const body = `<main>${ELEMENT}</main>`;
    const route = `for (let i = 0; i < times; i++) {
      const main = document.querySelector('main');
      history.pushState(null, '', '/page/0?route=' + i);
      const survey = main.firstElementChild;
      main.remove();
      document.body.prepend(main);
      survey.remove();
      main.append(survey);
      await new Promise((done) => setTimeout(done));
    }`;
    const page = await visit({ body, tag: '', before: `window.go = async (times) => { ${route} };` });
    await page.shown();
    await page.click('input[value="4"]');
    await page.ask('go(3)');
    const before = BROWSER === 'Firefox' ? [] : await listeners(page);
    await page.ask(`go(${ROUTES})`);
    // The drivers of Firefox do not tell of listeners.
    if (BROWSER !== 'Firefox') expect(await listeners(page)).toEqual(before);
    expect(await page.ask(`root.querySelector('input[value="4"]').checked`)).toBe(true);
    await page.click('[part="next"]');
    await page.until("root.querySelector('textarea')");
    expect(new Set(site.records().map(({ id }) => id)).size).toBe(1);
    expect(await page.heard()).toEqual(QUIET);
  });
});

describe('a page that loads the script more than once', () => {
  const again = (path: string): string =>
    `<script async src="/${path}/fourfold.js" data-survey="nps" data-endpoint="/responses"></script>`;

  for (const [what, path] of [
    ['twice', 'widget'],
    ['from two places', 'widget2'],
  ])
    it(`B20: ${what}: one prompt, one record, nothing thrown`, async () => {
      const { visit, site } = bench();
      const page = await visit({ body: again(path), tag: 'data-survey="nps"' });
      await page.shown();
      expect(await page.answer(8, 'Once')).toMatch(/^Thank you/);
      expect(await page.ask("document.querySelectorAll('fourfold-survey').length")).toBe(1);
      expect(new Set(site.records().map(({ id }) => id)).size).toBe(1);
      expect(await page.heard()).toEqual(QUIET);
    });

  it('B20: a prompt in the page and one over it: each has its record', async () => {
    const { visit, site } = bench();
    const page = await visit({ tag: 'data-survey="nps"', body: `<main>${ELEMENT}</main>` });
    await page.until("document.querySelectorAll('fourfold-survey').length === 2");
    await page.until(
      "[...document.querySelectorAll('fourfold-survey')].every((one) => one.shadowRoot.querySelector('.card'))",
    );
    await page.ask(
      "[...document.querySelectorAll('fourfold-survey')].forEach((one) => one.shadowRoot.querySelectorAll('input')[3].click())",
    );
    await expect
      .poll(
        () =>
          new Set(
            site
              .records()
              .filter(({ answers }) => Object.keys(answers).length > 0)
              .map(({ survey }) => survey),
          ),
      )
      .toEqual(new Set(['nps', 'csat']));
    expect(await page.heard()).toEqual(QUIET);
  });

  it('B20: the name of the element taken: one line, no prompt, the page unharmed', async () => {
    const { visit } = bench();
    const before = "customElements.define('fourfold-survey', class extends HTMLElement { hello = 1; });";
    const page = await visit({
      before,
      tag: 'data-survey="nps"',
      body: '<fourfold-survey id="theirs"></fourfold-survey>',
    });
    await page.until('heard.said.length > 0');
    const { said, thrown } = await page.heard();
    expect(thrown).toEqual([]);
    expect(said).toEqual([expect.stringMatching(/^fourfold: .*belongs to another script/)]);
    expect(await page.ask("document.querySelector('#theirs').hello")).toBe(1);
    expect(await page.ask("document.querySelectorAll('fourfold-survey').length")).toBe(1);
  });
});
