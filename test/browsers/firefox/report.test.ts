import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../../../.ci/firefox.mjs';
import { bake } from '../../../demo/report-page.mjs';
import { fixed } from '../../../report/format/numbers.ts';
import { figuresOf, someAnswers } from '../../report/support/some-answers.ts';

const REPORT = resolve(import.meta.dirname, '../../../dist/report/index.html');
const EXPORT = someAnswers(400);

let folder: string;
let browser: Browser;
let page: Page;
let said: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-report-'));
  const executablePath = ensureFirefox();
  browser = await puppeteer.launch({ browser: 'firefox', executablePath, defaultViewport: null });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  said = [];
  page = await browser.newPage();
  page.on('console', (line) => said.push(line.text()));
  page.on('pageerror', (error) => said.push(String(error)));
});
afterEach(() => page.close());

/** Puts a file on the disk, and gives its path. */
function saved(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Waits until an expression holds: what puppeteer waits with is forbidden by the page's policy. */
async function until(expression: string): Promise<void> {
  await expect.poll(() => page.evaluate(expression), { timeout: 20_000 }).toBeTruthy();
}

/** Waits for the matrix, and compares a figure with the one that the metrics give. */
async function expectFigures(): Promise<void> {
  await until(`!!document.querySelector('[data-figure="nps"], [data-problem]')`);
  expect(await page.$$eval('[data-problem]', (problems) => problems.map((one) => one.textContent))).toEqual(
    [],
  );
  await until(`(() => {
    const canvas = document.querySelector('canvas.shown');
    if (!canvas?.width) return false;
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, i) => i % 4 === 3 && value > 0).length > data.length / 400;
  })()`);
  const { nps } = await figuresOf(EXPORT);
  const shown = await page.$eval('[data-figure="nps"] [data-part="value"]', (one) => one.textContent.trim());
  expect(shown).toBe(fixed(nps?.value ?? 0, 0));
  expect(await page.$$('[data-ranked]')).toHaveLength(6);
  expect(said).toEqual([]);
}

describe('the report in Firefox, from a disk', () => {
  it('draws the matrix of the export that is baked into it', async () => {
    const files = [{ name: 'answers.csv', text: EXPORT }];
    const data = { format: 'fourfold-report-data', version: 1, files };
    await page.goto(pathToFileURL(saved('baked.html', bake(readFileSync(REPORT, 'utf8'), data))).href);
    await expectFigures();
  });

  it('draws the matrix of an export that is chosen', async () => {
    await page.goto(pathToFileURL(REPORT).href);
    await until(`!!document.querySelector('input[type=file]')`);
    const input = await page.$('input[type=file]');
    await input?.uploadFile(saved('answers.csv', EXPORT));
    await expectFigures();
  });

  it('draws the matrix of an export that is dropped on it', async () => {
    await page.goto(pathToFileURL(REPORT).href);
    await until(`!!document.querySelector('[data-state]')`);
    await page.evaluate((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'answers.csv', { type: 'text/csv' }));
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
        );
    }, EXPORT);
    await expectFigures();
  });
});
