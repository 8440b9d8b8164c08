import { describe, expect, it } from 'vitest';
import { useHostSite } from './use-host-site.ts';

const bench = useHostSite();
/** What waits long in the page waits a second, and so does nobody here. */
const QUICK =
  '{ const { setTimeout } = window; window.setTimeout = (work, ms) => setTimeout.call(window, work, ms > 20000 ? 1000 : ms); }';

describe('a file of ours that was lost on its way', () => {
  const isAskedFor = (name: string) => () => bench().site.received.some(({ path }) => path.includes(name));

  it('the half that sends: the answer is kept, and goes by itself once the file can be had', async () => {
    const { visit, site } = bench();
    site.lost = /start-sender/;
    const page = await visit({ tag: 'data-survey="nps"', before: QUICK });
    await page.shown();
    expect(await page.answer(9, 'Kept')).toMatch(/^Kept on this device/);
    expect(isAskedFor('start-sender')()).toBe(true);
    expect(site.records()).toEqual([]);
    site.lost = undefined;
    await expect.poll(() => site.records().at(-1)?.answers, { timeout: 10_000 }).toMatchObject({ nps: 9 });
    await page.until('root.textContent.includes("arrived")');
    expect(await page.ask('fourfold.pending()')).toBe(0);
  });

  it('what comes after the first question: the next step asks for it again', async () => {
    const { visit, site } = bench();
    site.lost = /later-/;
    const page = await visit({ tag: 'data-survey="nps"' });
    await page.shown();
    await expect.poll(isAskedFor('later-'), { timeout: 10_000 }).toBe(true);
    site.lost = undefined;
    expect(await page.answer(3, 'Come again')).toMatch(/^Thank you/);
    await expect.poll(() => site.records().at(-1)?.answers).toEqual({ nps: 3, why: 'Come again' });
  });
});
