import puppeteer, { type Browser } from 'puppeteer-core';
import { BROWSER_FLAGS, ensureBrowser } from '../../../.ci/browser.mjs';
import { ensureFirefox } from '../../../.ci/firefox.mjs';
import { startWebkit } from '../../support/webkit.ts';
import { PuppeteerVisit } from './puppeteer-visit.ts';
import type { HostPage } from './host-site.ts';
import { listen, type Visit } from './visit.ts';
import { WebkitVisit } from './webkit-visit.ts';

/** Names that lead to this machine; pages there have no secure context, and each is a site of its own. */
export const HOSTS = { shop: 'shop.test', other: 'other.test' } as const;

/** The browser that the suite runs in. */
export const BROWSER = process.env.HOSTILE_BROWSER ?? 'Chromium';

/** A headless browser that finds {@link HOSTS} on this machine; WebKit does not. */
export interface HostileBrowser {
  /** What a page needs so that its complaints are heard. */
  prepare(page: HostPage): HostPage;
  /** Goes to a page as a visitor who was never here. */
  visit(url: string, size?: { width: number; height: number }): Promise<Visit>;
  close(): Promise<void>;
}

/** Starts a {@link HostileBrowser}. */
export async function launch(): Promise<HostileBrowser> {
  if (BROWSER === 'WebKitGTK') return launchWebkit();
  const browser = await launchPuppeteer();
  return {
    prepare: (page) => page,
    visit: (url, size) => PuppeteerVisit.to(browser, url, size),
    close: () => browser.close(),
  };
}

/** Its driver runs nothing before a page does, so that the page listens to itself, and has one visitor at a time. */
async function launchWebkit(): Promise<HostileBrowser> {
  const webkit = await startWebkit();
  let last: Visit | undefined;
  return {
    prepare: (page) => ({ ...page, before: `(${listen.toString()})();${page.before ?? ''}` }),
    async visit(url, size) {
      await last?.close();
      return (last = await WebkitVisit.to(webkit, url, size));
    },
    close: () => webkit.close(),
  };
}

function launchPuppeteer(): Promise<Browser> {
  const names = Object.values(HOSTS);
  if (BROWSER === 'Chromium') {
    const rules = names.map((name) => `MAP ${name} 127.0.0.1`).join(', ');
    const args = [...BROWSER_FLAGS, `--host-resolver-rules=${rules}`, '--disable-features=HttpsUpgrades'];
    return puppeteer.launch({ executablePath: ensureBrowser(), args });
  }
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureFirefox(),
    extraPrefsFirefox: {
      'network.dns.localDomains': names.join(),
      'dom.security.https_first': false,
      'browser.chrome.site_icons': false, // it would ask for one, whatever the page's policy says
    },
  });
}
