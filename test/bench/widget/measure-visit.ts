import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Variant } from './site.ts';

/** Processors are slowed so many times, as on a cheap telephone. */
export const SLOWDOWN = 4;
/** A visitor reads so long before the first click. */
const READING_MS = 3_000;

/** What one cold visit costs; times in ms, sizes in bytes. A time is missing where nothing was asked. */
export interface Visit {
  /** From the script tag to a point that can be clicked. */
  readonly usable?: number;
  /** Until then: of scripts and what else the page asked for after its own text. */
  readonly requests: number;
  readonly bytes: number;
  /** The same with all that is loaded afterwards, until the answer is delivered. */
  readonly requestsInAll: number;
  readonly bytesInAll: number;
  /** Compiling and running scripts until the click, in time that the slowed processor gave to them. */
  readonly js: number;
  /** After a collection of garbage, before the click. */
  readonly heap: number;
  readonly clickToRequest?: number;
  readonly clickToDurable?: number;
  readonly shift: number;
  readonly longTasks: number;
  readonly focusMoves: number;
}

/** What the page has noted; see `watch.js`. */
interface Seen {
  readonly start: number;
  readonly usable?: number;
  readonly click?: number;
  readonly shift: number;
  readonly focusMoves: number;
  readonly longTasks: readonly number[];
  readonly writes: readonly (readonly [begun: number, complete: number])[];
}

interface Loaded {
  readonly name: string;
  readonly startTime: number;
  readonly encodedBodySize: number;
}

/** Measures one visit with empty caches and an empty database. */
export async function measureVisit(browser: Browser, origin: string, variant: Variant): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    // In time of the processor: what else runs on the machine is not in it.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.goto(`${origin}/?variant=${variant}`, { waitUntil: 'load' });
    const asks = variant === 'hand' || variant === 'fourfold';
    if (asks) await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.usable);
    await page.waitForTimeout(READING_MS);
    const costs = await costsOf(devtools);
    const before = await look(page);
    if (!asks) return { ...visitOf(before, before), ...costs };
    await page.locator('fourfold-survey, hand-survey').locator('[part~="point"]').nth(9).click();
    await page.waitForFunction(hasEnded);
    return { ...visitOf(before, await look(page)), ...costs };
  } finally {
    await context.close();
  }
}

async function costsOf(devtools: CDPSession): Promise<Pick<Visit, 'js' | 'heap'>> {
  const js = await metricsOf(devtools);
  await devtools.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap } = await metricsOf(devtools);
  return { js: (js.ScriptDuration + js.V8CompileDuration) * 1000, heap };
}

async function metricsOf(devtools: CDPSession): Promise<Record<string, number>> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Whether what the click began is over: its request is answered, and its first write is complete. */
function hasEnded(): boolean {
  const { click = Infinity, writes } = (globalThis as unknown as { seen: Seen }).seen; // by watch.js
  const sent = performance
    .getEntriesByType('resource')
    .some(({ name, startTime }) => name.endsWith('/responses') && startTime >= click);
  return sent && writes.some(([begun]) => begun >= click);
}

async function look(page: Page): Promise<{ seen: Seen; loaded: Loaded[] }> {
  return page.evaluate(() => ({
    seen: (globalThis as unknown as { seen: Seen }).seen, // by watch.js
    loaded: (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
      ({ name, startTime, encodedBodySize }) => ({ name, startTime, encodedBodySize }),
    ), // entries of this type
  }));
}

type Look = Awaited<ReturnType<typeof look>>;

/** From what was noted before the click and at the end. */
function visitOf(before: Look, end: Look): Omit<Visit, 'js' | 'heap'> {
  const { start, usable, shift, focusMoves, longTasks } = before.seen;
  const { click, writes } = end.seen;
  const files = end.loaded.filter(({ name }) => name.endsWith('.js'));
  const early = files.filter(({ startTime }) => startTime <= (usable ?? Infinity));
  const bytesOf = (list: readonly Loaded[]) =>
    list.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  const common = {
    requests: early.length,
    bytes: bytesOf(early),
    requestsInAll: files.length,
    bytesInAll: bytesOf(files),
    shift,
    focusMoves,
    longTasks: longTasks.length,
  };
  if (usable === undefined || click === undefined) return common;
  const sent = end.loaded.find(({ name, startTime }) => name.endsWith('/responses') && startTime >= click);
  const written = writes.find(([begun]) => begun >= click);
  if (!sent || !written) throw new RangeError('visitOf: expected a request and a write after the click');
  return {
    ...common,
    usable: usable - start,
    clickToRequest: sent.startTime - click,
    clickToDurable: written[1] - click,
  };
}
