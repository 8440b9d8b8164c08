// Writes every kind and state of the prompt as a picture into shots/, to be looked at: by language, scheme and width.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

import { BROWSER_FLAGS, ensureBrowser } from '../../.ci/browser.mjs';
import { STATES } from './shot-states.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'shots');
const SITE = 'http://localhost/';
const LANGUAGES = ['en', 'zh-CN', 'ar'];
const SCHEMES = ['light', 'dark'];
const WIDTHS = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 740 } };
/** Page that is left around a popover, in px. */
const MARGIN = 24;

rmSync(folder, { recursive: true, force: true });
const wanted = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
let written = 0;
try {
  for (const language of LANGUAGES)
    for (const scheme of SCHEMES)
      for (const width of Object.keys(WIDTHS)) {
        const into = join(folder, `${language}-${scheme}-${width}`);
        mkdirSync(into, { recursive: true });
        for (const [index, state] of STATES.entries()) {
          if (wanted.length > 0 && !wanted.includes(state.name)) continue;
          const path = join(into, `${String(index + 1).padStart(2, '0')}-${state.name}.png`);
          await shoot(state, language, scheme, width, path);
          written += 1;
        }
        console.log(into.slice(root.length + 1));
      }
} finally {
  await browser.close();
}
console.log(`${written} pictures`);

async function shoot(state, language, scheme, width, path) {
  const touch = width === 'phone';
  const context = await browser.newContext({
    ...{ viewport: WIDTHS[width], deviceScaleFactor: 2, hasTouch: touch, isMobile: touch },
    ...{ colorScheme: scheme, reducedMotion: 'reduce' },
  });
  try {
    const page = await context.newPage();
    if (state.storage === false)
      await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
    await page.route(`${SITE}**`, (route) => answer(route, state, language));
    await page.goto(SITE);
    const prompt = page.locator('fourfold-survey');
    await prompt.locator('[part="card"]').waitFor();
    for (const step of state.steps ?? []) await take(step, prompt);
    await page.mouse.move(0, 0);
    // The one text that comes late and is always there: who has an answer knows what follows.
    await page.evaluate(() => globalThis.document.querySelector('fourfold-survey').updateComplete);
    await page.screenshot(touch || state.placement ? { path } : { path, clip: await around(prompt) });
  } finally {
    await context.close();
  }
}

async function take({ choose, press, write, wait }, prompt) {
  if (choose) {
    const [path, value] = choose;
    await prompt.locator(`[data-path="${path}"]${value === undefined ? '' : `[value="${value}"]`}`).click();
  } else if (press) await prompt.locator(`button[part="${press}"]`).click();
  else if (write) await prompt.locator(`[data-path="${write[0]}"]`).fill(write[1]);
  else await prompt.locator(wait).first().waitFor();
}

async function around(prompt) {
  const box = await prompt.locator('[part="card"]').boundingBox();
  const x = Math.max(0, box.x - MARGIN);
  const y = Math.max(0, box.y - MARGIN);
  return {
    x,
    y,
    width: Math.min(1280 - x, box.width + 2 * MARGIN),
    height: Math.min(800 - y, box.height + 2 * MARGIN),
  };
}

/** A page with the tag, our built files from the disk, and a collector that says yes or cannot be reached. */
function answer(route, state, language) {
  const { network } = state;
  const { pathname } = new URL(route.request().url());
  if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: page(state, language) });
  if (pathname === '/responses') {
    if (network === 'off') return route.abort();
    const { records } = route.request().postDataJSON();
    const stored = records.map(({ id, revision }) => ({ id, revision }));
    return route.fulfill({ contentType: 'application/json', body: JSON.stringify({ stored }) });
  }
  if (!pathname.startsWith('/widget/')) return route.fulfill({ status: 404 });
  return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(root, 'dist', pathname)) });
}

function page({ questions, placement = 'popover' }, language) {
  const survey = { id: 'shot', version: 1, questions };
  const dir = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html><html lang="${language}" dir="${dir}"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Shot</title><style>:root{color-scheme:light dark;background:light-dark(#f0f1f4,#101114)}</style>
    <script type="application/json" id="shot">${JSON.stringify(survey).replaceAll('<', '\\u003c')}</script>
    <main id="here"></main>
    <script async src="/widget/fourfold.js" data-survey="#shot" data-endpoint="/responses"
      data-placement="${placement}" data-target="#here"></script></html>`;
}
