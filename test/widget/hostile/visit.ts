import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';

/** Keys that are no characters, by the names that browsers give them. */
export type Key = 'Tab' | 'Enter' | 'Escape' | 'ArrowRight' | 'End' | 'k';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 30;

/** What is kept of a page's complaints. */
interface Heard {
  /** On the console, as a warning or an error. */
  readonly said: string[];
  /** Errors and rejections that nobody caught. */
  readonly thrown: string[];
  /** What the page's policy has forbidden. */
  readonly forbidden: string[];
}

/** A control as it stands on the screen. */
interface Control {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Whether a click in its middle meets it. */
  readonly met: boolean;
}

/** Where a control is, in px of its frame; undefined where there is none. */
type Place = { readonly x: number; readonly y: number } | undefined;

/** One visitor's page, by what they see and do. */
export abstract class Visit {
  /** Answers that were seen through to the last words. */
  endings = 0;

  /** The page as puppeteer has it. */
  get page(): Page {
    throw new RangeError('visit: expected Chromium or Firefox; WebKit is not driven by puppeteer');
  }

  abstract close(): Promise<void>;
  /** Looks for the prompt in a frame of the page from now on. */
  abstract enter(selector: string): Promise<void>;
  abstract press(...keys: Key[]): Promise<void>;
  abstract type(text: string): Promise<void>;
  /** What an expression says in the frame where the prompt is. */
  protected abstract evaluate(expression: string): Promise<unknown>;
  /** Clicks so many times at a place of that frame. */
  protected abstract clickAt(x: number, y: number, count: number): Promise<void>;

  /** What an expression says in the frame where the prompt is; `root` is the prompt's shadow root. */
  ask<T>(expression: string): Promise<T> {
    const root = "document.querySelector('fourfold-survey')?.shadowRoot";
    return this.evaluate(`(() => { const root = ${root}; return ${expression}; })()`) as Promise<T>; // the caller knows
  }

  /** Waits until an expression holds. */
  async until(expression: string): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    while (!(await this.ask<boolean>(`!!(${expression})`))) {
      if (performance.now() > end) throw new Error(`expected ${expression} within ${PATIENCE_MS / 1000} s`);
      await wait(PAUSE_MS);
    }
  }

  /** Until the prompt stands and nothing of it moves. */
  async shown(): Promise<this> {
    await this.until(
      "root?.querySelector('.card')?.checkVisibility() && root.querySelector('.card').getAnimations().length === 0",
    );
    await this.still();
    return this;
  }

  private async still(): Promise<void> {
    await this.until("root.querySelector('.ff').getAnimations({ subtree: true }).length === 0");
  }

  /** All points and buttons of the screen. */
  controls(): Promise<Control[]> {
    return this.evaluate(`(${controls.toString()})()`) as Promise<Control[]>; // what it returns
  }

  /** Clicks with the mouse in the middle of what a selector finds in the prompt. */
  async click(selector: string, count = 1): Promise<void> {
    await this.until(`root?.querySelector('${selector}')`);
    await this.still();
    const place = (await this.evaluate(`(${placeOf.toString()})(${JSON.stringify(selector)})`)) as Place; // what it returns
    if (!place) throw new Error(`expected ${selector} to have a place`);
    await this.clickAt(place.x, place.y, count);
  }

  /** Goes by the Tab key to what a selector finds in the prompt. */
  async tabTo(selector: string, most = 20): Promise<void> {
    await this.until(`root.querySelector('${selector}')`);
    for (let stop = 0; stop < most; stop++) {
      await this.press('Tab');
      if (await this.ask(`!!root.activeElement?.matches('${selector}')`)) return;
    }
    throw new Error(`expected the Tab key to reach ${selector} within ${most} stops`);
  }

  /** Answers an NPS prompt and its comment with the mouse, and waits for the last words. */
  async answer(score: number, comment: string): Promise<string> {
    await this.click(`input[value="${score}"]`);
    await this.click('[part="next"]');
    await this.click('textarea');
    await this.type(comment);
    await this.click('[part="next"]');
    return this.ending();
  }

  /** The last words, once they say what has become of the answer. */
  async ending(): Promise<string> {
    await this.until("root.querySelector('.end .hint')?.textContent.trim()");
    this.endings++;
    return this.ask<string>("root.querySelector('.end').innerText");
  }

  /** What the page has complained of so far. */
  heard(): Promise<Heard> {
    return this.ask('heard'); // `listen` has put it there
  }
}

/** Takes note of what the page complains of; without a method of any array, since pages break those. Runs in the page. */
export function listen(): void {
  const heard: Record<'said' | 'thrown' | 'forbidden', string[]> = { said: [], thrown: [], forbidden: [] };
  const keep = (list: string[], text: unknown): void => void (list[list.length] = String(text));
  Object.defineProperty(window, 'heard', { value: heard });
  console.warn = console.error = (text: unknown) => keep(heard.said, text);
  addEventListener('error', ({ message }) => keep(heard.thrown, message));
  addEventListener('unhandledrejection', ({ reason }) => keep(heard.thrown, reason));
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    keep(heard.forbidden, `${violatedDirective} ${blockedURI}`),
  );
}

function controls(): Control[] {
  const root = document.querySelector('fourfold-survey')?.shadowRoot;
  if (!root) return [];
  const found = root.querySelectorAll<HTMLElement>('.point, button, textarea, .cell');
  const list: Control[] = [];
  for (let i = 0; i < found.length; i++) {
    const element = found[i];
    const { x, y, width, height } = element.getBoundingClientRect();
    const hit = root.elementFromPoint(x + width / 2, y + height / 2);
    const visible = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const name = element.getAttribute('part') ?? element.className;
    list[i] = { name, width, height, met: visible && element.contains(hit) };
  }
  return list;
}

function placeOf(selector: string): Place {
  const element = document.querySelector('fourfold-survey')?.shadowRoot?.querySelector(selector);
  if (!element) return undefined;
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
