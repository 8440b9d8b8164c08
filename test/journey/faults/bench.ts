import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { FULL } from '../../support/fault-cases.ts';
import { FaultCase } from './case.ts';
import { FaultCollector } from './fault-collector.ts';
import { FaultSite, type PageOf } from './fault-site.ts';
import {
  mortalVisitor,
  openShared,
  SharedPuppeteer,
  type BrowserName,
  type MortalVisitor,
  type PuppeteerVisitor,
  type SharedBrowser,
  type Tab,
  type Visitor,
} from './visitor.ts';

/** Answers of a case: all of them, or as many as `npm test` has time for. */
export const COUNT = FULL ? 200 : 12;
/** Answers where each one takes a new browser, or a tab of its own. */
export const COSTLY_COUNT = FULL ? 40 : 6;
/** Numbers that chance starts from. */
export const SEEDS: readonly number[] = FULL ? [1, 2, 3] : [1];
/** How much faster time goes on pages that wait for something. */
export const WARP = 20;

/** What a case needs: a site, collectors, and browsers that go when it ends. */
export class Bench {
  private readonly ends: (() => Promise<void>)[] = [];

  constructor(
    readonly site: FaultSite,
    private readonly shared: SharedBrowser,
  ) {}

  get browser(): BrowserName {
    return this.shared.name;
  }

  /** A host that leads to this machine, and whose pages over http the browser does not trust. */
  get plainHost(): string {
    return this.browser === 'WebKitGTK' ? '[::ffff:7f00:1]' : 'shop.example';
  }

  /** A case with a collector of its own, which is up. */
  async case(seed = 1, collector = new FaultCollector()): Promise<FaultCase> {
    await collector.up();
    this.ends.push(() => collector.down());
    return new FaultCase(this.site, seed, collector);
  }

  /** A site whose pages come over https. */
  async secureSite(): Promise<FaultSite> {
    return this.keep(await FaultSite.open('https'));
  }

  async visitor(): Promise<Visitor> {
    return this.keep(await this.shared.visitor());
  }

  /** As {@link visitor}, where a case needs more of a page than all browsers offer. */
  async puppeteer(): Promise<PuppeteerVisitor> {
    return this.keep(await this.puppeteerBrowser.visitor());
  }

  async mortal(): Promise<MortalVisitor> {
    return this.keep(await mortalVisitor(this.puppeteerBrowser.name));
  }

  /** Somebody new on a page of the case. */
  async tab(one: FaultCase, page: Omit<PageOf, 'endpoint'> = {}): Promise<Tab> {
    return (await this.visitor()).tab(this.page(one, page));
  }

  page(one: FaultCase, page: Omit<PageOf, 'endpoint'> = {}, host?: string): string {
    return this.site.page({ endpoint: one.collector.endpoint, since: one.since, ...page }, host);
  }

  /** Holds a case to the invariants, and adds it to the table. */
  pass(name: string, one: FaultCase): void {
    const { lost, doubled, broken } = one.record(name, this.browser);
    expect({ lost, doubled, broken }).toEqual({ lost: 0, doubled: 0, broken: [] });
  }

  /** Ends what the case has begun. */
  async end(): Promise<void> {
    for (const end of this.ends.splice(0).reverse()) await end();
  }

  private get puppeteerBrowser(): SharedPuppeteer {
    if (this.shared instanceof SharedPuppeteer) return this.shared;
    throw new RangeError(`bench: expected Chromium or Firefox, got ${this.browser}`);
  }

  private keep<T extends { close(): Promise<void> }>(visitor: T): T {
    this.ends.push(() => visitor.close());
    return visitor;
  }
}

/** Runs cases in Chromium, and with the full counts in the other browsers that are named too. */
export function inBrowsers(others: readonly BrowserName[], define: (bench: () => Bench) => void): void {
  for (const name of ['Chromium' as const, ...(FULL ? others : [])]) {
    describe(name, () => {
      let site: FaultSite;
      let browser: SharedBrowser;
      let bench: Bench;
      beforeAll(async () => {
        site = await FaultSite.open();
        browser = await openShared(name);
        bench = new Bench(site, browser);
      });
      afterEach(() => bench.end());
      afterAll(async () => {
        await browser.close();
        await site.close();
      });
      define(() => bench);
    });
  }
}
