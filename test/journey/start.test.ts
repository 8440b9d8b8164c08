import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPrompt } from '../support/answer-prompt.ts';
import { launchBrowser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { readPassengers } from '../support/passengers.ts';
import {
  expectedMatrix,
  expectedOverview,
  readMatrix,
  readOracle,
  readOverview,
} from '../support/read-report.ts';

const root = resolve(import.meta.dirname, '../..');
const READY_MS = 60_000;

let started: ChildProcess;
let browser: Browser;
let site: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-start-'));
  const [port, collectorPort] = await Promise.all([freePort(), freePort()]);
  site = `http://127.0.0.1:${port}`;
  started = launch(port, collectorPort);
  await said(started, `http://localhost:${port}/report`);
  browser = await launchBrowser();
}, READY_MS);

afterAll(async () => {
  await browser.close();
  started.kill('SIGTERM');
  await once(started, 'exit');
  rmSync(folder, { recursive: true });
});

function launch(port: number, collectorPort: number): ChildProcess {
  const options = ['--port', String(port), '--collector-port', String(collectorPort), '--data', folder];
  return spawn(process.execPath, ['demo/start.mjs', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function isOpen(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/healthz`)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false; // fetch: nothing listens
    throw error;
  }
}

async function said(child: ChildProcess, text: string): Promise<void> {
  let heard = '';
  for await (const chunk of child.stdout ?? []) {
    heard += String(chunk);
    if (heard.includes(text)) return;
  }
  throw new Error(`npm start: expected "${text}", got ${heard}`);
}

describe('npm start', () => {
  it('has the whole airport survey on the report from the first second', async () => {
    const page = await browser.newPage();
    await page.goto(`${site}/report`);
    const oracle = readOracle('sfo-2017.json');
    expect(await readOverview(page)).toMatchObject(expectedOverview(oracle));
    await page.locator('[data-panel="matrix"]').getByRole('button', { name: 'Table', exact: true }).click();
    expect(await readMatrix(page)).toEqual(expect.objectContaining(expectedMatrix(oracle, 'mean')));
    await page.close();
  });

  it("has a newcomer's own answer on the report", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(site);
    const passenger = readPassengers().find(({ netpro, q7_all }) => netpro === '9' && q7_all === '4') ?? {};
    expect(await answerPrompt(page, passenger)).toContain('Your answer has arrived.');
    await page.goto(`${site}/report`);
    const { nps, csat } = readOracle('sfo-2017.json');
    const overview = await readOverview(page);
    const n = (before: number): string => `n${(before + 1).toLocaleString('en-US')}`;
    expect([overview['nps.n'], overview['csat.n']]).toEqual([n(nps.n), n(csat.n)]);
    await page.close();
  });
});

describe('the end of npm start', () => {
  it.each([
    ['site', '--port'],
    ['collector', '--collector-port'],
  ])('names port and remedy when the port of the %s is taken meanwhile', async (what, option) => {
    const ports = [await freePort(), await freePort()] as const;
    const taken = ports[what === 'site' ? 0 : 1];
    const child = launch(...ports);
    let complaint = '';
    child.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
    await said(child, 'Sample answers:');
    const holder = createServer().listen(taken, '127.0.0.1');
    const [code] = (await once(child, 'exit')) as [unknown]; // event of a process
    holder.close();
    expect(code).toBe(1);
    expect(complaint).toContain(`port ${taken} (${what}) is in use`);
    expect(complaint).toContain(`npm start -- ${option} `);
    expect(complaint.trimEnd().split('\n')).toHaveLength(1);
    await expect.poll(() => isOpen(ports[1])).toBe(false);
  });

  it.each(['SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('ends the collector too on %s', async (signal) => {
    const ports = [await freePort(), await freePort()] as const;
    const child = launch(...ports);
    await said(child, '/report');
    expect(await isOpen(ports[1])).toBe(true);
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
    await expect.poll(() => isOpen(ports[1]), { timeout: 5_000 }).toBe(false);
  });
});
