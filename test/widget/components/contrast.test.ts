import { afterEach, describe, equal, eventually, holds, it } from '../support/in-browser.ts';
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
    theme('--fourfold-text:#999');
    harness = await SurveyHarness.open('csat');
    await eventually(() => harness.said.length, 'a message');
    await harness.choose('csat', 3);
    await harness.press('next');
    await harness.press('skip');
    await said();
    equal(harness.said.length, 1);
    equal(harness.root.querySelectorAll('i[hidden]').length, 0, 'probes left behind');
  });
});
