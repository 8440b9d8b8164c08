import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvHeader, csvLine } from '../../shared/answers/write-csv.ts';
import { launchBrowser } from '../support/browser.ts';

const REPORT = pathToFileURL(resolve(import.meta.dirname, '../../dist/report/index.html')).href;

/** Texts that a page which took them for markup would run, or would fetch something for. */
const HOSTILE: readonly string[] = [
  '<script>window.__xss=1</script>',
  '<img src=x onerror=window.__xss=2>',
  '"><svg onload=window.__xss=3>',
  "'><iframe srcdoc='<script>parent.__xss=4</script>'></iframe>",
  '<a href="javascript:window.__xss=5">read on</a>',
  '</title><script>window.__xss=6</script>',
  '</script><script>window.__xss=7</script>',
  '<style>@import "https://evil.example/8.css"</style>',
  '<link rel=stylesheet href=https://evil.example/9.css>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/11">',
  '<math><mtext><img src=https://evil.example/12.png></mtext></math>',
  '${window.__xss=13}{{window.__xss=13}}<!--?lit$13$-->',
  '<template shadowrootmode=open><img src=x onerror=window.__xss=14></template>',
  '&lt;img src=x onerror=window.__xss=15&gt;\u202E<b>',
];

let browser: Browser;
let context: BrowserContext;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-hostile-'));
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' });
  await context.setOffline(true);
  await context.addInitScript(() => {
    const seen = globalThis as { violations?: string[] };
    seen.violations = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      seen.violations?.push(`${violatedDirective} ${blockedURI}`),
    );
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Writes a file for the page, and gives its path. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What a page has asked of any network, from the moment it is opened. */
async function open(): Promise<{ page: Page; requests: string[] }> {
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(REPORT);
  return { page, requests };
}

/** Nothing ran, nothing was refused, and nothing was asked for but the page itself. */
async function expectUnharmed(page: Page, requests: readonly string[]): Promise<void> {
  expect(await page.evaluate(() => ('__xss' in globalThis ? 'ran' : 'did not run'))).toBe('did not run');
  expect(await page.evaluate(() => (globalThis as { violations?: string[] }).violations)).toEqual([]);
  expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
  expect(requests.filter((url) => url.startsWith('file:'))).toEqual([REPORT]);
}

async function read(page: Page, paths: readonly string[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...paths]);
}

describe('the report, opened from a disk without any network', () => {
  it('shows hostile comments, names, labels, values and file names as the texts that they are', async () => {
    const attributes = HOSTILE.map((label, at) => ({ id: `a${at}`, label }));
    const questionnaire = {
      ...{ id: 'shop', version: 1, title: HOSTILE[0] },
      questions: [
        { id: 'csat', kind: 'csat' },
        { id: 'nps', kind: 'nps' },
        { id: 'why', kind: 'text' },
        { id: 'service', kind: 'battery', ask: ['satisfaction'], attributes },
      ],
    };
    const columns = [
      ...['id', 'survey', 'surveyVersion', 'status', 'csat', 'nps', 'why', 'context.tier'],
      ...attributes.map(({ id }) => `service.satisfaction.${id}`),
    ];
    const rows = Array.from({ length: 60 }, (_, at) =>
      csvLine(
        columns,
        new Map<string, string>([
          ...Object.entries({ id: `r${at}`, survey: 'shop', surveyVersion: '1', status: 'completed' }),
          ...Object.entries({ csat: String((at % 5) + 1), nps: String(at % 11) }),
          ...Object.entries({ why: HOSTILE[at % 15], 'context.tier': HOSTILE[at % 2] }),
          ...attributes.map(({ id }, k): [string, string] => [
            `service.satisfaction.${id}`,
            String(((at + k) % 5) + 1),
          ]),
        ]),
      ),
    );
    const name = '<img src=x onerror=window.__xss=16>.csv';
    const { page, requests } = await open();
    await read(page, [
      file(name, csvHeader(columns) + rows.join('')),
      file('shop.json', JSON.stringify(questionnaire)),
    ]);
    await page.locator('[data-figure="nps"]').first().waitFor();
    await page.locator('[data-panel="comments"] .listed').waitFor();
    for (const button of await page.getByRole('button', { name: 'Table', exact: true }).all())
      await button.click();
    const comments = await page.locator('[data-panel="comments"] .listed').innerText();
    for (const text of HOSTILE) expect(comments).toContain(text);
    const all = await page.locator('body').innerText();
    for (const text of [...HOSTILE, name]) expect(all).toContain(text);
    // Rows are read many at a time only where the page's own policy lets its worker compile that.
    const compiles = await Promise.all(
      page
        .workers()
        .map((worker) =>
          worker.evaluate(() =>
            WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(() => true),
          ),
        ),
    );
    expect(compiles).toEqual([true]);
    await expectUnharmed(page, requests);
    await page.close();
  });

  it('names what is wrong with hostile files in their own words, as text', async () => {
    const { page, requests } = await open();
    const rows = HOSTILE.map((text, at) =>
      csvLine(
        ['id', 'survey', 'nps'],
        new Map([
          ['id', `r${at}`],
          ['survey', 'shop'],
          ['nps', text],
        ]),
      ),
    );
    await read(page, [
      file('a.csv', `id,survey,nps\r\n${rows.join('')}z,shop,9\r\n`),
      file(
        '<svg onload=window.__xss=17>.json',
        JSON.stringify({ id: HOSTILE[1], version: 1, questions: [{ id: HOSTILE[2], kind: HOSTILE[5] }] }),
      ),
    ]);
    await page.locator('[data-figure="nps"]').first().waitFor();
    for (const summary of await page.locator('details:not([open]) > summary').all()) await summary.click();
    const all = await page.locator('body').innerText();
    expect(all).toContain('<svg onload=window.__xss=17>.json');
    for (const text of HOSTILE) expect(all).toContain(text.slice(0, 40));
    await expectUnharmed(page, requests);
    await page.close();
  });
});
