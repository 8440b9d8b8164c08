import { setTimeout as wait } from 'node:timers/promises';
import type { WebDriver } from '../../support/webdriver.ts';
import { startWebkit } from '../../support/webkit.ts';
import { tellOnline, type Tab, type Visitor } from './visitor.ts';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 5;

/** Does something in a page, and calls `done` with what came of it, as JSON. */
const settle = (work: string): string => `
  const { write } = window.harness;
  new Promise((resolve) => resolve((${work})(...given))).then(
    (value) => done(write({ value })),
    (error) => done(write({ error: String(error) })),
  );`;
const begin = (work: string): string => `
  const [key, given] = arguments;
  const done = (text) => void (window.harness.results[key] = text);
  ${settle(work)}`;
const LOOK = 'return window.harness?.results[arguments[0]] ?? null';
const wholly = (work: string): string => `
  const [given, done] = arguments;
  ${settle(work)}`;

/** Somebody with a WebKit of his own, which forgets everything when it ends. */
export async function startWebkitVisitor(): Promise<Visitor> {
  const webkit = await startWebkit();
  const windows = new Windows(await webkit.open());
  return {
    tab: async (url) => {
      const tab = new WebkitTab(windows, await windows.another());
      await tab.open(url);
      return tab;
    },
    async close() {
      await windows.driver.close();
      await webkit.close();
    },
  };
}

/** The windows of one browser. Its driver serves one at a time, so that every command first goes to its own. */
class Windows {
  private turn: Promise<unknown> = Promise.resolve();
  private current = '';
  private count = 0;

  constructor(readonly driver: WebDriver) {}

  /** Name of a window that nobody uses. */
  async another(): Promise<string> {
    if (++this.count > 1) return this.driver.newWindow();
    return (this.current = await this.driver.window());
  }

  /** Whether nobody else needs the driver meanwhile. */
  get isOne(): boolean {
    return this.count === 1;
  }

  /** Waits for its turn and lets a command go to a window. */
  in<T>(name: string, command: (driver: WebDriver) => Promise<T>): Promise<T> {
    const mine = this.turn.then(async () => {
      if (this.current !== name) await this.driver.switchTo(name);
      this.current = name;
      return command(this.driver);
    });
    this.turn = mine.catch(() => undefined); // whoever asked is told; the next one is not concerned
    return mine;
  }
}

class WebkitTab implements Tab {
  private calls = 0;

  constructor(
    private readonly windows: Windows,
    private readonly name: string,
  ) {}

  call<T>(name: string, argument?: unknown): Promise<T> {
    return this.evaluate(
      (method: string, given: unknown) => {
        const { calls } = Reflect.get(window, 'harness') as { calls: Record<string, (given: unknown) => T> };
        return calls[method](given);
      },
      name,
      argument,
    );
  }

  /** Where there are other windows, begins the work and then asks for its result, so that they have their turn. */
  async evaluate<T, Given extends unknown[]>(
    work: (...given: Given) => T,
    ...given: Given
  ): Promise<Awaited<T>> {
    const text = this.windows.isOne
      ? await this.windows.in(this.name, (driver) => driver.runAsync<string>(wholly(work.toString()), given))
      : await this.inTurns(work.toString(), given);
    const result = JSON.parse(text) as { value: Awaited<T> } | { error: string }; // as `settle` writes it
    if ('error' in result) throw new Error(`in the page: ${result.error}`);
    return result.value;
  }

  private async inTurns(work: string, given: readonly unknown[]): Promise<string> {
    const key = `result ${++this.calls}`;
    await this.windows.in(this.name, (driver) => driver.run(begin(work), key, given));
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const text = await this.windows.in(this.name, (driver) => driver.run<string | null>(LOOK, key));
      if (text !== null) return text;
      if (performance.now() > end) throw new Error(`expected a result within ${PATIENCE_MS / 1000} s`);
      await wait(PAUSE_MS);
    }
  }

  open(url: string): Promise<void> {
    return this.windows.in(this.name, (driver) => driver.open(url));
  }

  async offline(isOffline: boolean): Promise<void> {
    if (!isOffline) await this.evaluate(tellOnline);
  }

  close(): Promise<void> {
    return this.windows.in(this.name, (driver) => driver.closeWindow());
  }
}
