import { describe, expect, it } from 'vitest';
import type { HostPage } from './host-site.ts';
import { useHostSite } from './use-host-site.ts';

const bench = useHostSite();
const QUIET = { said: [], thrown: [], forbidden: [] };
const INNER: HostPage = { tag: 'data-survey="nps"', body: '<h1>Inside</h1>' };

function framed(address: string, attributes = ''): HostPage {
  return { body: `<iframe id="inner" width="1000" height="600" src="${address}" ${attributes}></iframe>` };
}

describe('a page in a frame', () => {
  it('B14: of the same origin: as on a page of its own', async () => {
    const { visit, site } = bench();
    const page = await visit(framed(site.put(INNER)));
    await page.enter('#inner');
    await page.shown();
    expect((await page.controls()).every(({ met }) => met)).toBe(true);
    expect(await page.answer(9, 'Framed')).toMatch(/^Thank you/);
    expect(site.records().at(-1)?.answers).toEqual({ nps: 9, why: 'Framed' });
    expect(await page.heard()).toEqual(QUIET);
  });

  it('B14: of another site: as on a page of its own', async () => {
    const { visitAt, site } = bench();
    const page = await visitAt('shop', framed(site.at('other') + site.put(INNER)));
    await page.enter('#inner');
    await page.shown();
    expect(await page.answer(8, 'Elsewhere')).toMatch(/^Thank you/);
    expect(site.records().at(-1)).toMatchObject({ answers: { nps: 8, why: 'Elsewhere' } });
    expect(site.records().at(-1)?.page).toContain(site.at('other'));
    expect(await page.heard()).toEqual(QUIET);
  });

  it('B14: sandboxed, with no storage at all: the answer is sent, and "kept" is not said', async () => {
    const { visit, site } = bench();
    const page = await visit(framed(site.put(INNER), 'sandbox="allow-scripts"'));
    await page.enter('#inner');
    await page.shown();
    const ending = await page.answer(7, 'No storage');
    expect(ending).toMatch(/^Thank you/);
    expect(ending).not.toMatch(/[Kk]ept/);
    expect(new Set(site.records().map(({ id }) => id)).size).toBe(1);
    const { said, thrown } = await page.heard();
    expect(thrown).toEqual([]);
    expect(said.length).toBeLessThanOrEqual(1);
  });

  it('B14: sandboxed, with the collector out of reach: it says that nothing is saved', async () => {
    const { visit, site } = bench();
    const before = "window.fetch = () => Promise.reject(new TypeError('away'));";
    const page = await visit(framed(site.put({ ...INNER, before }), 'sandbox="allow-scripts"'));
    await page.enter('#inner');
    await page.shown();
    expect(await page.answer(7, 'Lost')).toMatch(/^Your answer is not saved/);
    expect((await page.heard()).thrown).toEqual([]);
  });
});

describe('a site on plain http', () => {
  it('B15: without a secure context the answer arrives once', async () => {
    const { visitAt, site } = bench();
    const page = await visitAt('shop', INNER);
    await page.shown();
    expect(await page.ask('[isSecureContext, typeof crypto.randomUUID, typeof navigator.locks]')).toEqual([
      false,
      'undefined',
      'undefined',
    ]);
    expect(await page.answer(10, 'Plain')).toMatch(/^Thank you/);
    expect(new Set(site.records().map(({ id }) => id)).size).toBe(1);
    expect(await page.heard()).toEqual(QUIET);
  });
});
