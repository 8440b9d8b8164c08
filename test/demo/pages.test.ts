import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { CollectorUnderTest, TOKEN, record } from './collector/open-collector.ts';
import { openSite } from './open-site.ts';
import type { SiteUnderTest } from './open-site.ts';

const SAMPLE = { context: { dataset: 'sfo-2017' } };
const collector = await CollectorUnderTest.open({
  questionnaires: [
    {
      id: 'airport',
      version: 1,
      title: { en: 'Your visit', 'zh-CN': '您的行程' },
      questions: [{ id: 'nps', kind: 'nps' }],
    },
  ],
});
let running: SiteUnderTest;
let browser: Browser;

beforeAll(async () => {
  running = await openSite(collector, '');
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  running.close();
  await collector.remove();
});

async function open(url: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-US', ...options });
  await page.goto(url, { waitUntil: 'load' });
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(); // put there by its source
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const PAGES = ['/', '/parking.html', '/kiosk.html', '/zh-CN/', '/zh-CN/parking.html', '/zh-CN/kiosk.html'];

describe.each(['light', 'dark'] as const)('the pages of the demonstration, %s', (colorScheme) => {
  it.each(PAGES)('%s can be used by all, by the rules of axe', async (path) => {
    const page = await open(running.site + path, { colorScheme });
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('the page of the collector can be used by all, by the rules of axe', async () => {
    const page = await open(running.collector, { colorScheme });
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

describe('on a phone of 360 px', () => {
  it.each(PAGES)('%s does not scroll sideways', async (path) => {
    const page = await open(running.site + path, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  });
});

describe('the page of the collector', () => {
  let page: Page;
  beforeEach(async () => {
    await collector.post([record(1), record(2, SAMPLE), record(3, SAMPLE)]);
    page = await open(running.collector);
    return () => page.close();
  });

  it('says what is wrong with a token, and where', async () => {
    await page.click('text=Download CSV');
    expect(await page.textContent('#token-error')).toBe('Enter the token first.');
    await page.fill('#token', 'another-token-1');
    await page.click('text=Download CSV');
    await page.waitForSelector('#token-error:has-text("does not open")');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('token');
    expect(await page.getAttribute('#token', 'aria-invalid')).toBe('true');
  });

  it('saves what the filter lets through as a file, by keyboard alone', async () => {
    await page.focus('#token');
    await page.keyboard.type(TOKEN);
    await page.keyboard.press('Tab');
    await page.waitForSelector('#survey option[value="airport"]', { state: 'attached' });
    await page.selectOption('#survey', 'airport');
    const downloaded = page.waitForEvent('download');
    await page.focus('button[value="ndjson"]');
    await page.keyboard.press('Enter');
    const download = await downloaded;
    expect(download.suggestedFilename()).toBe('fourfold-airport.ndjson');
    expect(await page.textContent('#download-status')).toMatch(/^Saved as fourfold-airport\.ndjson/);
  });

  it('saves the questionnaires, which give a report its names', async () => {
    await page.fill('#token', TOKEN);
    const downloaded = page.waitForEvent('download');
    await page.click('text=Download questionnaires');
    const download = await downloaded;
    expect(download.suggestedFilename()).toBe('fourfold-questionnaires.json');
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toHaveProperty('questionnaires');
  });

  it('removes the sample answers by one click, and says how many', async () => {
    await page.fill('#token', TOKEN);
    await page.click('#remove');
    await page.waitForSelector('#remove-status:has-text("2 sample answers removed.")');
    expect(await collector.records()).toHaveLength(1);
  });

  it('speaks the language of the browser, and another at a click', async () => {
    const chinese = await open(running.collector, { locale: 'zh-CN' });
    expect(await chinese.textContent('h1')).toBe('带走您的答卷');
    await chinese.click('text=EN');
    expect(await chinese.textContent('h1')).toBe('Take the answers with you');
    expect(await chinese.getAttribute('html', 'lang')).toBe('en');
    await chinese.close();
  });
});
