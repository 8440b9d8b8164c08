import { describe, expect, it } from 'vitest';
import { useHostSite } from './use-host-site.ts';

const bench = useHostSite();
const DELETED = `new Promise((resolve, reject) => {
  const request = indexedDB.deleteDatabase('fourfold');
  request.onsuccess = () => resolve('deleted');
  request.onerror = request.onblocked = () => reject(request.error);
})`;
/** Whoever has answered is asked again. */
const RESTED = 'localStorage.clear()';
/** As much of what is kept in caches as there is. */
const COPIES = `caches.open('fourfold').then((cache) => cache.keys()).then(({ length }) => length)`;
const COPIED = `caches.open('fourfold').then((cache) => cache.matchAll()).then(([copy]) => copy?.text() ?? '')`;
/** A disk that takes its time with copies. */
const SLOW = `(() => {
  const { put } = Cache.prototype;
  Cache.prototype.put = async function (...given) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return put.apply(this, given);
  };
})()`;

describe('a database that the browser has deleted', () => {
  it('what was kept and could not be sent comes back from its copies, is sent, and leaves none behind', async () => {
    const { visit, site } = bench();
    const tag = 'data-survey="nps"';
    const plain = site.origin + site.put({});
    site.lost = /responses/;
    const page = await visit({ tag });
    await page.shown();
    expect(await page.answer(9, 'Twice kept')).toMatch(/^Kept on this device/);
    await expect.poll(() => page.ask(COPIES)).toBe(1);
    await page.page.goto(plain);
    expect(await page.ask(DELETED)).toBe('deleted');
    await page.ask(RESTED);
    site.forget();
    await page.page.goto(site.origin + site.put({ tag }));
    await page.shown();
    await expect
      .poll(() => site.records().find(({ answers }) => answers.why === 'Twice kept')?.answers, {
        timeout: 10_000,
      })
      .toEqual({ nps: 9, why: 'Twice kept' });
    await expect.poll(() => page.ask(COPIES)).toBe(0);
    const left = 'fourfold.export().then((records) => records.filter(({ answers }) => answers.why).length)';
    expect(await page.ask(left)).toBe(0);
  });

  it('that an answer is kept is said once its copy is written', async () => {
    const { visit, site } = bench();
    site.lost = /responses/;
    const page = await visit({ tag: 'data-survey="nps"' });
    await page.shown();
    await page.ask(SLOW);
    expect(await page.answer(9, 'Twice kept')).toMatch(/^Kept on this device/);
    expect(await page.ask(COPIED)).toContain('Twice kept');
  });

  it('what was sent has no copy, and forgetting takes all', async () => {
    const { visit, site } = bench();
    const page = await visit({ tag: 'data-survey="nps"' });
    await page.shown();
    expect(await page.answer(9, 'Sent')).toMatch(/^Thank you/);
    expect(await page.ask("caches.has('fourfold')")).toBe(false);
    site.lost = /responses/;
    await page.ask(RESTED);
    await page.page.goto(site.origin + site.put({ tag: 'data-survey="csat"' }));
    await page.shown();
    await page.click('input[value="2"]');
    await expect.poll(() => page.ask("caches.has('fourfold')")).toBe(true);
    await page.ask('fourfold.forget()');
    expect(await page.ask("caches.has('fourfold')")).toBe(false);
  });
});
