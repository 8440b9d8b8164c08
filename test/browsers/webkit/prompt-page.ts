import type { Element, WebDriver } from '../../support/webdriver.ts';
import { KEYS } from '../../support/webdriver.ts';

const ROOT = `const root = document.querySelector('fourfold-survey')?.shadowRoot;`;
const MOST_STOPS = 8;

/** The prompt on a page, by what a respondent sees and does. */
export class PromptPage {
  private constructor(readonly browser: WebDriver) {}

  /** Goes to a page and waits until its prompt is there. */
  static async visit(browser: WebDriver, url: string): Promise<PromptPage> {
    await browser.open(url);
    return PromptPage.meet(browser);
  }

  /** The prompt of the page that the browser is on. */
  static async meet(browser: WebDriver): Promise<PromptPage> {
    const page = new PromptPage(browser);
    await page.find('[part~="card"]');
    return page;
  }

  /** An element of the prompt, as soon as it is there. */
  find(selector: string): Promise<Element> {
    return this.browser.until(selector, `${ROOT} return root?.querySelector(arguments[0])`, selector);
  }

  /** What an expression says of the prompt's `root`. */
  ask<T>(expression: string): Promise<T> {
    return this.browser.run(`${ROOT} return ${expression}`);
  }

  /** Waits until an expression on the prompt's `root` holds. */
  async until(expression: string): Promise<void> {
    await this.browser.until(expression, `${ROOT} return ${expression}`);
  }

  async click(selector: string): Promise<void> {
    const element = await this.find(selector);
    await this.still(element);
    await this.browser.click(element);
  }

  /** Chooses a point of a scale with the mouse. */
  async choose(path: string, value: number): Promise<void> {
    const point = `input[data-path="${path}"][value="${value}"]`;
    await this.click(point);
    await this.until(`root.querySelector('${point}')?.checked`);
  }

  /** Goes by the Tab key to what a selector finds. */
  async tabTo(selector: string): Promise<void> {
    await this.find(selector);
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await this.browser.press(KEYS.tab);
      if (await this.ask(`root.activeElement?.matches(${JSON.stringify(selector)})`)) return;
    }
    throw new Error(`expected the Tab key to reach ${selector} within ${MOST_STOPS} stops`);
  }

  /** Until an element stands where it stood two frames ago: a click meets what is there when it comes. */
  private async still(element: Element): Promise<void> {
    const stands = `
      const [element] = arguments;
      const { x, y, width, height } = element.getBoundingClientRect();
      const place = [x, y, width, height].join();
      if (element.place === place) return element.stood;
      Object.assign(element, { place, stood: false });
      requestAnimationFrame(() => requestAnimationFrame(() => (element.stood = element.place === place)));`;
    await this.browser.until('the prompt to stand still', stands, element);
  }
}
