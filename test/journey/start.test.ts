import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
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
  const options = ['--port', String(port), '--collector-port', String(collectorPort), '--data', folder];
  started = spawn(process.execPath, ['demo/start.mjs', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await said(started, `http://localhost:${port}/report`);
  browser = await launchBrowser();
}, READY_MS);

afterAll(async () => {
  await browser.close();
  started.kill('SIGTERM');
  await once(started, 'exit');
  rmSync(folder, { recursive: true });
});

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
    await page.getByRole('button', { name: 'Table', exact: true }).click();
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
