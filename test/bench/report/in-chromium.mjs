/* global Blob, PerformanceObserver, Worker, document -- what runs on the page */
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { BROWSER_FLAGS, ensureBrowser } from '../../../.ci/browser.mjs';

/** Processor seconds in half a second of a browser that has nothing to do. */
const IDLE_SECONDS = 0.02;

/**
 * Runs a task of the bench's worker in a fresh Chromium, on a file from the disk.
 *
 * @param {string} code the worker's script
 * @param {string} what
 * @param {string} file path
 * @returns its result, with processor seconds of all processes, memory of the page's process, and long tasks
 */
export async function inChromium(code, what, file) {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  try {
    const page = await browser.newPage();
    await page.setContent('<input type="file">');
    await page.setInputFiles('input', file);
    const devtools = await browser.newBrowserCDPSession();
    const processes = async () => (await devtools.send('SystemInfo.getProcessInfo')).processInfo;
    const seconds = (list) => list.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    await page.evaluate(() => {
      globalThis.longTasks = 0;
      new PerformanceObserver((list) => (globalThis.longTasks += list.getEntries().length)).observe({
        type: 'longtask',
      });
    });
    // Chromium readies pages of its own after it has started, which would count as ours.
    for (let spent = Infinity; spent > IDLE_SECONDS;) {
      const start = seconds(await processes());
      await new Promise((done) => setTimeout(done, 500));
      spent = seconds(await processes()) - start;
    }
    const before = await processes();
    const empty = memory(before);
    let peak = empty;
    const watch = setInterval(() => (peak = Math.max(peak, memory(before))), 50);
    const ask = (task) =>
      page.evaluate(
        ([script, asked]) => {
          globalThis.worker ??= new Worker(
            URL.createObjectURL(new Blob([script], { type: 'text/javascript' })),
          );
          return new Promise((done, failed) => {
            const { worker } = globalThis;
            worker.onmessage = ({ data }) => done({ ...data, longTasks: globalThis.longTasks });
            worker.onerror = ({ message }) => failed(new Error(message));
            worker.postMessage({ what: asked, file: document.querySelector('input').files[0] });
          });
        },
        [code, task],
      );
    const result = await ask(what);
    clearInterval(watch);
    const cpu = 1000 * (seconds(await processes()) - seconds(before));
    const { counts } = await ask('counts');
    return { ...result, counts, cpu, memory: peak - empty };
  } finally {
    await browser.close();
  }
}

/** Resident megabytes of the pages' processes. */
function memory(processes) {
  return processes.filter(({ type }) => type === 'renderer').reduce((sum, { id }) => sum + residentOf(id), 0);
}

function residentOf(pid) {
  try {
    const [, resident] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return (Number(resident) * 4096) / 1e6;
  } catch (error) {
    if (error.code === 'ENOENT') return 0; // ended, or a system without /proc
    throw error;
  }
}
