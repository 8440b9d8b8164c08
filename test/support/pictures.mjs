// Writes the README's pictures from the running product: the built site, collector and report with the sample.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

import { BROWSER_FLAGS, ensureBrowser } from '../../.ci/browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const pictures = join(root, 'demo/pictures');
const SITE = 'http://localhost:4480';

const data = mkdtempSync(join(tmpdir(), 'fourfold-pictures-'));
const options = ['--port', '4480', '--collector-port', '4481', '--data', data];
const demo = spawn(process.execPath, ['demo/start.mjs', ...options], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
await ready();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
try {
  mkdirSync(pictures, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 });
  await page.goto(SITE);
  await page.locator('fourfold-survey input[value="4"]').first().click();
  await page.locator('fourfold-survey [part~="next"]').waitFor();
  await page.screenshot({ path: join(pictures, 'prompt.png'), animations: 'disabled' });
  await page.goto(`${SITE}/report`);
  await page.locator('[data-figure="nps"]').waitFor();
  await page.locator('canvas').first().waitFor();
  // Down to the matrix; the panels below it would make the picture a scroll.
  const { y, height } = await page.locator('[data-panel="matrix"]').boundingBox();
  const clip = { x: 0, y: 0, width: 1280, height: y + height + 24 };
  await page.screenshot({ path: join(pictures, 'matrix.png'), fullPage: true, clip, animations: 'disabled' });
} finally {
  await browser.close();
  demo.kill('SIGTERM');
  await once(demo, 'exit');
  rmSync(data, { recursive: true });
}

async function ready() {
  let heard = '';
  for await (const chunk of demo.stdout) {
    heard += String(chunk);
    if (heard.includes(`${SITE}/report`)) return;
  }
  throw new Error(`pictures: the demonstration did not start: ${heard}`);
}
