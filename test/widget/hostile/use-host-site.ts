import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startHostSite, type HostPage, type HostSite } from './host-site.ts';
import { launch, type HOSTS } from './launch.ts';
import { Visit } from './visit.ts';

/** What the tests of a file share: one browser and one site. */
export interface Bench {
  readonly site: HostSite;
  readonly browser: Browser;
  /** Puts a page on the site and goes there; the visit ends with the test. */
  visit(page: HostPage, size?: { width: number; height: number }): Promise<Visit>;
  /** The same under another name of the site, where nothing is secure. */
  visitAt(host: keyof typeof HOSTS, page: HostPage): Promise<Visit>;
}

/** Sets up a {@link Bench} for a file. */
export function useHostSite(): () => Bench {
  let site: HostSite;
  let browser: Browser;
  const visits: Visit[] = [];
  const keep = (visit: Visit): Visit => {
    visits.push(visit);
    return visit;
  };
  beforeAll(async () => {
    [site, browser] = await Promise.all([startHostSite(), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    site.close();
  });
  afterEach(async () => {
    await Promise.all(visits.splice(0).map((visit) => visit.close()));
    site.forget();
  });
  return () => ({
    site,
    browser,
    visit: async (page, size) => keep(await Visit.to(browser, site.origin + site.put(page), size)),
    visitAt: async (host, page) => keep(await Visit.to(browser, site.at(host) + site.put(page))),
  });
}
