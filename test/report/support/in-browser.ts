/** What the test runner's own framework puts on the page. */
interface Mocha {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => void | Promise<void>): void;
  afterEach(body: () => void): void;
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
export async function eventually<T>(ask: () => T | null | undefined, what: string): Promise<T> {
  const end = performance.now() + 10_000;
  for (;;) {
    const answer = ask();
    if (answer !== null && answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`expected ${what} within 10 s`);
    await new Promise((done) => setTimeout(done, 10));
  }
}
