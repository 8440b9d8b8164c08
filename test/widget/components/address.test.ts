import { describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import type { VisitedPage } from '../support/visit.ts';
import { leave, loadedBy, prompt, remembered, shown, state, visit } from '../support/visit.ts';

const chosen = (page: VisitedPage) =>
  prompt(page)?.shadowRoot?.querySelector<HTMLInputElement>('input:checked')?.value;
const OFTEN = 'data-survey="nps" data-sample="0" data-event="never"';

describe('?fourfold=nps:9', () => {
  it('shows the survey with that answer, whatever its rules, and leaves the rest of the address', async () => {
    const page = await visit(OFTEN, '', '', '&x=%201&fourfold=nps:9&y=2#top');
    await shown(page);
    await eventually(() => chosen(page) === '9', 'the answer');
    const { search, hash } = page.location;
    holds(search.endsWith('&x=%201&y=2') && hash === '#top', `our part alone to go from ${search}${hash}`);
    await eventually(async () => {
      const sent = (await (await fetch('/collect/ok/loader')).json()) as { answers: { nps?: number } }[];
      return sent.some(({ answers }) => answers.nps === 9);
    }, 'the answer at the collector');
    equal(page.said, []);
  });

  it('shows it without an answer where that is none', async () => {
    const page = await visit(OFTEN, '', '', '&fourfold=nps:11');
    await shown(page);
    await eventually(() => loadedBy(page).some((name) => name.includes('/first-answer-')), 'a look at it');
    equal(chosen(page), undefined);
  });

  it('says so where no tag names the survey', async () => {
    const page = await visit(OFTEN, '', '', '&fourfold=csat:5');
    await eventually(() => page.said.length > 0, 'a line for the owner');
    holds(/asks for survey "csat".*add it or correct the link/.test(page.said[0]), page.said[0]);
    equal(await state(page, 'nps'), 'sample');
  });

  it('keeps the answer until consent is given', async () => {
    const page = await visit(`${OFTEN} data-require-consent`, '', '', '&fourfold=nps:3');
    await eventually(() => !page.location.search.includes('fourfold='), 'the address to be read');
    equal(prompt(page), null);
    page.fourfold.consent(true);
    await eventually(() => chosen(page) === '3', 'the answer');
  });
});

describe('?fourfold-preview=nps', () => {
  it('shows the survey at once, says what it is, and stores, sends and tells nothing', async () => {
    const listen = `IDBFactory.prototype.open = () => said.push('opens a database');
      for (const name of ['shown', 'answer', 'completed', 'dismissed'])
      document.addEventListener('fourfold-' + name, () => said.push(name));`;
    const page = await visit(
      `data-endpoint="/collect/ok/preview" ${OFTEN} data-require-consent`,
      '',
      listen,
      '&fourfold-preview=nps',
    );
    const card = await shown(page);
    const line = () => page.getComputedStyle(card, '::before').content;
    equal(line(), '"Preview: nothing is stored or sent"');
    page.document.documentElement.lang = 'zh-CN';
    await eventually(() => line() === '"预览：不会保存或发送任何内容"', 'the same in Chinese');
    prompt(page)?.shadowRoot?.querySelector<HTMLElement>('input[value="9"]')?.click();
    await eventually(() => chosen(page) === '9', 'the answer');
    prompt(page)?.hide?.();
    await eventually(() => !prompt(page)?.shadowRoot?.querySelector(':popover-open'), 'the prompt to close');
    equal(page.said, []);
    equal(localStorage.getItem('fourfold:visitor'), null);
    equal(await (await fetch('/collect/ok/preview')).json(), []);
  });

  it('takes back what the visit of its page has left, and forgets nobody who was asked', async () => {
    const page = await visit('data-survey="nps"', '', '', '&fourfold-preview=nps');
    await shown(page);
    equal(localStorage.getItem('fourfold:visitor'), null);
    leave();
    const answeredAt = Date.now() - 1_000;
    remembered({ nps: { draw: 0.5, answeredAt } });
    const again = await visit('data-survey="nps"', '', '', '&fourfold-preview=nps');
    await shown(again);
    equal((JSON.parse(localStorage.getItem('fourfold:visitor') ?? '{}') as { nps?: unknown }).nps, {
      draw: 0.5,
      answeredAt,
    });
  });

  it('shows a built-in one that no tag names, and no other', async () => {
    const page = await visit('data-survey="nps"', '', '', '&fourfold-preview=ces');
    await shown(page);
    equal(page.document.querySelectorAll('fourfold-survey').length, 1);
    equal(await state(page, 'nps'), 'waiting');
  });

  it('reads no address of others', async () => {
    const page = await visit('data-survey="nps"', '', '', '&fourfold-preview=/host/delayed.json');
    await eventually(() => page.said.length > 0, 'a line for the owner');
    equal(prompt(page), null);
    equal(loadedBy(page).filter((name) => name.includes('delayed')).length, 0);
  });
});

describe('?fourfold-debug', () => {
  it('prints in plain words why each survey is shown or not, and what is wrong in its tag', async () => {
    const print = 'window.told = []; console.info = (text) => told.push(text);';
    const page = (await visit(
      'data-survey="nps" data-event="order" data-sampel="1"',
      '',
      print,
      '&fourfold-debug',
    )) as VisitedPage & { told: string[] }; // the line above
    const first = await eventually(() => page.told.find((text) => text.includes('waits')), 'a verdict');
    holds(
      /survey "nps" may be shown and waits for event: order\n {2}data-sampel: unknown/.test(first),
      first,
    );
    page.fourfold.event('order');
    await eventually(() => page.told.some((text) => text.includes('is on the screen')), 'the next verdict');
  });
});
