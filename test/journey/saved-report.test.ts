import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHOP_QUESTIONNAIRE, someShop } from '../report/support/some-shop.ts';
import { launchBrowser } from '../support/browser.ts';

const REPORT = pathToFileURL(resolve(import.meta.dirname, '../../dist/report/index.html')).href;

let browser: Browser;
let context: BrowserContext;
let folder: string;
/** What pages say on their consoles, and what they ask of any network. */
const said: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-saved-'));
  writeFileSync(join(folder, 'shop.ndjson'), someShop(300));
  writeFileSync(join(folder, 'shop.json'), SHOP_QUESTIONNAIRE);
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function open(address: string, within = context): Promise<Page> {
  const page = await within.newPage();
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) said.push(request.url());
  });
  await page.goto(address);
  return page;
}

/** Every figure of the page: overview, all tables behind the panels' charts, and the plan. */
async function figuresOn(page: Page): Promise<string[]> {
  await page.locator('[data-planned]').first().waitFor();
  for (const button of await page.getByRole('button', { name: 'Table', exact: true }).all())
    await button.click();
  const texts = await page.locator('[data-figure], table, [data-planned], h1, h2').allInnerTexts();
  return texts.map((text) => text.replace(/\s+/gu, ' '));
}

async function save(page: Page, data: 'rows' | 'counts', name: string): Promise<string> {
  await page.locator('fourfold-save > button').click();
  await page.locator(`[name="save-data"][value="${data}"]`).check();
  const download = page.waitForEvent('download');
  await page.locator('dialog .main').click();
  const path = join(folder, name);
  await (await download).saveAs(path);
  return pathToFileURL(path).href;
}

describe('a saved report', () => {
  it('shows the same figures and plan, also when it was saved from a saved one, and asks nothing of a network', async () => {
    const first = await open(REPORT);
    await first
      .locator('input[type=file]')
      .first()
      .setInputFiles([join(folder, 'shop.ndjson'), join(folder, 'shop.json')]);
    await first.locator('[name="responsible"]').first().fill('王芳');
    await first.locator('[name="fourfold-crosshair"][value="median"]').check({ force: true });
    await first.locator('[data-crosshair="median"]').first().waitFor();
    const figures = await figuresOn(first);
    expect(figures.length).toBeGreaterThan(20);
    const saved = await open(await save(first, 'rows', 'rows.html'));
    expect(await figuresOn(saved)).toEqual(figures);
    expect(await saved.locator('[name="responsible"]').first().inputValue()).toBe('王芳');
    const again = await open(await save(saved, 'rows', 'again.html'));
    expect(await figuresOn(again)).toEqual(figures);
    const counts = await open(await save(again, 'counts', 'counts.html'));
    expect(await figuresOn(counts)).toEqual(figures);
    expect(said).toEqual([]);
  });

  it('shows a foreign table as its owner mapped it, also in a browser that has not seen it', async () => {
    const lines = Array.from({ length: 120 }, (_, n) => `${n + 1};${n % 2 ? 'north' : 'south'};${n % 11}`);
    writeFileSync(join(folder, 'tool.csv'), `respondent_no;region;recommend\n${lines.join('\n')}\n`);
    const first = await open(REPORT);
    await first.locator('input[type=file]').first().setInputFiles(join(folder, 'tool.csv'));
    await first.getByRole('button', { name: 'Draw the report' }).click();
    const shown = async (page: Page): Promise<string[]> => {
      await page.locator('[data-figure="nps"]').first().waitFor();
      return page.locator('[data-figure], h1, h2').allInnerTexts();
    };
    const figures = await shown(first);
    const saved = await save(first, 'rows', 'tool.html');
    const other = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' });
    expect(await shown(await open(saved, other))).toEqual(figures);
    expect(figures.join(' ')).toContain('n 120');
    expect(said).toEqual([]);
  });
});
