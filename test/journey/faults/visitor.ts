import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser, type BrowserContext, type Frame, type Page } from 'puppeteer-core';
import { BROWSER_FLAGS, ensureBrowser } from '../../../.ci/browser.mjs';
import { ensureFirefox } from '../../../.ci/firefox.mjs';

/** A page in a browser, as the page script lets it be used. */
export interface Tab {
  /** Calls what the page script offers under a name, and waits for its answer. */
  call<T>(name: string, argument?: unknown): Promise<T>;
  open(url: string): Promise<void>;
  close(): Promise<void>;
}

/** Somebody's browser with one profile. */
export interface Visitor {
  readonly browser: string;
  tab(url: string): Promise<Tab>;
  /** Ends it, and forgets the profile. */
  close(): Promise<void>;
}

/** Whose browser can also be cut off from the network, page by page. */
export interface OnlineVisitor extends Visitor {
  tab(url: string): Promise<PuppeteerTab>;
}

/** Whose browser can be killed as a whole, and started again on the same profile. */
export interface MortalVisitor extends OnlineVisitor {
  /** Of its first process. */
  pid(): number;
  /** SIGKILL to all of its processes. */
  kill(): Promise<void>;
  /** Starts it again after a kill. */
  revive(): Promise<void>;
  /** A tab after renderers were killed: one that gets a renderer whose end is not noticed yet never opens. */
  tabAfterCrash(url: string): Promise<PuppeteerTab>;
}

export class PuppeteerTab implements Tab {
  constructor(readonly page: Page) {}

  call<T>(name: string, argument?: unknown): Promise<T> {
    return callIn(this.page, name, argument);
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  /** The network goes, and the browser knows it. */
  async offline(isOffline: boolean): Promise<void> {
    await this.page.setOfflineMode(isOffline);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/** Calls what the page script offers in a page or a frame of it. */
export function callIn<T>(place: Page | Frame, name: string, argument?: unknown): Promise<T> {
  return place.evaluate(
    (method, given) => {
      const { calls } = Reflect.get(window, 'harness') as { calls: Record<string, (given: unknown) => T> };
      return calls[method](given);
    },
    name,
    argument,
  );
}

/** A browser that all cases share; each visitor has a profile that lasts as long as he stays. */
export class SharedBrowser {
  private constructor(
    private readonly browser: Browser,
    readonly name: 'Chromium' | 'Firefox',
  ) {}

  static async open(name: 'Chromium' | 'Firefox', flags: readonly string[] = []): Promise<SharedBrowser> {
    return new SharedBrowser(await launch(name, undefined, flags), name);
  }

  async visitor(): Promise<OnlineVisitor> {
    const context = await this.browser.createBrowserContext();
    return visitorOf(context, this.name, () => context.close());
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** Starts a browser on a profile on the disk that outlives it. */
export async function mortalVisitor(
  name: 'Chromium' | 'Firefox',
  flags: readonly string[] = [],
): Promise<MortalVisitor> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-profile-'));
  let browser = await launch(name, folder, flags);
  const pid = () => {
    const started = browser.process()?.pid;
    if (started === undefined) throw new Error('mortalVisitor: expected a browser that was started here');
    return started;
  };
  return {
    browser: name,
    tab: (url) => openTab(browser, url),
    pid,
    tabAfterCrash: (url) => openInTime(browser, url),
    async kill() {
      const gone = new Promise((resolve) => browser.process()?.once('exit', resolve));
      process.kill(-pid(), 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined); // the connection has gone with it
    },
    async revive() {
      browser = await launch(name, folder, flags);
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

function visitorOf(context: BrowserContext, browser: string, close: () => Promise<void>): OnlineVisitor {
  return { browser, tab: (url) => openTab(context, url), close };
}

async function openTab(context: Pick<BrowserContext, 'newPage'>, url: string): Promise<PuppeteerTab> {
  const tab = new PuppeteerTab(await context.newPage());
  await tab.open(url);
  return tab;
}

/** How long a tab may take to open, in ms, and how often another one is tried. */
const OPENING = { limit: 15_000, tries: 3 };

async function openInTime(browser: Browser, url: string): Promise<PuppeteerTab> {
  for (let tries = OPENING.tries; tries > 0; tries -= 1) {
    const limit = new AbortController();
    const late = setTimeout(OPENING.limit, undefined, { signal: limit.signal });
    const tab = openTab(browser, url);
    tab.catch(() => undefined); // the one that is late fails when the browser ends
    late.catch(() => undefined); // no longer waited for
    const first = await Promise.race([tab, late]);
    limit.abort();
    if (first !== undefined) return first;
  }
  throw new Error(`no tab opened in ${String(OPENING.tries)} × ${String(OPENING.limit)} ms`);
}

function launch(
  name: 'Chromium' | 'Firefox',
  folder: string | undefined,
  flags: readonly string[],
): Promise<Browser> {
  const profile = folder === undefined ? {} : { userDataDir: folder };
  if (name === 'Firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath: ensureFirefox(),
      // Pages in the background are as quick as in front, and names of the tests lead here.
      extraPrefsFirefox: {
        'dom.min_background_timeout_value': 4,
        'dom.timeout.enable_budget_timer_throttling': false,
        'network.dns.localDomains': 'shop.example',
      },
      args: [...flags],
      ...profile,
    });
  }
  return puppeteer.launch({
    executablePath: ensureBrowser(),
    args: [...BROWSER_FLAGS, '--host-resolver-rules=MAP *.example 127.0.0.1', ...flags],
    ...profile,
  });
}
