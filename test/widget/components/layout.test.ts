import type { Question } from '../../../shared/questionnaire/questionnaire.ts';
import { EVERY_KIND, kindOf } from '../support/every-kind.ts';
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
const NARROW = { width: 320, height: 640 };

let harness: SurveyHarness;
let undo: (() => unknown)[] = [];
afterEach(async () => {
  harness.close();
  for (const step of undo) await step();
  undo = [];
  await command('set-viewport', DESKTOP);
});

function style(css: string): void {
  const element = document.head.appendChild(document.createElement('style'));
  element.textContent = css;
  undo.push(() => element.remove());
}

const all = (selector: string) => [...harness.root.querySelectorAll<HTMLElement>(selector)];
const box = (selector: string) => harness.find(selector).getBoundingClientRect();
const colour = (selector: string, property = 'background-color') =>
  getComputedStyle(harness.find(selector)).getPropertyValue(property);

/** Walks through every kind, each answered, and looks at each screen. */
async function through(look: (id: string) => void): Promise<void> {
  for (const { question, give } of EVERY_KIND) {
    await give?.(harness);
    await harness.still();
    look(question.id);
    const { index } = harness.element.screen ?? {};
    while (harness.element.screen?.index === index)
      await harness.press(harness.has('[part="next"]') ? 'next' : 'skip');
  }
}

const everyKind = (settings = {}) =>
  SurveyHarness.open(
    EVERY_KIND.map(({ question }) => question),
    settings,
  );

const TARGETS = 'button, .point, .cell, .tick, .consent, textarea, input[type=text]';

/** Every target is so large, in px. */
function large(least: number, id: string): void {
  const targets = all(TARGETS);
  holds(targets.length > 1, `targets in ${id}`);
  for (const target of targets) {
    const { width, height } = target.getBoundingClientRect();
    const what = `${id}: ${target.className || target.localName}`;
    holds(width >= least && height >= least, `${least} px of ${what}, got ${width} × ${height}`);
  }
}

/** Nothing stands out of the window at its sides, out of the card, or out of its own box. */
function whole(id: string, width: number): void {
  equal(document.documentElement.scrollWidth, width, `${id}: width of the page`);
  const card = box('[part="card"]');
  holds(card.left >= 0 && card.right <= width, `${id}: the card in the window`);
  holds(card.top >= 0 && card.bottom <= innerHeight + 0.5, `${id}: top and bottom of the card in the window`);
  for (const element of all('.card *')) {
    if (element.closest('.told, svg') ?? element.matches('.point input, .cell input')) continue;
    const { left, right, width: own } = element.getBoundingClientRect();
    const what = `${id}: <${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 30)}`;
    holds(
      own === 0 || (left >= card.left - 0.5 && right <= card.right + 0.5),
      `${what} in the card, ${left} to ${right}`,
    );
    const clips = ['hidden', 'auto', 'scroll', 'clip'].includes(getComputedStyle(element).overflowX);
    if (clips) holds(element.scrollWidth <= element.clientWidth + 1, `${what} not to be cut at its side`);
  }
}

describe('targets', () => {
  it('are 44 px or more on a phone', async () => {
    await command('set-viewport', PHONE);
    harness = await everyKind();
    await through((id) => large(44, id));
  });

  it('are 24 px or more everywhere', async () => {
    await command('set-viewport', DESKTOP);
    harness = await everyKind();
    await through((id) => large(24, id));
  });

  it('are 44 px or more at 320 px', async () => {
    await command('set-viewport', NARROW);
    harness = await everyKind();
    await through((id) => large(44, id));
  });
});

describe('reflow', () => {
  for (const viewport of [PHONE, NARROW]) {
    for (const [name, css] of [
      ['as it is', ''],
      ['text at 200 %', ':root{--fourfold-size:32px}'],
    ] as const) {
      for (const locale of ['en', 'de']) {
        it(`keeps everything in sight without sideways scrolling (${viewport.width} px, ${name}, ${locale})`, async () => {
          await command('set-viewport', viewport);
          style(css);
          harness = await everyKind({ locale });
          await through((id) => whole(id, viewport.width));
          whole('the end', viewport.width);
        });
      }
    }
  }

  for (const [width, points, rows] of [
    [1280, 11, '11'],
    [1280, 7, '7'],
    [360, 11, '6 5'],
    [360, 10, '5 5'],
    [360, 9, '5 4'],
    [360, 8, '4 4'],
    [360, 7, '7'],
    [320, 11, '6 5'],
    [320, 10, '5 5'],
    [320, 7, '4 3'],
    [320, 6, '6'],
  ] as const) {
    it(`puts ${points} points in rows of ${rows} at ${width} px`, async () => {
      await command('set-viewport', { width, height: 740 });
      harness = await SurveyHarness.open([
        { id: 'q', kind: 'rating', label: 'How was it?', scale: { min: 1, max: points } },
      ]);
      const tops = all('.point').map((point) => Math.round(point.getBoundingClientRect().top));
      equal([...new Set(tops)].map((top) => tops.filter((one) => one === top).length).join(' '), rows);
    });
  }

  it('makes a list of words where one is long, and a row where all fit', async () => {
    await command('set-viewport', DESKTOP);
    const ask = (words: readonly string[]): Question => ({
      id: 'q',
      kind: 'rating',
      label: 'How was it?',
      look: 'words',
      scale: { min: 1, max: words.length },
      words,
    });
    for (const [words, list] of [
      [['Bad', 'Fair', 'Good'], false],
      [['Bad', 'Unsatisfactory', 'Good'], true],
      [['差', '一般', '好'], false],
      [['a', 'b', 'c', 'd', 'e', 'f'], true],
    ] as const) {
      harness?.close();
      harness = await SurveyHarness.open([ask(words)]);
      equal([harness.has('.scale.list'), harness.has('.scale.words')], [list, !list], words.join());
      whole(words.join(), DESKTOP.width);
    }
    harness.close();
    await command('set-viewport', PHONE);
    harness = await SurveyHarness.open([ask(['Bad', 'Fair', 'Good'])]);
    await harness.until('.scale.list');
  });
});

describe('sizes', () => {
  it("do not hang on the page's root font size", async () => {
    await command('set-viewport', DESKTOP);
    const measure = async () => {
      harness = await SurveyHarness.open([kindOf('two').question]);
      await harness.still();
      const { width, height } = box('[part="card"]');
      return [width, height, colour('.question', 'font-size'), box('.cell').width];
    };
    const before = await measure();
    harness.close();
    style('html{font-size:62.5%} body{font-size:5px;line-height:9}');
    equal(await measure(), before);
  });

  it('of fields are 16 px or more, so that no phone zooms in', async () => {
    style(':root{--fourfold-size:12px}');
    harness = await everyKind();
    let fields = 0;
    await through((id) => {
      for (const field of all('textarea, input[type=text]')) {
        fields++;
        holds(parseFloat(getComputedStyle(field).fontSize) >= 16, `16 px in ${id}`);
      }
    });
    equal(fields, 4);
  });
});

describe('the sheet on a phone', () => {
  const viewport = window.visualViewport;
  const show = (shown: Readonly<Record<string, number>>) => {
    for (const [name, value] of Object.entries(shown))
      Object.defineProperty(viewport, name, { value, configurable: true });
    undo.push(() => Object.keys(shown).forEach((name) => Reflect.deleteProperty(viewport ?? {}, name)));
    viewport?.dispatchEvent(new Event('resize'));
  };

  it('stands on the keyboard with field and button in sight, and comes down with it', async () => {
    await command('set-viewport', PHONE);
    harness = await SurveyHarness.open([kindOf('comment').question, kindOf('csat').question]);
    await harness.write('a');
    await harness.still();
    equal(box('[part="card"]').bottom, PHONE.height);
    show({ height: 400, offsetTop: 0 });
    await harness.still();
    const card = box('[part="card"]');
    equal(Math.round(card.bottom), 400);
    holds(card.top >= 0, `the top in the window, got ${card.top}`);
    holds(box('textarea').top >= card.top && box('textarea').bottom <= 400, 'the field in sight');
    holds(box('[part="next"]').bottom <= 400, 'the button in sight');
    show({ height: PHONE.height });
    await harness.still();
    equal(box('[part="card"]').bottom, PHONE.height);
  });

  it('follows a page that the keyboard has pushed up', async () => {
    await command('set-viewport', PHONE);
    harness = await SurveyHarness.open([kindOf('comment').question]);
    show({ height: 400, offsetTop: 100 });
    await harness.still();
    equal(Math.round(box('[part="card"]').bottom), 500);
  });

  it('stays where it is when the reader zooms in', async () => {
    await command('set-viewport', PHONE);
    harness = await SurveyHarness.open([kindOf('comment').question]);
    show({ height: 400, offsetTop: 0, scale: 1.8 });
    await harness.still();
    equal(box('[part="card"]').bottom, PHONE.height);
  });
});

describe('the colour scheme', () => {
  const [LIGHT, DARK] = ['rgb(255, 255, 255)', 'rgb(27, 30, 37)'];

  it("is the page's, and light where the page names none", async () => {
    harness = await SurveyHarness.open('csat');
    equal(colour('.card'), LIGHT);
    document.documentElement.style.colorScheme = 'dark';
    equal(colour('.card'), DARK);
  });

  it("is the owner's, whatever the page's is", async () => {
    document.documentElement.style.colorScheme = 'dark';
    harness = await SurveyHarness.open('csat', { colorScheme: 'light' });
    equal(colour('.card'), LIGHT);
    harness.close();
    harness = await SurveyHarness.open('csat', { colorScheme: 'dark' });
    equal(colour('.card'), DARK);
  });

  if (supports('emulate-media'))
    it("is the system's, where the owner wants that", async () => {
      undo.push(() => command('emulate-media', { colorScheme: 'light' }));
      for (const [colorScheme, ground] of [
        ['dark', DARK],
        ['light', LIGHT],
      ] as const) {
        await command('emulate-media', { colorScheme });
        harness?.close();
        harness = await SurveyHarness.open('csat', { colorScheme: 'system' });
        equal(colour('.card'), ground, colorScheme);
      }
    });

  if (supports('forced-colors'))
    it("is the reader's own in forced colours, and what is chosen is seen in it", async () => {
      await command('set-viewport', DESKTOP);
      await command('forced-colors', { active: true });
      undo.push(() => command('forced-colors', { active: false }));
      harness = await everyKind();
      const probe = document.body.appendChild(document.createElement('i'));
      undo.push(() => probe.remove());
      probe.style.cssText = 'forced-color-adjust:none;background:Highlight';
      const highlight = getComputedStyle(probe).backgroundColor;
      let chosen = 0;
      await through((id) => {
        for (const input of all('.point input, .cell input') as HTMLInputElement[]) {
          const { nextElementSibling: face } = input;
          const ground = face && getComputedStyle(face).backgroundColor;
          equal(ground === highlight, input.checked, `${id} ${input.value}: Highlight`);
          if (input.checked) chosen++;
        }
      });
      equal(chosen, 14);
    });
});

if (supports('emulate-media'))
  describe('motion', () => {
    it('is off for those who want none, from opening to the end', async () => {
      await command('emulate-media', { reducedMotion: 'reduce' });
      undo.push(() => command('emulate-media', { reducedMotion: 'no-preference' }));
      harness = await SurveyHarness.open([kindOf('nps').question, kindOf('one').question]);
      const still = (when: string) => equal(harness.root.getAnimations().length, 0, `animations ${when}`);
      still('at first');
      await harness.choose('nps', 3);
      still('after a choice');
      await harness.press('next');
      still('after the next question');
      await harness.press('skip');
      still('at the end');
      await harness.press('close');
      equal(harness.find('.ff').matches(':popover-open'), false);
      still('after closing');
    });

    it('is there for the others', async () => {
      harness = await SurveyHarness.open([kindOf('nps').question]);
      await eventually(() => harness.root.getAnimations().length > 0, 'an animation');
    });

    it('breaks a word that is longer than the card', async () => {
      await command('set-viewport', PHONE);
      harness = await SurveyHarness.open([
        { id: 'csat', kind: 'csat', label: 'Kundenzufriedenheit'.repeat(4) },
      ]);
      const heading = harness.find('.question');
      holds(heading.scrollWidth <= heading.clientWidth, 'no part of the word beside the card');
    });
  });
