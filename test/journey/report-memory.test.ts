import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHOP_QUESTIONNAIRE, someShop } from '../report/support/some-shop.ts';
import { launchBrowser } from '../support/browser.ts';

const REPORT = pathToFileURL(resolve(import.meta.dirname, '../../dist/report/index.html')).href;
const TOUCHPOINTS = ['Search', 'Order', 'Delivery', 'Support'];
const TIERS = ['gold', 'silver', 'plain'];

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-memory-'));
  writeFileSync(join(folder, 'shop.ndjson'), someShop(600));
  writeFileSync(join(folder, 'shop.json'), SHOP_QUESTIONNAIRE);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface Held {
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What the page holds when everything that may go has gone, and all parts have had their turn to draw. */
async function held(page: Page, session: CDPSession): Promise<Held> {
  for (const parts of ['fourfold-matrix, fourfold-panel, fourfold-plan, fourfold-comments', 'fourfold-chart'])
    await page.evaluate(async (some) => {
      for (const part of document.querySelectorAll(some))
        await (part as unknown as { readonly updateComplete: Promise<boolean> }).updateComplete; // elements of Lit
    }, parts);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { bytes: usedSize, nodes, listeners: jsEventListeners };
}

async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.locator(`select[name="field-${field}"]`).selectOption(value);
  await page.waitForFunction(() => {
    const report = document.querySelector('fourfold-report') as unknown as {
      chosen: object;
      shownState: object;
    }; // the element's own
    return report.chosen === report.shownState;
  });
}

/** Ten settings, and back to the whole. */
async function round(page: Page): Promise<void> {
  for (const tier of TIERS) await choose(page, 'tier', `=${tier}`);
  await choose(page, 'tier', '');
  for (const touchpoint of TOUCHPOINTS) await choose(page, 'touchpoint', `=${touchpoint}`);
  await choose(page, 'tier', '=gold');
  await choose(page, 'touchpoint', '');
  await choose(page, 'tier', '');
}

describe('the report', () => {
  it('holds no more after 10 filter settings, back and forth, than after the same before', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en' });
    await page.goto(REPORT);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([join(folder, 'shop.ndjson'), join(folder, 'shop.json')]);
    await page.locator('[data-panel="health"]').waitFor();
    const session = await page.context().newCDPSession(page);
    // The first round fills what is kept once for all, such as compiled code.
    await round(page);
    const before = await held(page, session);
    for (let again = 0; again < 2; again += 1) await round(page);
    const after = await held(page, session);
    expect(after.nodes).toBeLessThan(before.nodes * 1.05);
    expect(after.listeners).toBeLessThan(before.listeners * 1.05);
    // Code that is compiled by and by adds a little; figures that were kept would add as much again.
    expect(after.bytes).toBeLessThan(before.bytes * 1.25);
    await page.close();
  });
});
