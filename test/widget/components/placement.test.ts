import {
  afterEach,
  command,
  describe,
  equal,
  eventually,
  holds,
  it,
  supports,
} from '../support/in-browser.ts';
import { SurveyHarness } from '../support/survey-harness.ts';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

let harness: SurveyHarness;
let undo: (() => void)[] = [];
afterEach(async () => {
  for (const step of undo) step();
  undo = [];
  harness.close();
  await command('set-viewport', DESKTOP);
});

function style(css: string): void {
  const element = document.head.appendChild(document.createElement('style'));
  element.textContent = css;
  undo.push(() => element.remove());
}

const box = () => harness.find('[part="card"]').getBoundingClientRect();

async function settledBox(): Promise<DOMRect> {
  await Promise.all(harness.root.getAnimations().map(({ finished }) => finished));
  return box();
}

describe('placement', () => {
  it('popover: in the top layer, at the bottom right, and the page does not move', async () => {
    await command('set-viewport', DESKTOP);
    const height = document.documentElement.scrollHeight;
    harness = await SurveyHarness.open('nps');
    equal(harness.find('.ff').matches(':popover-open'), true);
    const { right, bottom, width } = await settledBox();
    // Firefox gives fractions of a pixel that are that its layout leaves over.
    equal([innerWidth - right, innerHeight - bottom].map(Math.round), [24, 24]);
    holds(width === 464 || width === 536, `464 px or, for touch, 536, got ${width}`);
    equal(document.documentElement.scrollHeight, height);
    equal(document.activeElement === document.body, true);
  });

  const EDGES: readonly (readonly [placement: string, locale: string, x: string, y: string])[] = [
    ['top-left', 'en', 'left', 'top'],
    ['top', 'en', 'middle', 'top'],
    ['top-right', 'en', 'right', 'top'],
    ['bottom-left', 'en', 'left', 'bottom'],
    ['bottom', 'en', 'middle', 'bottom'],
    ['bottom-right', 'en', 'right', 'bottom'],
    ['top-left', 'ar', 'right', 'top'],
    ['bottom', 'he', 'middle', 'bottom'],
    ['bottom-right', 'he', 'left', 'bottom'],
  ];
  for (const [placement, locale, x, y] of EDGES)
    it(`${placement} in ${locale}: ${y} ${x}, 24 px from the edge of the window`, async () => {
      await command('set-viewport', DESKTOP);
      harness = await SurveyHarness.open('nps', { placement, locale });
      await harness.still();
      equal(harness.find('.ff').matches(':popover-open'), true);
      equal(getComputedStyle(harness.find('.ff')).zIndex, 'auto');
      const { left, right, top, bottom } = box();
      const gaps = { left, right: innerWidth - right, top, bottom: innerHeight - bottom };
      if (x === 'middle') equal(Math.round(gaps.left - gaps.right), 0, 'the middle');
      else equal(Math.round(gaps[x as 'left' | 'right']), 24, x); // a side of the table above
      equal(Math.round(gaps[y as 'top' | 'bottom']), 24, y); // as above
      harness.silent();
    });

  for (const placement of ['popover', 'top-left'])
    it(`${placement} on a phone: a sheet along the bottom`, async () => {
      await command('set-viewport', PHONE);
      harness = await SurveyHarness.open('nps', { placement });
      const { left, right, bottom } = await settledBox();
      equal([left, right, bottom], [0, PHONE.width, PHONE.height]);
      for (const point of harness.root.querySelectorAll('.point')) {
        const { width, height } = point.getBoundingClientRect();
        holds(width >= 44 && height >= 44, `44 px, got ${width} × ${height}`);
      }
    });

  it('says once and politely what it asks, and then no more', async () => {
    harness = await SurveyHarness.open('csat');
    await harness.until('.ff > [role="status"] .told');
    equal(harness.root.querySelectorAll('[aria-live="assertive"], [role="alert"]').length, 0);
    equal(harness.find('.ff > [role="status"]').textContent, harness.question);
    await harness.choose('csat', 2);
    await harness.press('next');
    await harness.until('textarea');
    equal(harness.root.querySelectorAll('.ff > [role="status"] .told').length, 1);
  });

  it('full page: over the whole window, the card in the middle, on a phone from edge to edge', async () => {
    await command('set-viewport', DESKTOP);
    harness = await SurveyHarness.open('csat', { placement: 'full-page' });
    await harness.still();
    const { left, right, top, bottom, width } = box();
    equal([left - (innerWidth - right), top - (innerHeight - bottom)].map(Math.round), [0, 0]);
    equal(width, 640);
    await command('set-viewport', PHONE);
    await eventually(() => box().width === PHONE.width && box().height === PHONE.height, 'the whole window');
    harness.silent();
  });

  it('inline: keeps the height of its tallest screen, and gives it back with another width', async () => {
    const place = document.body.appendChild(document.createElement('section'));
    undo.push(() => place.remove());
    place.className = 'here';
    harness = await SurveyHarness.open(
      [
        { id: 'why', kind: 'text' },
        { id: 'nps', kind: 'nps' },
      ],
      {
        placement: 'inline',
        target: '.here',
      },
    );
    await harness.settled();
    const { height } = box();
    await harness.press('skip');
    await harness.until('input[value="10"]');
    await harness.still();
    equal(box().height, height);
    place.style.width = '500px';
    await eventually(() => box().height < height, 'the height of the shorter screen');
  });

  it('inline: where the owner wants it, in the flow', async () => {
    const place = document.body.appendChild(document.createElement('section'));
    undo.push(() => place.remove());
    place.className = 'here';
    harness = await SurveyHarness.open('csat', { placement: 'inline', target: '.here' });
    equal(harness.element.parentElement === place, true);
    equal(harness.find('.ff').hasAttribute('popover'), false);
    holds(
      box().height > 100 && place.getBoundingClientRect().height >= box().height,
      'its height in the flow',
    );
    await harness.press('close');
    equal(harness.root.querySelector('.ff'), null);
  });

  for (const css of [
    '*{all:unset!important}',
    'body *{display:none!important}',
    ':root{font-size:1px} button,input,label{width:1px!important;height:1px!important}',
    'html{direction:rtl}',
    '*{visibility:hidden;pointer-events:none;text-transform:uppercase;letter-spacing:9px;font-size:40px}',
  ]) {
    it(`stands as it is beside a page that says ${css}`, async () => {
      await command('set-viewport', DESKTOP);
      style(css);
      harness = await SurveyHarness.open('nps');
      await settledBox();
      const points = [...harness.root.querySelectorAll('.point')];
      equal(points.length, 11);
      for (const element of [...points, harness.find('[part="skip"]'), harness.find('[part="close"]')]) {
        const { width, height, x, y } = element.getBoundingClientRect();
        holds(width >= 24 && height >= 24, `24 px, got ${width} × ${height}`);
        const hit = harness.root.elementFromPoint(x + width / 2, y + height / 2);
        holds(element.contains(hit), `${element.className} to be what a click meets`);
      }
      equal(getComputedStyle(harness.find('.question')).fontSize, '18px');
      equal(getComputedStyle(harness.find('.question')).textTransform, 'none');
    });
  }

  it('takes its colours from public properties, wherever they are set', async () => {
    style(':root{--fourfold-accent:rgb(1, 2, 3)} fourfold-survey{--fourfold-radius:2px}');
    harness = await SurveyHarness.open('nps');
    await harness.choose('nps', 9);
    equal(getComputedStyle(harness.find('[part="next"]')).backgroundColor, 'rgb(1, 2, 3)');
    equal(getComputedStyle(harness.find('[part="card"]')).borderRadius, '2px');
  });

  it('marks the chosen point with a part of its own', async () => {
    harness = await SurveyHarness.open('nps');
    await harness.choose('nps', 7);
    equal(harness.root.querySelectorAll('[part~="chosen"]').length, 1);
    await harness.choose('nps', 8);
    equal(harness.text('[part~="chosen"]'), '8');
  });

  if (supports('emulate-media'))
    it('moves nothing for those who want no motion', async () => {
      await command('emulate-media', { reducedMotion: 'reduce' });
      undo.push(() => void command('emulate-media', { reducedMotion: 'no-preference' }));
      harness = await SurveyHarness.open('nps');
      await eventually(() => harness.root.getAnimations().length === 0, 'no animation');
    });

  it('breaks Chinese headings between words only', async () => {
    harness = await SurveyHarness.open('csat', { locale: 'zh-CN' });
    holds(harness.root.querySelectorAll('.question wbr').length >= 3, 'offers to break');
    equal(harness.text('.question'), '您对公司提供的服务满意度打几分？');
    equal(getComputedStyle(harness.find('.question')).wordBreak, 'keep-all');
  });
});
