import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { ROOT } from '../../support/docs/root.ts';
import type { Consumer } from './install-packed.ts';
import { installPacked } from './install-packed.ts';

let consumer: Consumer;
let site: PreviewServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  consumer = installPacked('test/fixtures/bundled-page');
  cpSync(join(ROOT, 'demo/recipes/data-layer.js'), join(consumer.folder, 'data-layer.js'));
  const config = { root: consumer.folder, configFile: false, logLevel: 'error' } as const;
  await build(config);
  site = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'en-US' });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await site.close();
  consumer.remove();
});

/** What the recipe makes. */
interface Globals {
  readonly dataLayer: object[];
}

describe("a page that is built with import 'fourfold'", () => {
  it('asks in an element that it adds later, and tells a tag manager scores without a word of the visitor', async () => {
    const faults: string[] = [];
    page.on('console', (line) => faults.push(line.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(site.resolvedUrls?.local[0] ?? '');
    const prompt = page.locator('main fourfold-survey');
    const next = prompt.locator('[part~="next"]');
    await prompt.locator('input[value="9"]').click();
    await next.click();
    await prompt.locator('input[value="other"]').click();
    await prompt.locator('input[type="text"]').first().fill('The weather');
    await next.click();
    await prompt.locator('textarea').fill('Ask Mr Smith of flat 7');
    await next.click();
    await prompt.locator('input[type="checkbox"]').click();
    await prompt.locator('input:not([type="checkbox"])').last().fill('smith@example.org');
    await next.click();
    await prompt.locator('[part~="end"]').waitFor();
    const told = await page.evaluate(() => (globalThis as unknown as Globals).dataLayer);
    const started = { survey: 'checkout', status: 'shown' };
    const ended = { survey: 'checkout', status: 'completed', nps: 9 };
    expect(told[0]).toEqual({ event: 'fourfold-shown', ...started });
    expect(told[1]).toEqual({ event: 'fourfold-answer', survey: 'checkout', status: 'partial', nps: 9 });
    expect(told.at(-1)).toEqual({ event: 'fourfold-completed', ...ended });
    expect(JSON.stringify(told)).not.toMatch(/smith|weather/i);
    expect(faults).toEqual([]);
  }, 60_000);
});
