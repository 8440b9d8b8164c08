import { afterAll, afterEach, beforeAll } from 'vitest';
import { recordCase } from '../../support/fault-cases.ts';
import { startHostSite, type HostPage, type HostSite } from './host-site.ts';
import { BROWSER, launch, type HostileBrowser, type HOSTS } from './launch.ts';
import type { Visit } from './visit.ts';

/** What the tests of a file share: one browser and one site. */
export interface Bench {
  readonly site: HostSite;
  /** Puts a page on the site and goes there; the visit ends with the test. */
  visit(page: HostPage, size?: { width: number; height: number }): Promise<Visit>;
  /** The same under another name of the site, where nothing is secure. */
  visitAt(host: keyof typeof HOSTS, page: HostPage): Promise<Visit>;
}

/** Sets up a {@link Bench} for a file. */
export function useHostSite(): () => Bench {
  let site: HostSite;
  let browser: HostileBrowser;
  let visits: Visit[] = [];
  const go = async (url: string, size?: { width: number; height: number }): Promise<Visit> => {
    const visit = await browser.visit(url, size);
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
  afterEach(async ({ task }) => {
    if (/^B\d/.test(task.name)) await count(task.name, visits, site);
    await Promise.all(visits.map((visit) => visit.close()));
    visits = [];
    site.forget();
  });
  return () => ({
    site,
    visit: (page, size) => go(site.origin + site.put(browser.prepare(page)), size),
    visitAt: (host, page) => go(site.at(host) + site.put(browser.prepare(page)), undefined),
  });
}

/** Adds what came of a case, which has its number in its name, to the table of those under faults. */
async function count(name: string, visits: readonly Visit[], site: HostSite): Promise<void> {
  const records = site.records();
  const sent = records.map(({ id, revision }) => `${id}/${revision}`);
  const arrived = new Set(records.flatMap(({ id, status }) => (status === 'completed' ? [id] : []))).size;
  const given = visits.reduce((sum, { endings }) => sum + endings, 0);
  let held = 0;
  if (given > arrived) for (const visit of visits) held += await visit.ask<number>('fourfold.pending()');
  recordCase({
    name,
    where: BROWSER,
    given,
    lost: Math.max(0, given - arrived - held),
    doubled: given === 0 ? 0 : Math.max(0, arrived - given),
    resent: sent.length - new Set(sent).size,
  });
}
