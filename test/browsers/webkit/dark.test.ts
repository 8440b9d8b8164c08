import { describe, expect, it } from 'vitest';
import { PromptPage } from './prompt-page.ts';
import { useWebkit } from './use-webkit.ts';

const bench = useWebkit('dark');

/** Lightness from 0 to 1 of the card and of its question, as they are painted. */
const LIGHTNESS = `['[part~="card"]', '[part~="question"]'].map((selector, i) => {
  const style = getComputedStyle(root.querySelector(selector));
  const [red, green, blue] = (i === 0 ? style.backgroundColor : style.color).match(/[\\d.]+/g).map(Number);
  return (red + green + blue) / 3 / 255;
})`;

describe('the prompt in WebKit where the system is dark', () => {
  it('is dark on a page that can be both', async () => {
    const { site, browser } = bench();
    const both = '<style>:root{color-scheme:light dark}</style>';
    const prompt = await PromptPage.visit(browser, site.page('data-survey="nps"', both));
    const [card, question] = await prompt.ask<number[]>(LIGHTNESS);
    expect(card).toBeLessThan(0.3);
    expect(question).toBeGreaterThan(0.8);
  });

  it('is light on a page that is always light', async () => {
    const { site, browser } = bench();
    const light = '<style>:root{color-scheme:light}</style>';
    const prompt = await PromptPage.visit(browser, site.page('data-survey="nps"', light));
    const [card, question] = await prompt.ask<number[]>(LIGHTNESS);
    expect(card).toBeGreaterThan(0.8);
    expect(question).toBeLessThan(0.3);
  });
});
