import puppeteer, { type Browser } from 'puppeteer-core';
import { BROWSER_FLAGS, ensureBrowser } from '../../../.ci/browser.mjs';
import { ensureFirefox } from '../../../.ci/firefox.mjs';

/** Names that lead to this machine; pages there have no secure context, and each is a site of its own. */
export const HOSTS = { shop: 'shop.test', other: 'other.test' } as const;

/** Whether the suite runs in Firefox. */
export const IN_FIREFOX = process.env.HOSTILE_BROWSER === 'firefox';

/** A headless browser that finds {@link HOSTS} on this machine. */
export function launch(): Promise<Browser> {
  const names = Object.values(HOSTS);
  if (!IN_FIREFOX) {
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
