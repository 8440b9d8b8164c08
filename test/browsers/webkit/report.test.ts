import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bake } from '../../../demo/report-page.mjs';
import { fixed } from '../../../report/format/numbers.ts';
import { figuresOf, someAnswers } from '../../report/support/some-answers.ts';
import type { Element, WebDriver } from '../../support/webdriver.ts';
import { LISTEN } from './site.ts';
import { useWebkit } from './use-webkit.ts';

const REPORT = resolve(import.meta.dirname, '../../../dist/report/index.html');
const EXPORT = someAnswers(400);

const bench = useWebkit();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-report-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The built report with files in it, and with an ear on its console before its policy begins. */
function report(files: readonly { name: string; text: string }[]): string {
  const data = { format: 'fourfold-report-data', version: 1, files };
  return bake(readFileSync(REPORT, 'utf8'), data).replace('<head>', `<head>${LISTEN}`);
}

/** Address of a page on the disk. */
function onDisk(html: string): string {
  const path = join(folder, 'report.html');
  writeFileSync(path, html);
  return pathToFileURL(path).href;
}

/** Share of the picture's points that have a colour. */
const DRAWN = `
  const canvas = document.querySelector('canvas.shown');
  if (!canvas || canvas.width === 0) return 0;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, i) => i % 4 === 3 && value > 0).length / (data.length / 4);`;

/** Waits for the matrix, and compares a figure with the one that the metrics give. */
async function expectFigures(browser: WebDriver): Promise<void> {
  await browser.until(
    'figures or a problem',
    `return document.querySelector('[data-figure="nps"], [data-problem]')`,
  );
  const problems = `return [...document.querySelectorAll('[data-problem]')].map(({ innerText }) => innerText)`;
  expect(await browser.run(problems)).toEqual([]);
  expect(await browser.until<number>('the picture', DRAWN)).toBeGreaterThan(0.01);
  const { nps } = await figuresOf(EXPORT);
  const shown = `return document.querySelector('[data-figure="nps"] [data-part="value"]').textContent.trim()`;
  expect(await browser.run(shown)).toBe(fixed(nps?.value ?? 0, 0));
  expect(await browser.run(`return document.querySelectorAll('[data-ranked]').length`)).toBe(6);
}

/** A file input beside the report, that only holds what was chosen. */
const HOLD = `
  const holder = Object.assign(document.createElement('input'), { type: 'file' });
  document.body.append(holder);
  return holder;`;
const DROP_HELD = `
  const event = new Event('drop', { bubbles: true, cancelable: true });
  document.body.dispatchEvent(Object.assign(event, { dataTransfer: { files: arguments[0].files } }));`;

async function drop(browser: WebDriver): Promise<void> {
  await browser.until('the page', `return document.querySelector('main')`);
  const dropping = `
    const transfer = new DataTransfer();
    transfer.items.add(new File([arguments[0]], 'answers.csv', { type: 'text/csv' }));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));`;
  await browser.run(dropping, EXPORT);
}

/** Puts a file on the disk, and gives its path. */
function saved(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('the report in WebKit', () => {
  for (const [where, address] of [
    ['on a site', (html: string) => bench().site.put(html)],
    ['from a disk', onDisk],
  ] as const) {
    it(`draws the matrix of the export that is baked into it (${where})`, async () => {
      const { browser } = bench();
      await browser.open(address(report([{ name: 'answers.csv', text: EXPORT }])));
      await expectFigures(browser);
    });

    it(`draws the matrix of an export that is dropped on it (${where})`, async () => {
      const { browser } = bench();
      await browser.open(address(report([])));
      await drop(browser);
      await expectFigures(browser);
    });

    it(`draws the matrix of an export that is chosen from the disk (${where})`, async () => {
      const { browser } = bench();
      await browser.open(address(report([])));
      const input = await browser.until<Element>(
        'a file input',
        `return document.querySelector('input[type=file]')`,
      );
      await browser.choose(input, saved('answers.csv', EXPORT));
      await expectFigures(browser);
    });

    it(`names a file that was moved before it was read (${where})`, async () => {
      const { browser } = bench();
      await browser.open(address(report([])));
      await browser.until('the page', `return document.querySelector('main')`);
      const holder = await browser.run<Element>(HOLD);
      const path = saved('moved.csv', EXPORT);
      await browser.choose(holder, path);
      rmSync(path);
      await browser.run(DROP_HELD, holder);
      const problem = `return document.querySelector('[data-problem="unreadable"]')?.innerText`;
      expect(await browser.until<string>('a problem', problem)).toContain('moved.csv');
    });
  }
});
