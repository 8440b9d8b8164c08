import type { Browser, BrowserContext, ElementHandle, Frame, Page } from 'puppeteer-core';
import { setViewport } from '../../support/set-viewport.mjs';
import { listen, Visit, type Key } from './visit.ts';

/** A visit in Chromium or Firefox. */
export class PuppeteerVisit extends Visit {
  /** The element of that frame; Firefox 140 would not find it again. */
  private element: ElementHandle | undefined;

  private constructor(
    private readonly own: Page,
    private readonly context: BrowserContext,
    /** Where the prompt is: the page, or a frame of it. */
    private frame: Frame,
  ) {
    super();
  }

  override get page(): Page {
    return this.own;
  }

  /** Goes to a page as a visitor who was never here. */
  static async to(browser: Browser, url: string, size = { width: 1280, height: 800 }): Promise<Visit> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await setViewport(page, size);
    await page.evaluateOnNewDocument(listen);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return new PuppeteerVisit(page, context, page.mainFrame());
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  async enter(selector: string): Promise<void> {
    const element = await this.page.waitForSelector(selector);
    const frame = await element?.contentFrame();
    if (!element || !frame) throw new Error(`expected a frame at ${selector}`);
    this.element = element;
    this.frame = frame;
  }

  async press(...keys: Key[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  protected evaluate(expression: string): Promise<unknown> {
    return this.frame.evaluate(expression);
  }

  protected async clickAt(x: number, y: number, count: number): Promise<void> {
    const offset = (await this.element?.boundingBox()) ?? { x: 0, y: 0 };
    await this.page.mouse.click(x + offset.x, y + offset.y, { count });
  }
}
