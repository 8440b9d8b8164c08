import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { WebDriver } from '../../support/webdriver.ts';
import { startWebkit, type Webkit } from '../../support/webkit.ts';
import { startSite, type Site } from './site.ts';

/** What the tests of a file share: one driver, one site, and a new browser for each test. */
export interface Bench {
  readonly site: Site;
  readonly browser: WebDriver;
}

/** Sets up a {@link Bench}, and holds every test to a page that says nothing on the console. */
export function useWebkit(look: 'light' | 'dark' = 'light'): () => Bench {
  let webkit: Webkit;
  let site: Site;
  let browser: WebDriver;
  beforeAll(async () => {
    [webkit, site] = await Promise.all([startWebkit(), startSite()]);
  });
  afterAll(async () => {
    site.close();
    await webkit.close();
  });
  beforeEach(async () => {
    site.forget();
    browser = await webkit.open(look);
    await browser.resize(1280, 900);
  });
  afterEach(async () => {
    const said = await browser.run('return window.said');
    await browser.close();
    expect(said).toEqual([]);
  });
  return () => ({ site, browser });
}
