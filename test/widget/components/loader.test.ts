import { describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import { clearAnswers, leave, loadedBy, prompt, shown, state, visit } from '../support/visit.ts';

/** Takes the network away from the widget, or gives it back. */
async function network(on: boolean): Promise<void> {
  await fetch(`/host/network?away=${on ? '' : '1'}`);
}

describe('the script tag', () => {
  it('shows a built-in survey, adds no enumerable global and says nothing', async () => {
    const page = await visit('data-survey="nps"');
    await shown(page);
    equal(await state(page, 'nps'), 'shown');
    equal(Object.keys(page).includes('fourfold'), false);
    equal(page.said, []);
  });

  it('reads a questionnaire by its address and waits for its event', async () => {
    const page = await visit('data-survey="/host/delayed.json"');
    equal(await state(page, 'delayed'), 'waiting');
    equal(prompt(page), null);
    page.fourfold.event('something else');
    equal(prompt(page), null);
    page.fourfold.event('order');
    await shown(page);
  });

  it('reads inline JSON', async () => {
    const json = JSON.stringify({ id: 'here', version: 1, questions: [{ id: 'csat', kind: 'csat' }] });
    const page = await visit(
      'data-survey="#mine"',
      `<script type="application/json" id="mine">${json}</script>`,
    );
    await shown(page);
    equal(await state(page, 'here'), 'shown');
  });

  it('remembers no answer of a visitor who skips all, but that the prompt was closed', async () => {
    const page = await visit('data-survey="csat"');
    const card = await shown(page);
    for (const question of ['csat', 'why']) {
      const skip = await eventually(() => card.querySelector<HTMLElement>('[part="skip"]'), question);
      skip.click();
      await eventually(() => !card.contains(skip) || card.querySelector('textarea, .end'), 'the next screen');
    }
    await eventually(() => card.querySelector('.end'), 'the end');
    const kept = localStorage.getItem('fourfold:visitor') ?? '{}';
    const { csat: memory } = JSON.parse(kept) as { csat: object }; // the widget wrote it
    equal(['answeredAt' in memory, 'dismissedAt' in memory], [false, true]);
  });

  it('lets an attribute override a field of the questionnaire', async () => {
    const page = await visit('data-survey="/host/delayed.json" data-sample="0" data-event="order"');
    equal(await state(page, 'delayed'), 'sample');
    equal(prompt(page), null);
  });

  it('says once what is wrong with a questionnaire, with path and remedy, and others go on', async () => {
    const page = await visit('data-survey="/host/broken.json /host/missing.json nps"');
    await shown(page);
    await eventually(() => page.said.length === 2, 'one message for each');
    holds(
      page.said.some((text) => /broken\.json.*\n {2}questions\[0\]\.kind: expected/.test(text)),
      'path and remedy',
    );
    holds(
      page.said.some((text) => text.includes('"/host/missing.json" cannot be read')),
      'the address',
    );
    equal(await state(page, 'nps'), 'shown');
  });

  const malformed: [string, RegExp, string][] = [
    [
      '/host/empty.json',
      /^fourfold: .*"\/host\/empty\.json".*\n {2}questionnaire: expected .*"id"/,
      'questionnaire',
    ],
    ['/host/list.json', /^fourfold: .*"\/host\/list\.json".*\n {2}id: missing; add it/, 'questionnaire'],
    [
      '/host/paths.json',
      /^fourfold: .*"\/host\/paths\.json".*\n {2}when\.url: expected a list of path patterns/,
      'questionnaire',
    ],
    ['#gone', /^fourfold: .*"#gone" .*correct its address or JSON.*No element has this id/, 'questionnaire'],
  ];
  for (const [survey, line, end] of malformed) {
    it(`says in one line of ${survey} where it is wrong, and shows nothing`, async () => {
      const page = await visit(`data-survey="${survey}"`);
      await eventually(() => page.said.length > 0, 'a line for the developer');
      equal(page.said.length, 1);
      holds(line.test(page.said[0]), `place and remedy in ${page.said[0]}`);
      const id = survey === '/host/paths.json' ? 'paths' : survey;
      equal(page.fourfold.explain(), { [id]: { shown: false, rule: end } });
      equal(prompt(page), null);
    });
  }

  it('waits for consent, and touches no storage before', async () => {
    const page = await visit('data-survey="nps" data-require-consent');
    equal(await state(page, 'nps'), 'waiting for consent');
    page.fourfold.show();
    equal(prompt(page), null);
    equal(localStorage.getItem('fourfold:visitor'), null);
    page.fourfold.consent(true);
    await shown(page);
    holds(localStorage.getItem('fourfold:visitor') !== null, 'the draw to be kept');
  });

  it('honours Global Privacy Control unless the owner ignores it', async () => {
    const gpc = "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });";
    const page = await visit('data-survey="nps"', '', gpc);
    equal(await state(page, 'nps'), 'privacySignals');
    leave();
    const ignoring = await visit('data-survey="nps" data-privacy-signals="ignore"', '', gpc);
    await shown(ignoring);
  });

  it('remembers an answer and a refusal, and asks again when told to each time', async () => {
    const page = await visit('data-survey="nps"');
    await shown(page);
    page.fourfold.hide();
    await eventually(async () => (await state(page, 'nps')) === 'dismissedDays', 'the prompt to close');
    leave();
    const again = await visit('data-survey="nps"');
    equal(await state(again, 'nps'), 'dismissedDays');
    leave();
    const each = 'data-dismissed-days="0" data-repeat-days="0" data-cool-down-days="0" data-per-session="9"';
    await shown(await visit(`data-survey="nps" ${each}`));
  });

  it('replays what was called before it had loaded, and takes more by push', async () => {
    const page = await visit(
      'data-survey="nps" data-event="never"',
      '',
      "(window.fourfold ??= []).push(['context', { tier: 'gold' }], ['nonsense'], ['show', 'nps']);",
    );
    await shown(page);
    await eventually(async () => {
      const records = (await page.fourfold.export()) as { context: { tier?: string } }[];
      return records.some(({ context }) => context.tier === 'gold');
    }, 'the record with its context');
    holds(((await page.fourfold.pending()) as number) > 0, 'a count of what is pending');
    page.fourfold.push(['hide']);
    await eventually(() => !prompt(page)?.shadowRoot?.querySelector(':popover-open'), 'the prompt to close');
  });

  it('answers for kept answers while the network is away', async () => {
    const page = await visit('data-survey="nps"');
    await shown(page);
    await eventually(
      () => loadedBy(page).some((address) => address.includes('/chunks/aside-')),
      'what answers for them to be loaded',
    );
    await network(false);
    try {
      const score = prompt(page)?.shadowRoot?.querySelector<HTMLInputElement>('input[value="9"]');
      score?.click();
      await eventually(async () => ((await page.fourfold.pending()) as number) > 0, 'the answer to be kept');
      const records = (await page.fourfold.export()) as { answers: { nps?: number } }[];
      holds(
        records.some(({ answers }) => answers.nps === 9),
        'the answer in the export',
      );
      await page.fourfold.flush();
      await page.fourfold.forget();
      equal(await page.fourfold.pending(), 0);
      holds(
        page.said.every((text) => text.startsWith('fourfold:')),
        'no error of the page',
      );
    } finally {
      await network(true);
    }
  });

  it('knows without the network that nothing is kept, and loads nothing for that', async () => {
    await clearAnswers();
    const page = await visit('data-survey="nps" data-event="never"');
    equal(await state(page, 'nps'), 'waiting');
    await eventually(
      () => loadedBy(page).some((address) => address.includes('/aside-')),
      'what waits for them',
    );
    await network(false);
    try {
      equal(await page.fourfold.pending(), 0);
      equal(await page.fourfold.export(), []);
      await page.fourfold.flush();
      await page.fourfold.forget();
    } finally {
      await network(true);
    }
    equal(loadedBy(page).filter((address) => /\/chunks\/(prompt|api|outbox)-/.test(address)).length, 0);
    equal(page.said, []);
  });

  it('serves several tags with one loader, one prompt in the top layer at a time', async () => {
    const second =
      '<script async src="/dist/widget/fourfold.js" data-survey="csat" data-endpoint="/collect/ok/loader"></script>';
    const page = await visit('data-survey="nps"', second);
    await shown(page);
    await eventually(() => Object.keys(page.fourfold.explain() as object).length === 2, 'both surveys');
    await eventually(
      () =>
        Object.values(page.fourfold.explain() as Record<string, { rule: string }>)
          .map(({ rule }) => rule)
          .sort()
          .join() === 'priority,shown',
      'one of them shown',
    );
    equal(page.document.querySelectorAll('fourfold-survey').length, 1);
    equal(page.said, []);
  });

  it('shows an element of the page in its place', async () => {
    const page = await visit(
      '',
      '<main><fourfold-survey survey="csat" endpoint="/collect/ok/x"></fourfold-survey></main>',
    );
    await shown(page);
    equal(prompt(page)?.parentElement?.localName, 'main');
    equal(prompt(page)?.shadowRoot?.querySelector('[popover]'), null);
  });

  it('shows nothing where another script owns the name of the element', async () => {
    const page = await visit(
      'data-survey="nps"',
      '',
      "customElements.define('fourfold-survey', class extends HTMLElement {});",
    );
    equal((await eventually(() => state(page, 'nps'), 'a state')) !== '', true);
    await eventually(() => page.said.length > 0, 'a line for the developer');
    holds(
      page.said.every((text) => text.startsWith('fourfold:')),
      'no error of the page',
    );
    equal(prompt(page), null);
  });
});
