import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const FOLDER = resolve(import.meta.dirname, '../../dist/report');
const REPORT = pathToFileURL(resolve(FOLDER, 'index.html')).href;

let browser: Browser;
/** What pages say on their consoles, and what they ask of any network. */
const said: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The example that is one click away from the empty page. */
async function clicked(example: string, locale = 'en'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale });
  const page = await context.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) said.push(request.url());
  });
  await page.goto(REPORT);
  await page.locator(`[data-example="${example}"]`).click();
  await page.locator('[data-state="report"]').waitFor();
  return page;
}

async function firstRanked(page: Page): Promise<string[]> {
  return page.locator('.rank .first .nm').allInnerTexts();
}

describe('an example of the empty page', () => {
  it('draws the table of 1977 at once: the three that the paper says to concentrate on', async () => {
    const page = await clicked('martilla_james_1977');
    expect(await firstRanked(page)).toEqual([
      'Low prices on service',
      'Job done right the first time',
      'Fast action on complaints',
    ]);
    expect(await page.locator('h1').innerText()).toMatch(/^By their means, improve first: Low prices/);
    await page.getByRole('button', { name: '繁 繁體中文' }).click();
    expect(await firstRanked(page)).toEqual(['服務價格低', '一次修好', '迅速處理投訴']);
    expect(await page.locator('main').innerText()).not.toMatch(/NaN|undefined/);
    await page.context().close();
  });

  it('shows the airport of 2017 with its matrix, by the names of its mapping', async () => {
    const page = await clicked('sfo_2017');
    // test/fixtures/oracle/sfo-2017.py and the published board: five services, NPS 40 of 2,746 who answered
    expect(await firstRanked(page)).toEqual([
      ...['Long-term parking shuttle', 'Parking', 'Rental car centre'],
      ...['Information desks, upper', 'Information desks, lower'],
    ]);
    expect(await page.locator('[data-figure="nps"] [data-part="value"]').innerText()).toBe('40');
    await page.context().close();
  });

  it('shows nine years of the airport as a trend', async () => {
    const page = await clicked('sfo_trend_2010_2018');
    const trend = page.locator('[data-panel="trend"]');
    await trend.getByRole('button', { name: 'Table', exact: true }).click();
    const periods = await trend.locator('table').innerText();
    for (let year = 2010; year <= 2018; year += 1) expect(periods).toContain(String(year));
    expect(await page.locator('[data-part="provenance"]').innerText()).toContain('28,665 records');
    await page.context().close();
  });

  it('shows Chinese reviews in Chinese, with their comments', async () => {
    const page = await clicked('asap_reviews_zh', 'zh-CN');
    expect(await firstRanked(page)).toEqual(['服务人员态度']);
    const comments = page.locator('[data-panel="comments"]');
    await comments.getByText('300').first().waitFor(); // they are read once the rest stands
    await page.context().close();
  });

  it('asks nothing of any network, and says nothing on the console', () => {
    expect(said).toEqual([]);
  });

  it('names no file that is not there', async () => {
    const page = await browser.newPage();
    await page.goto(REPORT);
    await page.locator('.examples a').first().waitFor();
    const links = await page
      .locator('.examples a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    const there = readdirSync(resolve(FOLDER, 'examples')).map((name) => `examples/${name}`);
    expect(links).toHaveLength(9);
    expect(there).toEqual(expect.arrayContaining(links));
    await page.close();
  });

  it('comes with origin and licence', () => {
    const paper = (name: string): string => readFileSync(resolve(FOLDER, 'examples', name), 'utf8');
    expect(paper('LICENSE-asap.txt')).toContain('Apache License');
    expect(paper('LICENSE-sfo.txt')).toContain('Rony Armon');
    expect(paper('README.md')).toMatch(/sfo_trend_2010_2018\.csv[\s\S]*asap_reviews_zh\.csv/);
  });
});
