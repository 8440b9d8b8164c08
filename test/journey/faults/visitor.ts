import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser, type BrowserContext, type Frame, type Page } from 'puppeteer-core';
import { BROWSER_FLAGS, ensureBrowser } from '../../../.ci/browser.mjs';
import { ensureFirefox } from '../../../.ci/firefox.mjs';

import { startWebkitVisitor } from './webkit-visitor.ts';

const SETTLE_MS = 20;

/** Browsers that cases run in. */
export type BrowserName = 'Chromium' | 'Firefox' | 'WebKitGTK';
type PuppeteerName = Exclude<BrowserName, 'WebKitGTK'>;

/** A page in a browser, as the page script lets it be used. */
export interface Tab {
  /** Calls what the page script offers under a name, and waits for its answer. */
  call<T>(name: string, argument?: unknown): Promise<T>;
  /** Runs a function in the page, with arguments and a result of JSON. */
  evaluate<T, Given extends unknown[]>(work: (...given: Given) => T, ...given: Given): Promise<Awaited<T>>;
  open(url: string): Promise<void>;
  /**
   * The network goes, or comes back, as the browser sees it. Chromium's driver takes it away; with the others the
   * collector's closed port has to do that, and the event of being online is given by hand.
   */
  offline(isOffline: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Somebody's browser with one profile. */
export interface Visitor {
  tab(url: string): Promise<Tab>;
  /** Ends it, and forgets the profile. */
  close(): Promise<void>;
}

/** Whose tabs can be used by the protocol of Chromium and Firefox too. */
export interface PuppeteerVisitor extends Visitor {
  tab(url: string): Promise<PuppeteerTab>;
}

/** Whose browser can be killed as a whole, and started again on the same profile. */
export interface MortalVisitor extends PuppeteerVisitor {
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
  constructor(
    readonly page: Page,
    private readonly browser: PuppeteerName,
  ) {}

  call<T>(name: string, argument?: unknown): Promise<T> {
    return callIn(this.page, name, argument);
  }

  async evaluate<T, Given extends unknown[]>(
    work: (...given: Given) => T,
    ...given: Given
  ): Promise<Awaited<T>> {
    // Arguments of JSON are what they were when they come to the page, which puppeteer's types do not know.
    return this.page.evaluate<unknown[], (...given: unknown[]) => T>(
      work as (...given: unknown[]) => T,
      ...given,
    );
  }

  async open(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  async offline(isOffline: boolean): Promise<void> {
    if (this.browser === 'Chromium') await this.page.setOfflineMode(isOffline);
    else if (!isOffline) await this.page.evaluate(tellOnline);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/** Runs in a page. */
export function tellOnline(): void {
  window.dispatchEvent(new Event('online'));
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
export interface SharedBrowser {
  readonly name: BrowserName;
  visitor(): Promise<Visitor>;
  close(): Promise<void>;
}

/** As {@link SharedBrowser}, by the protocol of Chromium and Firefox. */
export class SharedPuppeteer implements SharedBrowser {
  private constructor(
    private readonly browser: Browser,
    readonly name: PuppeteerName,
  ) {}

  static async open(name: PuppeteerName): Promise<SharedPuppeteer> {
    return new SharedPuppeteer(await launch(name), name);
  }

  async visitor(): Promise<PuppeteerVisitor> {
    const context = await this.browser.createBrowserContext();
    return { tab: (url) => openTab(context, url, this.name), close: () => context.close() };
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** Starts a {@link SharedBrowser}. WebKit's driver has one profile: there each visitor starts one of his own. */
export async function openShared(name: BrowserName): Promise<SharedBrowser> {
  if (name !== 'WebKitGTK') return SharedPuppeteer.open(name);
  return { name, visitor: startWebkitVisitor, close: () => Promise.resolve() };
}

/** Starts a browser on a profile on the disk that outlives it. */
export async function mortalVisitor(name: PuppeteerName): Promise<MortalVisitor> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-profile-'));
  let browser = await launch(name, folder);
  const pid = () => {
    const started = browser.process()?.pid;
    if (started === undefined) throw new Error('mortalVisitor: expected a browser that was started here');
    return started;
  };
  return {
    tab: (url) => openTab(browser, url, name),
    pid,
    tabAfterCrash: (url) => openInTime(() => openTab(browser, url, name)),
    async kill() {
      const gone = new Promise((resolve) => browser.process()?.once('exit', resolve));
      process.kill(-pid(), 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined); // the connection has gone with it
      // Puppeteer puts a Firefox's own settings back into the profile, and does not say when it has.
      while (readdirSync(folder).some((name) => name.endsWith('.puppeteer'))) await setTimeout(SETTLE_MS);
    },
    async revive() {
      browser = await launch(name, folder);
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

async function openTab(
  context: Pick<BrowserContext, 'newPage'>,
  url: string,
  name: PuppeteerName,
): Promise<PuppeteerTab> {
  const tab = new PuppeteerTab(await context.newPage({ type: 'window' }), name);
  await tab.open(url);
  return tab;
}

/** How long a tab may take to open, in ms, and how often another one is tried. */
const OPENING = { limit: 15_000, tries: 3 };

async function openInTime(open: () => Promise<PuppeteerTab>): Promise<PuppeteerTab> {
  for (let tries = OPENING.tries; tries > 0; tries -= 1) {
    const limit = new AbortController();
    const late = setTimeout(OPENING.limit, undefined, { signal: limit.signal });
    const tab = open();
    tab.catch(() => undefined); // the one that is late fails when the browser ends
    late.catch(() => undefined); // no longer waited for
    const first = await Promise.race([tab, late]);
    limit.abort();
    if (first !== undefined) return first;
  }
  throw new Error(`no tab opened in ${String(OPENING.tries)} × ${String(OPENING.limit)} ms`);
}

function launch(name: PuppeteerName, folder?: string): Promise<Browser> {
  const profile = folder === undefined ? {} : { userDataDir: folder };
  if (name === 'Firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      acceptInsecureCerts: true,
      executablePath: ensureFirefox(),
      // Pages in the background are as quick as in front, and names of the tests lead here.
      extraPrefsFirefox: {
        'dom.min_background_timeout_value': 4,
        'dom.timeout.enable_budget_timer_throttling': false,
        'network.dns.localDomains': 'shop.example',
      },
      ...profile,
    });
  }
  return puppeteer.launch({
    acceptInsecureCerts: true,
    executablePath: ensureBrowser(),
    args: [...BROWSER_FLAGS, '--host-resolver-rules=MAP *.example 127.0.0.1'],
    ...profile,
  });
}
