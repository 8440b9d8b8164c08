import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { PlainPage } from './plain-page.ts';
import { openPlainPage } from './plain-page.ts';
import type { Variant } from './site.ts';

/** Processors are slowed so many times, as on a cheap telephone. */
export const SLOWDOWN = 4;
/** A visitor reads so long before the first click. */
const READING_MS = 3_000;
/** A finger, or a mouse's button, is down so long in a click. */
const PRESS_MS = 80;
const LOOK_MS = 250;
const PATIENCE_MS = 30_000;

/** Middle of the point for 9. */
const MIDDLE = `(() => {
  const { shadowRoot } = document.querySelector('fourfold-survey, hand-survey');
  const { left, top, width, height } = shadowRoot.querySelectorAll('[part~="point"]')[9].getBoundingClientRect();
  return [left + width / 2, top + height / 2];
})()`;
/** Whether what the click began is over: its request is answered, and its first write is complete. */
const ENDED = `seen.writes.some(([begun]) => begun >= seen.click) && performance.getEntriesByType('resource')
  .some(({ name, startTime }) => name.endsWith('/responses') && startTime >= seen.click)`;
/** What \`watch.js\` and the browser have noted. */
const LOOK = `({ seen, loaded: performance.getEntriesByType('resource')
  .map(({ name, startTime, encodedBodySize }) => ({ name, startTime, encodedBodySize })) })`;

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
  /**
   * Compiling and running scripts until the click, in time that the slowed processor gave to them. What promises run
   * once a script has ended is not in it, as Chromium counts it: that is in `thread`.
   */
  readonly js: number;
  /** All that the page's thread did until the click, in the same time: scripts, promises, styles, layout, painting. */
  readonly thread: number;
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
  const page = await openPlainPage(browser, 1280, 800);
  try {
    // In time of the processor: what else runs on the machine is not in it.
    await page.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.send('Page.navigate', { url: `${origin}/?variant=${variant}` });
    const asks = variant === 'hand' || variant === 'fourfold';
    await until(page, asks ? 'globalThis.seen?.usable' : 'document.readyState === "complete"');
    await pause(READING_MS);
    const costs = await costsOf(page);
    const before = await page.ask<Look>(LOOK);
    if (!asks) return { ...visitOf(before, before), ...costs };
    await click(page);
    await until(page, ENDED);
    return { ...visitOf(before, await page.ask<Look>(LOOK)), ...costs };
  } finally {
    await page.close();
  }
}

/** Asks so seldom that the page hardly notices. */
async function until(page: PlainPage, expression: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await page.ask(`!!(${expression})`))) {
    if (performance.now() > end) throw new Error(`measureVisit: expected ${expression}`);
    await pause(LOOK_MS);
  }
}

/** Presses on the point for 9. */
async function click(page: PlainPage): Promise<void> {
  const [x, y] = await page.ask<[number, number]>(MIDDLE);
  const mouse = (type: string, buttons: number) =>
    page.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons, clickCount: 1 });
  await mouse('mouseMoved', 0);
  await mouse('mousePressed', 1);
  await pause(PRESS_MS);
  await mouse('mouseReleased', 0);
}

async function costsOf(page: PlainPage): Promise<Pick<Visit, 'js' | 'thread' | 'heap'>> {
  const spent = await metricsOf(page);
  await page.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize: heap } = await metricsOf(page);
  const scripts = spent.ScriptDuration + spent.V8CompileDuration;
  return { js: scripts * 1000, thread: spent.TaskDuration * 1000, heap };
}

async function metricsOf(page: PlainPage): Promise<Record<string, number>> {
  const { metrics } = await page.send<{ metrics: { name: string; value: number }[] }>(
    'Performance.getMetrics',
  );
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

interface Look {
  readonly seen: Seen;
  readonly loaded: readonly Loaded[];
}

/** From what was noted before the click and at the end. */
function visitOf(before: Look, end: Look): Omit<Visit, 'js' | 'thread' | 'heap'> {
  const { start, usable, shift, focusMoves } = before.seen;
  const { click, writes, longTasks } = end.seen;
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
