/** What the test runner's own framework puts on the page. */
interface Mocha {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => void | Promise<void>): void;
  afterEach(body: () => void | Promise<void>): void;
}

export const { describe, it, afterEach } = globalThis as unknown as Mocha; // the runner sets them before the test loads

/** Fails unless both are the same, told as text. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`${what}: expected ${should}, got ${is}`);
}

/** Fails unless it holds. */
export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected ${what}`);
}

/** Waits until a question has an answer; for what the page does by itself. */
export async function eventually<T>(ask: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  const end = performance.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`expected ${what} within 10 s`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

interface Socket {
  sendMessageWaitForResponse(message: object): Promise<{ executed: boolean; result: unknown }>;
}

/**
 * Has the runner act on the browser: `send-keys`, `send-mouse`, `set-viewport`, `emulate-media`, `forced-colors`; or
 * tell what is in it: `accessibility-tree`.
 */
export async function command(name: string, payload: object): Promise<unknown> {
  const address = '/__web-dev-server__web-socket.js';
  const socket = (await import(address)) as Socket; // served by the test runner
  const sessionId = new URL(location.href).searchParams.get('wtr-session-id');
  const { executed, result } = await socket.sendMessageWaitForResponse({
    type: 'wtr-command',
    sessionId,
    command: name,
    payload,
  });
  holds(executed, `the runner to know the command ${name}`);
  return result;
}

/** Commands that a browser's driver cannot carry out, and why. */
const IMPOSSIBLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Firefox: {
    'emulate-media': 'the driver knows it through the DevTools protocol alone, which Firefox does not speak',
    'forced-colors': 'the driver knows it through the DevTools protocol alone, which Firefox does not speak',
    'accessibility-tree':
      'the driver knows it through the DevTools protocol alone, which Firefox does not speak',
  },
};

/**
 * Whether the runner can carry out a command in this browser; where not, the log names it with the reason. A test
 * that needs the command stands under `if (supports(…))` and runs in the other browsers.
 */
export function supports(name: string): boolean {
  for (const [browser, reasons] of Object.entries(IMPOSSIBLE)) {
    if (!navigator.userAgent.includes(browser) || !(name in reasons)) continue;
    console.log(`not run in ${browser}, ${name} being impossible: ${reasons[name]}`);
    return false;
  }
  return true;
}

/** Presses a key, or a chord such as `Shift+Tab`. */
export async function press(chord: string): Promise<void> {
  // Chromium's driver knows the bar by its name and by what it writes, Firefox's by what it writes alone.
  const keys = chord.split('+').map((key) => (key === 'Space' ? ' ' : key));
  const held = keys.slice(0, -1);
  for (const key of held) await command('send-keys', { down: key });
  await command('send-keys', { press: keys.at(-1) });
  for (const key of held.reverse()) await command('send-keys', { up: key });
}

/** What the console is told from now on, as text; `stop` gives the console back. */
export function listenToConsole(): { readonly said: readonly string[]; readonly stop: () => void } {
  const said: string[] = [];
  const { warn, error } = console;
  console.warn = console.error = (...parts: unknown[]) => void said.push(parts.map(String).join(' '));
  return { said, stop: () => void Object.assign(console, { warn, error }) };
}
