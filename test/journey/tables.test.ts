import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figures } from '../../shared/metrics/figures.ts';
import { SHOP_QUESTIONNAIRE, someShop } from '../report/support/some-shop.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectedTables, type Rows } from '../support/expected-tables.ts';
import { difference, readTables, type ShownTable } from '../support/read-tables.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Columns of words, which may begin with a digit. */
const TEXTS = new Set(['period', 'certainty', 'now']);

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-tables-'));
  writeFileSync(join(folder, 'shop.ndjson'), someShop(300));
  writeFileSync(join(folder, 'shop.json'), SHOP_QUESTIONNAIRE);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** The figures as the built command line gives them. */
function commandLine(...args: readonly string[]): Figures {
  const program = resolve(ROOT, 'dist/cli.js');
  const text = execFileSync(process.execPath, [program, 'figures', ...args, '--json'], { encoding: 'utf8' });
  return JSON.parse(text) as Figures; // our own command's
}

async function reportOf(...files: readonly string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en' });
  await page.goto(pathToFileURL(resolve(ROOT, 'dist/report/index.html')).href);
  await page.locator('input[type=file]').first().setInputFiles(files);
  await page.locator('[data-panel="health"]').waitFor();
  return page;
}

/** Every cell with a number or a dash that is not what the figures say, and every row that is too much or missing. */
function differences(shown: ShownTable, expected: Rows, place: string): string[] {
  const missing = [...expected.keys()]
    .filter((id) => !shown.has(id))
    .map((id) => `${place} ${id}: not shown`);
  const wrong = [...shown].flatMap(([id, cells]) =>
    Object.entries(cells).flatMap(([key, written]) => {
      const [wanted, scale] = expected.get(id)?.[key] ?? [];
      const isKnown = expected.get(id)?.[key] !== undefined;
      if (!isKnown && (TEXTS.has(key) || !/^[-−+\d.[]/u.test(written))) return [];
      const why = isKnown ? difference(written, wanted, scale) : `not expected, got ${written}`;
      return why === undefined ? [] : [`${place} ${id} ${key}: ${why}`];
    }),
  );
  return [...missing, ...wrong];
}

function compare(shown: ReadonlyMap<string, readonly ShownTable[]>, figures: Figures): string[] {
  return [...expectedTables(figures)].flatMap(([panel, views]) =>
    views.flatMap((rows, view) =>
      differences(shown.get(panel)?.[view] ?? new Map(), rows, `${panel} ${view}`),
    ),
  );
}

describe('every table on the screen', () => {
  it('holds what fourfold figures --json gives for the same files', async () => {
    const files = [join(folder, 'shop.ndjson'), join(folder, 'shop.json')];
    const page = await reportOf(...files);
    const figures = commandLine(...files);
    const shown = await readTables(page);
    expect([...shown.keys()].filter((panel) => panel !== 'health')).toEqual([
      ...expectedTables(figures).keys(),
    ]);
    const cells = [...shown.values()]
      .flat()
      .flatMap((table) => [...table.values()].flatMap((row) => Object.values(row)));
    expect(cells.length).toBeGreaterThan(1000);
    expect(compare(shown, figures)).toEqual([]);
    await page.close();
  });

  it('holds what the command line gives for a weighted survey with a mapping', async () => {
    const [table, mapping] = ['sfo_2017.csv', 'sfo_2017.map.json'].map((name) =>
      resolve(ROOT, 'demo/data', name),
    );
    const page = await reportOf(table, mapping);
    expect(compare(await readTables(page), commandLine(table, '--map', mapping))).toEqual([]);
    await page.close();
  });
});
