import { describe, expect, it } from 'vitest';
import { useHostSite } from './use-host-site.ts';

const bench = useHostSite();
/** WCAG 2.2, success criterion 2.5.8. */
const TARGET_MIN_PX = 24;

/** Style sheets of pages that reach for everything. */
const SHEETS = [
  '*{all:unset!important}',
  'body *{display:none!important}',
  'button,input,label,a,textarea{width:1px!important;height:1px!important;padding:0!important;font-size:1px!important}',
  ':root{font-size:1px}',
  'html{font-size:62.5%}',
  '*,*::before,*::after{position:static!important;float:left!important;z-index:-1!important;opacity:.1!important}',
  'body>*{position:absolute!important;left:-9999px!important;clip-path:inset(50%)!important;transform:scale(0)!important}',
  'fourfold-survey{display:none!important;visibility:hidden!important;pointer-events:none!important}',
  'form,fieldset,h2,p,span{display:none!important;color:transparent!important}',
];

describe('a page whose styles reach for everything', () => {
  for (const [index, css] of SHEETS.entries())
    for (const placement of index < 2 ? ['popover', 'full-page'] : ['popover'])
      it(`B22: ${css} leaves every control of the ${placement} in its size, for mouse and keys`, async () => {
        const { visit, site } = bench();
        const head = `<style>${css}</style>`;
        const page = await visit({ head, tag: `data-survey="nps" data-placement="${placement}"` });
        await page.shown();
        const controls = await page.controls();
        expect(controls.length).toBe(13);
        for (const { name, width, height, met } of controls) {
          expect(Math.min(width, height), `${name} ${width} × ${height}`).toBeGreaterThanOrEqual(
            TARGET_MIN_PX,
          );
          expect(met, name).toBe(true);
        }
        await page.click('input[value="7"]');
        await page.press('ArrowRight');
        await page.until(`root.querySelector('input[value="8"]').checked`);
        await page.tabTo('[part="next"]');
        await page.press('Enter');
        await page.tabTo('textarea');
        await page.type('Slow');
        await page.click('[part="next"]');
        expect(await page.ending()).toMatch(/^Thank you/);
        expect(site.records().at(-1)?.answers).toEqual({ nps: 8, why: 'Slow' });
        expect(await page.heard()).toEqual({ said: [], thrown: [], forbidden: [] });
      });

  it('B22: right to left, the corner and the order of points change sides', async () => {
    const { visit } = bench();
    const page = await visit({ html: 'lang="ar" dir="rtl"', tag: 'data-survey="nps"' });
    await page.shown();
    expect((await page.controls()).every(({ met }) => met)).toBe(true);
    expect(await page.ask(`Math.round(root.querySelector('.card').getBoundingClientRect().left)`)).toBe(24);
    const x = (value: number): Promise<number> =>
      page.ask(`root.querySelector('input[value="${value}"]').getBoundingClientRect().x`);
    expect(await x(0)).toBeGreaterThan(await x(10));
  });
});
