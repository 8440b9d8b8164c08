import { describe, equal, eventually, holds, it } from '../support/in-browser.ts';
import type { VisitedPage } from '../support/visit.ts';
import {
  clearAnswers,
  leave,
  loadedBy,
  prompt,
  ran,
  remembered,
  shown,
  state,
  told,
  visit,
} from '../support/visit.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const ago = (ms: number) => Date.now() - ms;
const json = (when: object) =>
  JSON.stringify({ id: 'own', version: 1, when, questions: [{ id: 'nps', kind: 'nps' }] });
const inline = (when: object) => `<script type="application/json" id="own">${json(when)}</script>`;
const define = (owner: string, name: string, value: unknown) =>
  `Object.defineProperty(${owner}, '${name}', { value: ${JSON.stringify(value)} });`;
const HAND = `window.matchMedia = () => ({ matches: true, addEventListener() {} });`;
const REST = { draw: 0.1 };

interface Situation {
  readonly tag?: string;
  readonly body?: string;
  readonly before?: string;
  readonly address?: string;
  /** What is remembered of the visitor. */
  readonly memory?: () => Readonly<Record<string, object>>;
  /** The rule that says no, or `shown`. */
  readonly rule: string;
  /** When it may change, to the minute. */
  readonly until?: () => number;
}

const NPS = 'data-survey="nps"';
const SITUATIONS: Readonly<Record<string, Situation>> = {
  'nothing is said': { rule: 'shown' },
  'consent is asked for': { tag: 'data-require-consent', rule: 'waiting for consent' },
  'Global Privacy Control is on': {
    before: define('navigator', 'globalPrivacyControl', true),
    rule: 'privacySignals',
  },
  'Do Not Track is on': { before: define('navigator', 'doNotTrack', '1'), rule: 'privacySignals' },
  'the owner ignores such signals': {
    tag: 'data-privacy-signals="ignore"',
    before: define('navigator', 'doNotTrack', '1'),
    rule: 'shown',
  },
  'its first day is to come': {
    tag: 'data-from="2099-01-01"',
    rule: 'from',
    until: () => Date.UTC(2099, 0, 1),
  },
  'its last day is over': { tag: 'data-until="2020-01-01"', rule: 'until' },
  'its days are now': { tag: 'data-from="2020-01-01" data-until="2098-12-31"', rule: 'shown' },
  'it is for phones, and this is a desktop': { tag: 'data-device="mobile tablet"', rule: 'device' },
  'it is for phones, and this is one': {
    tag: 'data-device="mobile"',
    before: HAND + define('window', 'screen', { width: 800, height: 390 }),
    rule: 'shown',
  },
  'it is for phones, and this is a tablet': {
    tag: 'data-device="mobile"',
    before: HAND + define('window', 'screen', { width: 800, height: 1280 }),
    rule: 'device',
  },
  'it is for another language': { tag: 'data-language="fr de"', rule: 'language' },
  'it is for the language of the page': { tag: 'data-language="fr EN"', rule: 'shown' },
  'it is for another address': { tag: 'data-url="/shop /checkout/*"', rule: 'url' },
  'it is for this address': { tag: 'data-url="/shop /ho*"', rule: 'shown' },
  'it is for another route behind #': { tag: 'data-url="/host#/cart*"', address: '#/orders', rule: 'url' },
  'it is for this route behind #': { tag: 'data-url="/host#/cart*"', address: '#/cart/2', rule: 'shown' },
  'this address is excluded': { tag: 'data-not-url="/ho*"', rule: 'notUrl' },
  'nobody is drawn': { tag: 'data-sample="0"', rule: 'sample' },
  'the draw was against it': {
    tag: 'data-sample="0.2"',
    memory: () => ({ nps: { draw: 0.3 } }),
    rule: 'sample',
  },
  'the draw was for it, once the share is raised': {
    tag: 'data-sample="0.4"',
    memory: () => ({ nps: { draw: 0.3 } }),
    rule: 'shown',
  },
  'the visitor has answered': {
    memory: () => ({ nps: { ...REST, answeredAt: ago(10 * DAY) } }),
    rule: 'repeatDays',
    until: () => Date.now() + 80 * DAY,
  },
  'the visitor has answered long ago': {
    memory: () => ({ nps: { ...REST, answeredAt: ago(90 * DAY) } }),
    rule: 'shown',
  },
  'the visitor has closed it': {
    memory: () => ({ nps: { ...REST, dismissedAt: ago(10 * DAY) } }),
    rule: 'dismissedDays',
    until: () => Date.now() + 20 * DAY,
  },
  'the visitor has seen another survey': {
    memory: () => ({ '': { shownAt: ago(3 * DAY), shown: 0 } }),
    rule: 'coolDownDays',
    until: () => Date.now() + 4 * DAY,
  },
  'this session has had a prompt': {
    tag: 'data-cool-down-days="0"',
    memory: () => ({ '': { shownAt: ago(5 * MINUTE), seenAt: ago(MINUTE), shown: 1 } }),
    rule: 'perSession',
    until: () => Date.now() + 30 * MINUTE,
  },
  'a session that had a prompt has ended': {
    tag: 'data-cool-down-days="0"',
    memory: () => ({ '': { shownAt: ago(DAY), seenAt: ago(31 * MINUTE), shown: 1 } }),
    rule: 'shown',
  },
  'the clock was set back after an answer': {
    memory: () => ({ nps: { ...REST, answeredAt: ago(-400 * DAY) } }),
    rule: 'repeatDays',
    until: () => Date.now() + 90 * DAY,
  },
  'it waits for an event': { tag: 'data-event="order"', rule: 'waiting' },
  'it waits for time to pass': { tag: 'data-delay="1000"', rule: 'waiting' },
  'what is remembered is damaged': {
    before: "localStorage.setItem('fourfold:visitor', '{');",
    rule: 'shown',
  },
  'storage is denied': {
    before:
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } });",
    rule: 'shown',
  },
  'its rules are no rules': { tag: 'data-from="2026-02-30"', rule: 'questionnaire' },
};

describe('fourfold.explain()', () => {
  for (const [title, situation] of Object.entries(SITUATIONS)) {
    const { tag = '', body, before, address, memory, rule, until } = situation;
    it(`says "${rule}" where ${title}`, async () => {
      if (memory) remembered(memory());
      const page = await visit(`${NPS} ${tag}`, body, before, address);
      if (rule === 'shown') await shown(page);
      const verdict = await told(page, 'nps');
      equal({ shown: verdict.shown, rule: verdict.rule }, { shown: rule === 'shown', rule });
      const early = Math.abs((until?.() ?? 0) - Number(verdict.until ?? 0));
      holds(early < MINUTE, `${String(verdict.until)} to be right`);
      equal(prompt(page) === null, rule !== 'shown');
    });
  }

  it('gives the place to the higher priority, then to the first in the page', async () => {
    const second = `<script async src="/dist/widget/fourfold.js" data-survey="csat" data-endpoint="/collect/ok/w" data-priority="2"></script>
      <script async src="/dist/widget/fourfold.js" data-survey="ces" data-endpoint="/collect/ok/w" data-priority="2"></script>`;
    const page = await visit(NPS, second);
    await shown(page);
    const rules = await Promise.all(['nps', 'csat', 'ces'].map((id) => state(page, id)));
    equal(rules, ['priority', 'shown', 'priority']);
  });

  it('lets a survey in the page stand beside a popover, whatever was shown before', async () => {
    remembered({ '': { shownAt: ago(MINUTE), seenAt: ago(MINUTE), shown: 1 } });
    const element = '<main><fourfold-survey survey="csat" endpoint="/collect/ok/w"></fourfold-survey></main>';
    const page = await visit(NPS, element);
    await shown(page);
    equal(await state(page, 'csat'), 'shown');
    equal(await state(page, 'nps'), 'coolDownDays');
  });
});

describe('a visitor who is not asked', () => {
  it('loads the loader alone, and the JSON of its questionnaire', async () => {
    await clearAnswers();
    const page = await visit('data-survey="nps /host/delayed.json" data-sample="0"');
    equal(await state(page, 'nps'), 'sample');
    equal(await state(page, 'delayed'), 'sample');
    page.location.hash = '#/next';
    equal(await state(page, 'nps'), 'sample');
    const files = loadedBy(page).map((address) => new URL(address).pathname);
    equal(files.sort(), ['/dist/widget/fourfold.js', '/host/delayed.json']);
    equal(page.said, []);
  });

  it('hears the same after a reload and in another tab, however chance falls', async () => {
    const chance = (draw: number) => `Math.random = () => ${draw};`;
    const tag = `${NPS} data-sample="0.5"`;
    equal(await state(await visit(tag, '', chance(0.9)), 'nps'), 'sample');
    equal(await state(await visit(tag, '', chance(0.1)), 'nps'), 'sample');
    leave();
    equal(await state(await visit(tag, '', chance(0.1)), 'nps'), 'sample');
  });

  it('stays unknown while consent is waited for, and again when it is taken back', async () => {
    const touched = `for (const name of ['getItem', 'setItem', 'removeItem'])
      Storage.prototype[name] = () => said.push('storage is touched');`;
    const page = await visit(`${NPS} data-require-consent data-sample="0"`, '', touched);
    equal(await state(page, 'nps'), 'waiting for consent');
    equal(page.said, []);
    equal(localStorage.getItem('fourfold:visitor'), null);
    leave();
    const giving = await visit(`${NPS} data-require-consent data-sample="0"`);
    giving.fourfold.consent(true);
    equal(await state(giving, 'nps'), 'sample');
    holds(localStorage.getItem('fourfold:visitor') !== null, 'the draw to be kept');
    giving.fourfold.consent(false);
    equal(localStorage.getItem('fourfold:visitor'), null);
    equal(await state(giving, 'nps'), 'waiting for consent');
    equal(localStorage.getItem('fourfold:visitor'), null);
  });
});

describe('the triggers', () => {
  const TALL = '<p style="height:4000px">Down</p><button id="order"><b>Order</b></button>';
  const arrive = async (when: string, body = TALL, before = '') => {
    const page = await visit(`${NPS} ${when}`, body, before);
    equal(await state(page, 'nps'), 'waiting');
    await ran(page, 'aside');
    return page;
  };
  const scrollTo = (page: VisitedPage, y: number) => page.scrollTo({ top: y, behavior: 'instant' });

  it('scroll shows the prompt from its share of the way on', async () => {
    const page = await arrive('data-scroll="1"');
    const { scrollHeight, clientHeight } = page.document.documentElement;
    scrollTo(page, (scrollHeight - clientHeight) / 2);
    await new Promise((done) => page.requestAnimationFrame(() => page.requestAnimationFrame(done)));
    equal(await state(page, 'nps'), 'waiting');
    scrollTo(page, scrollHeight);
    await shown(page);
  });

  it('click shows it when what the selector names is clicked, or a part of it', async () => {
    const page = await arrive('data-click="#order"');
    page.document.querySelector('p')?.click();
    equal(await state(page, 'nps'), 'waiting');
    page.document.querySelector('b')?.click();
    await shown(page);
  });

  it('visible shows it when such an element comes into view, also one that was not there', async () => {
    const page = await arrive('data-visible=".late"', '<p>Up</p>');
    const late = page.document.createElement('p');
    late.className = 'late';
    late.textContent = 'Late';
    page.document.body.prepend(late);
    await shown(page);
  });

  it('exitIntent shows it when the pointer leaves through the top, and not elsewhere', async () => {
    const page = await arrive('data-exit-intent');
    const leaveAt = (clientY: number) =>
      page.document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY }));
    leaveAt(300);
    equal(await state(page, 'nps'), 'waiting');
    leaveAt(0);
    await shown(page);
  });

  it('exitIntent shows it to a finger that scrolls a screen back up at once', async () => {
    const page = await arrive('data-exit-intent', TALL, HAND);
    scrollTo(page, 2000);
    await new Promise((done) => page.addEventListener('scroll', done, { once: true }));
    scrollTo(page, 900);
    await shown(page);
  });

  it('event shows it, also one that was told before the survey was known', async () => {
    const early = "(window.fourfold ??= []).push(['event', 'order']);";
    await shown(await visit(`${NPS} data-event="order"`, '', early));
  });

  it('the first to fire shows it', async () => {
    const page = await arrive('data-delay="1000" data-event="order"');
    page.fourfold.event('order');
    await shown(page);
  });

  it('delay goes on counting on the next page', async () => {
    const clock = `const real = performance.now.bind(performance);
      performance.now = () => real() + (window.later ?? 0);`;
    const page = await arrive('data-delay="600"', '', clock);
    (page as VisitedPage & { later: number }).later = 599_999; // the clock above
    page.dispatchEvent(new Event('pagehide'));
    leave();
    await shown(await visit(`${NPS} data-delay="600"`));
  });

  it('are asked again whether the rules hold when one fires', async () => {
    const page = await arrive('data-event="order" data-click="#order" data-url="/host"');
    page.history.pushState(null, '', '/elsewhere');
    page.fourfold.event('order');
    page.document.querySelector('b')?.click();
    equal(await state(page, 'nps'), 'url');
    equal(prompt(page), null);
  });
});

describe('a single-page app', () => {
  it('is asked at the route that is meant, and not before', async () => {
    const page = await visit(`${NPS} data-url="/thanks /host#/thanks"`);
    equal(await state(page, 'nps'), 'url');
    page.location.hash = '#/thanks';
    await shown(page);
    leave();
    localStorage.removeItem('fourfold:visitor');
    const other = await visit(`${NPS} data-url="/thanks"`);
    equal(await state(other, 'nps'), 'url');
    other.history.pushState(null, '', '/thanks');
    await shown(other);
  });

  it('finds an element that it adds later', async () => {
    const page = await visit('');
    const element = page.document.createElement('fourfold-survey');
    element.setAttribute('survey', 'csat');
    element.setAttribute('endpoint', '/collect/ok/w');
    page.document.body.append(element);
    await shown(page);
    equal(await state(page, 'csat'), 'shown');
  });

  it('keeps no listener after a hundred routes', async () => {
    const count = `window.listeners = 0;
      const add = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (name, listener, options) {
        if (this instanceof AbortSignal) return add.call(this, name, listener, options); // dies with it
        listeners++;
        if (options?.signal) add.call(options.signal, 'abort', () => listeners--);
        return add.call(this, name, listener, options);
      };`;
    await clearAnswers();
    const when = 'data-delay="1000" data-scroll="0.5" data-exit-intent data-click="p" data-visible=".none"';
    const page = (await visit(`${NPS} ${when}`, '<p>Here</p>', count)) as VisitedPage & { listeners: number }; // counted above
    equal(await state(page, 'nps'), 'waiting');
    await ran(page, 'aside');
    const armed = page.listeners;
    for (let route = 0; route < 100; route++) page.history.pushState(null, '', `/host?${route}`);
    await eventually(() => page.listeners === armed, `${armed} listeners, as before`);
    equal(await state(page, 'nps'), 'waiting');
    equal(page.said, []);
  });

  it('stays closed once it is closed, until the next route', async () => {
    const each = 'data-dismissed-days="0" data-cool-down-days="0" data-per-session="9"';
    const page = await visit(`${NPS} ${each}`);
    await shown(page);
    page.fourfold.hide();
    await eventually(async () => (await state(page, 'nps')) === 'closed', 'the prompt to close');
    page.document.body.append(page.document.createElement('p'));
    page.fourfold.event('anything');
    equal(await state(page, 'nps'), 'closed');
    page.history.pushState(null, '', '/host?next');
    await eventually(async () => (await state(page, 'nps')) === 'shown', 'the prompt again');
  });
});

describe('a mistake in a tag or in rules', () => {
  const MISTAKES: readonly (readonly [title: string, tag: string, line: RegExp, when?: object])[] = [
    ['an attribute that is none', 'data-sampel="0.5"', /data-sampel: unknown; write data-sample/],
    ['a selector that is none', 'data-click="##"', /data-click: "##" is no selector; correct it/],
    ['days that are none', 'data-repeat-days="often"', /data-repeat-days: expected a number of days/],
    ['a pattern without a path', 'data-url="checkout"', /data-url: .*begins with "\/" or "\*"/],
    ['a day that is none', 'data-from="2026-02-30"', /data-from: expected a day of the calendar/],
    [
      'days in reverse',
      'data-from="2026-02-01" data-until="2026-01-31"',
      /data-until: "until" is before "from"/,
    ],
    ['no endpoint', 'data-endpoint-none', /data-endpoint: missing.*add it/],
    ['a rule that is none, in a questionnaire', '', /when\.frequency: unknown field/, { frequency: 3 }],
    ['a day that is none, in a questionnaire', '', /when\.until: expected a day/, { until: '2026-06-31' }],
  ];
  for (const [title, tag, line, when] of MISTAKES) {
    it(`is told once, with its place and the remedy: ${title}`, async () => {
      const mine = tag === 'data-endpoint-none' ? '' : `data-endpoint="/collect/ok/w" ${tag}`;
      const survey = when ? '#own' : 'nps';
      const second =
        '<main><fourfold-survey survey="csat" endpoint="/collect/ok/w"></fourfold-survey></main>';
      const page = await visit(`data-endpoint="" ${mine}`, (when ? inline(when) : '') + second);
      equal(page.said, []);
      const script = page.document.createElement('script');
      for (const [, name, value] of `${mine} data-survey="${survey}"`.matchAll(/([\w-]+)="([^"]*)"/g))
        script.setAttribute(name, value);
      page.document.body.append(script);
      const said = await eventually(() => page.said[0], 'a line for the owner');
      holds(said.startsWith('fourfold: survey "') && line.test(said), `place and remedy in ${said}`);
      equal(page.said.length, 1);
      equal(await state(page, 'csat'), 'shown');
    });
  }

  it('is not what other tools write on a tag, nor what a page writes on an element', async () => {
    const element =
      '<main><fourfold-survey survey="csat" endpoint="/x" class="a" id="b" style="color:red" data-v-1 hidden aria-label="c" _ngcontent-c></fourfold-survey></main>';
    const page = await visit(`${NPS} data-turbo-track="reload" data-cfasync="false"`, element);
    await eventually(() => page.document.querySelectorAll('fourfold-survey').length === 2, 'both prompts');
    await eventually(() => loadedBy(page).some((name) => name.includes('/api-')), 'all that is loaded');
    equal(page.said, []);
  });
});
