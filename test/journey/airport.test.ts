import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SERVICES, answerPrompt } from '../support/answer-prompt.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDemo, type Demo } from '../support/demo.ts';
import {
  dropFile,
  expectedMatrix,
  expectedOverview,
  readMatrix,
  readOracle,
  readOverview,
} from '../support/read-report.ts';
import { fortyPassengers, type Passenger } from '../support/passengers.ts';

const passengers = fortyPassengers();
const REPORT = pathToFileURL(resolve(import.meta.dirname, '../../dist/report/index.html')).href;
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const DELIVERY_MS = 60_000;
/** Passengers who meet the same collector and network. */
const PHASE = 10;

interface Exported {
  readonly id: string;
  readonly status: string;
  readonly skipped: readonly string[];
  readonly notApplicable: { readonly service?: readonly string[] };
  readonly answers: {
    readonly csat?: number;
    readonly nps?: number;
    readonly service?: { readonly satisfaction: Readonly<Record<string, number>> };
  };
}

let demo: Demo;
let browser: Browser;
const endings: string[] = [];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await demo.close();
});

async function visit(device: BrowserContext, passenger: Passenger, isOffline = false): Promise<void> {
  const page = await device.newPage();
  await page.goto(demo.site);
  await page.locator('fourfold-survey [part~="card"]').waitFor();
  await device.setOffline(isOffline);
  endings.push(await answerPrompt(page, passenger));
  await device.setOffline(false);
  await page.close();
}

async function exported(): Promise<Exported[]> {
  const lines = (await demo.download('/export.ndjson')).trim().split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Exported); // our own collector's
}

/** What a record must hold for a passenger, from the paper's codes alone. */
function paper(passenger: Passenger): object {
  const code = (service: string): string => passenger[`q7_${service}`];
  const rated = SERVICES.filter((service) => /^[1-5]$/.test(code(service)));
  const never = SERVICES.filter((service) => code(service) === '6');
  const blank = SERVICES.filter((service) => !rated.includes(service) && !never.includes(service));
  const csat = /^[1-5]$/.test(passenger.q7_all) ? { csat: Number(passenger.q7_all) } : {};
  const nps = passenger.netpro === '11' ? {} : { nps: Number(passenger.netpro) };
  const satisfaction = Object.fromEntries(rated.map((service) => [service, Number(code(service))]));
  const service = rated.length > 0 ? { service: { satisfaction } } : {};
  const detractor = 'nps' in nps && nps.nps <= 6;
  return {
    answers: { ...csat, ...nps, ...service },
    skipped: [
      ...('csat' in csat ? [] : ['csat']),
      ...('nps' in nps ? [] : ['nps']),
      ...(detractor ? ['why'] : []),
      ...(blank.length === SERVICES.length ? ['service'] : blank.map((one) => `service.satisfaction.${one}`)),
    ],
    notApplicable: never.length > 0 ? { service: never } : {},
  };
}

const byText = (a: string, b: string): number => (a < b ? -1 : 1);
const sorted = (items: readonly object[]): string[] => items.map((item) => JSON.stringify(item)).sort(byText);
const bare = ({ answers, skipped, notApplicable }: Exported): object => ({ answers, skipped, notApplicable });

describe('forty passengers of the airport survey', () => {
  it('answer by clicking, with the collector down for ten and the network off for ten', async () => {
    const devices = await Promise.all(
      [DESKTOP, DESKTOP, PHONE, DESKTOP].map((screen) => browser.newContext(screen)),
    );
    for (let first = 0; first < passengers.length; first += PHASE) {
      demo.proxy.fault = first === PHASE ? 'unavailable' : 'none';
      const isOffline = first === 2 * PHASE;
      // Devices are used side by side, each by one passenger after another.
      await Promise.all(
        devices.map(async (device, which) => {
          for (let at = first + which; at < first + PHASE; at += devices.length)
            await visit(device, passengers[at], isOffline);
        }),
      );
    }
    const said = (from: number, until: number): string[] => [
      ...new Set(endings.slice(from, until).map((text) => text.split('\n')[0])),
    ];
    expect(said(0, 10)).toEqual(['Thank you']);
    expect(said(10, 30)).toEqual(['Kept on this device, will be sent']);
    expect(demo.proxy.refused).toBeGreaterThan(0);
    // A later visit, as any visitor's, brings what is left on each device.
    for (const device of devices) await (await device.newPage()).goto(demo.site);
    await expect
      .poll(
        async () =>
          new Set((await exported()).filter(({ status }) => status !== 'shown').map(({ id }) => id)).size,
        {
          timeout: DELIVERY_MS,
        },
      )
      .toBe(passengers.length);
  });

  it('arrive once each, as they answered', async () => {
    const answered = (await exported()).filter(({ status }) => status !== 'shown');
    expect(new Set(answered.map(({ id }) => id)).size).toBe(answered.length);
    expect(answered.every(({ status }) => status === 'completed')).toBe(true);
    expect(sorted(answered.map(bare))).toEqual(sorted(passengers.map(paper)));
  });

  it('stand on the report as independent code computes them', async () => {
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(REPORT);
    await dropFile(page, 'airport.csv', await demo.download('/export.csv'));
    const oracle = readOracle('sfo-2017-every-70th.json');
    expect(await readOverview(page)).toMatchObject(expectedOverview(oracle));
    for (const crosshair of ['mean', 'median', 'midpoint']) {
      await page.locator('[data-panel="matrix"]').getByRole('button', { name: 'Chart', exact: true }).click();
      await page.locator(`input[name="fourfold-crosshair"][value="${crosshair}"]`).locator('..').click();
      await page.locator('[data-panel="matrix"]').getByRole('button', { name: 'Table', exact: true }).click();
      expect(await readMatrix(page)).toEqual(expect.objectContaining(expectedMatrix(oracle, crosshair)));
    }
    // Nine answers are too few to draw, but the service is named.
    expect(await page.locator('[data-not-drawn="ltparking"]').count()).toBe(1);
    expect(requests.filter((url) => !/^(file|blob|data):/.test(url))).toEqual([]);
    await page.close();
  });
});
