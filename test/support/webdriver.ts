import { setTimeout as wait } from 'node:timers/promises';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const PATIENCE_MS = 10_000;
const PAUSE_MS = 50;
/** Longest that a command may take, in ms, and one that waits for a page. */
const [COMMAND_MS, WAITING_MS] = [30_000, 150_000];

/** An element in the browser; it can be an argument of a script. */
export interface Element {
  readonly [ELEMENT]: string;
}

/** A browser under W3C WebDriver, by `fetch` alone. */
export class WebDriver {
  private constructor(private readonly session: string) {}

  /**
   * Starts a browser.
   *
   * @param driver the driver's address
   * @param capabilities what the browser must be
   */
  static async start(driver: string, capabilities: object): Promise<WebDriver> {
    const started = await ask('POST', `${driver}/session`, { capabilities: { alwaysMatch: capabilities } });
    const { sessionId } = started as { sessionId: string }; // as the standard has it
    return new WebDriver(`${driver}/session/${sessionId}`);
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    await ask('DELETE', this.session);
  }

  async open(url: string): Promise<void> {
    await this.post('url', { url });
  }

  /** Opens one more window, and gives its name; commands go on to the one before. */
  async newWindow(): Promise<string> {
    const { handle } = (await this.post('window/new', { type: 'window' })) as { handle: string }; // as the standard has it
    return handle;
  }

  /** Name of the window that commands go to. */
  async window(): Promise<string> {
    return (await ask('GET', `${this.session}/window`)) as string; // as the standard has it
  }

  /** Lets commands go to a window from now on. */
  async switchTo(handle: string): Promise<void> {
    await this.post('window', { handle });
  }

  /** Closes the window that commands go to; the next ones need another. */
  async closeWindow(): Promise<void> {
    await ask('DELETE', `${this.session}/window`);
  }

  /** Size of the window; browsers have a least width. */
  async resize(width: number, height: number): Promise<void> {
    await this.post('window/rect', { x: 0, y: 0, width, height });
  }

  /** Lets everything that follows happen within a frame. */
  async enter(frame: Element): Promise<void> {
    await this.post('frame', { id: frame });
  }

  /** Runs the body of a function in the page; what it returns must be JSON or an {@link Element}. */
  async run<T>(body: string, ...args: readonly unknown[]): Promise<T> {
    return (await this.post('execute/sync', { script: body, args })) as T; // the caller knows its own script
  }

  /**
   * Runs the body of a function, whose last argument is to be called with its result; no other command is served
   * before that.
   */
  async runAsync<T>(body: string, ...args: readonly unknown[]): Promise<T> {
    const waiting = ask('POST', `${this.session}/execute/async`, { script: body, args }, WAITING_MS);
    return (await waiting) as T; // the caller knows its own script
  }

  /** Runs the body until it returns something, and fails after ten seconds. */
  async until<T>(what: string, body: string, ...args: readonly unknown[]): Promise<NonNullable<T>> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await this.run<T>(body, ...args);
      if (answer) return answer;
      if (performance.now() > end) throw new Error(`expected ${what} within ${PATIENCE_MS / 1000} s`);
      await wait(PAUSE_MS);
    }
  }

  /** Moves the mouse to an element's middle and clicks. */
  async click(element: Element): Promise<void> {
    await this.clickWhere({ origin: element, x: 0, y: 0 }, 1);
  }

  /** Moves the mouse to a place of the window, in px, and clicks so many times. */
  async clickAt(x: number, y: number, count = 1): Promise<void> {
    await this.clickWhere({ x: Math.round(x), y: Math.round(y) }, count);
  }

  /** Chooses a file from the disk for a file input, without its dialog. */
  async choose(input: Element, path: string): Promise<void> {
    await this.post(`element/${input[ELEMENT]}/value`, { text: path });
  }

  /** Writes where the focus is. */
  async type(text: string): Promise<void> {
    await this.press(...Array.from(text));
  }

  /** Presses keys one after another: characters, or those of {@link KEYS}. */
  async press(...keys: readonly string[]): Promise<void> {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.act({ id: 'keyboard', type: 'key', actions });
  }

  private async clickWhere(place: object, count: number): Promise<void> {
    const clicks = Array.from({ length: count }, () => [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
    await this.act({
      id: 'mouse',
      type: 'pointer',
      parameters: { pointerType: 'mouse' },
      actions: [{ type: 'pointerMove', ...place }, ...clicks.flat()],
    });
  }

  private async act(source: object): Promise<void> {
    await this.post('actions', { actions: [source] });
  }

  private post(command: string, body: object): Promise<unknown> {
    return ask('POST', `${this.session}/${command}`, body);
  }
}

/** Keys that are no characters, as the standard writes them. */
export const KEYS = {
  tab: '\uE004',
  enter: '\uE007',
  escape: '\uE00C',
  end: '\uE010',
  space: ' ',
  right: '\uE014',
} as const;

async function ask(method: string, url: string, body?: object, patienceMs = COMMAND_MS): Promise<unknown> {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(patienceMs),
    headers: { 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch((cause: unknown) => {
    throw new Error(`webdriver: no answer to ${method} ${url.replace(/.*session/, 'session')}`, { cause });
  });
  const { value } = (await response.json()) as { value: unknown }; // as the standard has it
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string }; // as the standard has it
  throw new Error(`webdriver: ${error}: ${message}`);
}
