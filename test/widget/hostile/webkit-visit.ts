import { KEYS, type WebDriver } from '../../support/webdriver.ts';
import type { Webkit } from '../../support/webkit.ts';
import { Visit, type Key } from './visit.ts';

const NAMED: Record<Key, string> = {
  ...{ Tab: KEYS.tab, Enter: KEYS.enter, Escape: KEYS.escape, ArrowRight: KEYS.right, End: KEYS.end, k: 'k' },
};

/** A visit in WebKitGTK, whose page has to listen to itself. */
export class WebkitVisit extends Visit {
  private isOpen = true;

  private constructor(private readonly driver: WebDriver) {
    super();
  }

  /** Goes to a page in a browser that remembers nothing. */
  static async to(webkit: Webkit, url: string, size = { width: 1280, height: 800 }): Promise<Visit> {
    const driver = await webkit.open();
    await driver.resize(size.width, size.height);
    await driver.open(url);
    return new WebkitVisit(driver);
  }

  async close(): Promise<void> {
    if (this.isOpen) await this.driver.close();
    this.isOpen = false;
  }

  async enter(selector: string): Promise<void> {
    await this.driver.enter(
      await this.driver.until(selector, 'return document.querySelector(arguments[0])', selector),
    );
  }

  press(...keys: Key[]): Promise<void> {
    return this.driver.press(...keys.map((key) => NAMED[key]));
  }

  type(text: string): Promise<void> {
    return this.driver.type(text);
  }

  protected evaluate(expression: string): Promise<unknown> {
    return this.driver.run(`return ${expression}`);
  }

  protected clickAt(x: number, y: number, count: number): Promise<void> {
    return this.driver.clickAt(x, y, count);
  }
}
