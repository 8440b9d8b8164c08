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

let harness: SurveyHarness;
let undo: (() => void)[] = [];
afterEach(() => {
  harness.close();
  for (const step of undo) step();
  undo = [];
});

/** Sets public properties for the page. */
function theme(css: string): void {
  const element = document.head.appendChild(document.createElement('style'));
  element.textContent = `:root{${css}}`;
  undo.push(() => element.remove());
}

/** What the prompt says of its colours, once it has looked at them. */
async function said(): Promise<readonly string[]> {
  await import('../../../widget/prompt/contrast.ts'); // which looks is loaded when there is a theme
  await harness.settled();
  await harness.settled();
  return harness.said.flatMap((text) => text.split('\n  ').slice(1));
}

describe("an owner's theme", () => {
  for (const [what, css, scheme, pairs] of [
    [
      'text too light',
      '--fourfold-text:#999',
      'light',
      ['--fourfold-text on --fourfold-surface has a contrast of 2.8:1; it needs 4.5:1'],
    ],
    [
      'a named colour',
      '--fourfold-muted:silver',
      'light',
      ['--fourfold-muted on --fourfold-surface has a contrast of 1.8:1; it needs 4.5:1'],
    ],
    [
      'light-dark(), in its weak half',
      '--fourfold-text:light-dark(#000, #444)',
      'dark',
      ['--fourfold-text on --fourfold-surface has a contrast of 1.7:1; it needs 4.5:1'],
    ],
    ['light-dark(), in its good half', '--fourfold-text:light-dark(#000, #444)', 'light', []],
    [
      'oklch(), below what two pairs need',
      '--fourfold-accent:oklch(0.85 0.1 200)',
      'light',
      ['--fourfold-on-accent on --fourfold-accent', '--fourfold-accent on --fourfold-surface'],
    ],
    [
      'a ground that meets the text',
      '--fourfold-surface:color-mix(in srgb, black 80%, white)',
      'light',
      [
        '--fourfold-text on --fourfold-surface',
        '--fourfold-muted on --fourfold-surface',
        '--fourfold-accent on --fourfold-surface',
        '--fourfold-focus on --fourfold-surface',
      ],
    ],
    [
      'a text that the ground shines through',
      '--fourfold-text:rgb(0 0 0 / 0.35)',
      'light',
      ['--fourfold-text on --fourfold-surface has a contrast of 2.4:1; it needs 4.5:1'],
    ],
    [
      'an accent that the ground shines through, and its text',
      '--fourfold-accent:rgb(0 0 0 / 0.47);--fourfold-on-accent:#fff',
      'light',
      ['--fourfold-on-accent on --fourfold-accent has a contrast of 3.5:1; it needs 4.5:1'],
    ],
    [
      'a ground that the page shines through',
      '--fourfold-surface:rgb(255 255 255 / 0.15);background:#000',
      'light',
      ['text', 'muted', 'accent', 'focus'].map((name) => `--fourfold-${name} on --fourfold-surface`),
    ],
    ['a good theme that the ground shines through', '--fourfold-text:rgb(0 0 0 / 0.9)', 'light', []],
    ['a good theme', '--fourfold-accent:#0a5;--fourfold-on-accent:#000;--fourfold-text:navy', 'light', []],
    ['a shape and no colour', '--fourfold-radius:2px;--fourfold-size:18px', 'light', []],
    ['no theme', '', 'light', []],
    ['no theme, in the dark', '', 'dark', []],
  ] as const) {
    it(`with ${what}: ${pairs.length} pairs are named`, async () => {
      theme(css);
      harness = await SurveyHarness.open('csat', { colorScheme: scheme });
      if (pairs.length > 0) await eventually(() => harness.said.length, 'a message');
      const named = await said();
      equal(named.length, pairs.length, `pairs in ${named.join()}`);
      for (const [i, pair] of pairs.entries())
        holds(named[i]?.startsWith(pair) ?? false, `${pair} in ${named.join()}`);
    });
  }

  it('is complained of once, whatever the respondent does', async () => {
    theme('--fourfold-text:#808080');
    harness = await SurveyHarness.open('csat');
    await eventually(() => harness.said.length, 'a message');
    await harness.choose('csat', 3);
    await harness.press('next');
    await harness.press('skip');
    await said();
    equal(harness.said.length, 1);
    equal(harness.root.querySelectorAll('i[hidden]').length, 0, 'probes left behind');
  });

  it('is complained of once where two prompts of a page have it', async () => {
    theme('--fourfold-text:#979797');
    harness = await SurveyHarness.open('csat');
    const second = await SurveyHarness.open('ces');
    // What the first has to say may come before the second listens to the console, or after.
    const messages = () => harness.said.length + second.said.length;
    try {
      await eventually(messages, 'a message');
      await said();
      equal(messages(), 1);
    } finally {
      second.close();
    }
  });

  it('is looked at again when the page changes its scheme while the prompt is open', async () => {
    theme('--fourfold-text:light-dark(#000, #434343)');
    document.documentElement.style.colorScheme = 'light';
    harness = await SurveyHarness.open('csat');
    equal(await said(), []);
    document.documentElement.style.colorScheme = 'dark';
    await eventually(() => harness.said.length, 'a message');
    equal(await said(), ['--fourfold-text on --fourfold-surface has a contrast of 1.6:1; it needs 4.5:1']);
  });

  if (supports('emulate-media'))
    it('is looked at again when the reader changes the scheme of the system', async () => {
      theme('color-scheme:light dark;--fourfold-text:light-dark(#000, #555)');
      undo.push(() => void command('emulate-media', { colorScheme: 'light' }));
      await command('emulate-media', { colorScheme: 'light' });
      harness = await SurveyHarness.open('csat');
      equal(await said(), []);
      await command('emulate-media', { colorScheme: 'dark' });
      await eventually(() => harness.said.length, 'a message');
    });

  it('is judged where a browser gives no canvas to draw on', async () => {
    theme('--fourfold-text:#123');
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = () => null;
    undo.push(() => (HTMLCanvasElement.prototype.getContext = getContext));
    harness = await SurveyHarness.open('csat');
    equal(await said(), []);
  });
});
