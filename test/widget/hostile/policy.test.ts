import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NONCE, type HostPage } from './host-site.ts';
import { BROWSER } from './launch.ts';
import { useHostSite } from './use-host-site.ts';

const bench = useHostSite();
const DIST = resolve(import.meta.dirname, '../../../dist/widget');
const QUIET = { said: [], thrown: [], forbidden: [] };

/** A policy that allows a script, the endpoint, and nothing else: no style either. */
function strict(script: string, ...more: string[]): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'none'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    ...more,
  ].join('; ');
}

const TYPES = "require-trusted-types-for 'script'";
/** What a page's own copy of Lit does when it loads. */
const OWN_LIT = "window.trustedTypes?.createPolicy('lit-html', { createHTML: (text) => text });";

/** The three cases under Trusted Types, a host source, and no Trusted Types at all. */
const POLICIES: readonly (readonly [what: string, policy: string, before?: string])[] = [
  ['a nonce', strict(`'nonce-${NONCE}'`)],
  ['Trusted Types without a list', strict(`'nonce-${NONCE}'`, TYPES)],
  ['Trusted Types that name lit-html', strict(`'nonce-${NONCE}'`, TYPES, 'trusted-types lit-html')],
  [
    'Trusted Types beside a Lit of the page',
    strict(`'nonce-${NONCE}'`, TYPES, "trusted-types lit-html 'allow-duplicates'"),
    OWN_LIT,
  ],
  ['a host source', strict("'self'", TYPES, 'trusted-types lit-html')],
];

describe('a page with a strict policy', () => {
  for (const [what, policy, before = ''] of POLICIES)
    it(`B16: ${what}: the whole prompt works, and nothing is reported`, async () => {
      const { visit, site } = bench();
      const page = await visit({ policy, before, tag: 'data-survey="nps" data-placement="top"' });
      await page.shown();
      expect((await page.controls()).every(({ met }) => met)).toBe(true);
      expect(await page.answer(10, 'All of it')).toMatch(/^Thank you/);
      expect(site.records().at(-1)?.answers).toEqual({ nps: 10, why: 'All of it' });
      expect(await page.heard()).toEqual(QUIET);
    });

  it('B16: every kind, a questionnaire from a file, and the full page, without a report', async () => {
    const { visit } = bench();
    const policy = strict(`'nonce-${NONCE}'`, TYPES, 'trusted-types lit-html');
    for (const survey of ['/questionnaire.json', 'matrix']) {
      const page = await visit({ policy, tag: `data-survey="${survey}" data-placement="full-page"` });
      await page.shown();
      expect(await page.ask(`root.querySelectorAll('input').length > 4`)).toBe(true);
      expect(await page.heard()).toEqual(QUIET);
    }
  });

  it("B16: trusted-types 'none': one line of ours at most, and the page unharmed", async () => {
    const { visit, site } = bench();
    const policy = strict(`'nonce-${NONCE}'`, TYPES, "trusted-types 'none'");
    const page = await visit({ policy, tag: 'data-survey="nps"' });
    const asked = (): boolean => site.received.some(({ path }) => path.includes('/chunks/prompt-'));
    await expect.poll(asked, { timeout: 10_000 }).toBe(true);
    await page.until(
      "performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.includes('/prompt-') && performance.now() > responseEnd + 300)",
    );
    const { said, thrown } = await page.heard();
    expect(thrown).toEqual([]);
    expect(said.length).toBeLessThanOrEqual(1);
    // A browser without Trusted Types, as Firefox 140 is, does not know that anything is forbidden.
    const forbids = await page.ask('Boolean(window.trustedTypes)');
    expect(await page.ask("document.querySelector('fourfold-survey') === null")).toBe(forbids);
  });

  it('B17: no connection allowed: the answer is kept, nothing is asked, and the policy is not hit again and again', async () => {
    const { visit, site } = bench();
    const policy = `default-src 'none'; script-src 'nonce-${NONCE}'; connect-src 'none'`;
    const page = await visit({ policy, tag: 'data-survey="nps"' });
    await page.shown();
    expect(await page.answer(3, 'Kept')).toMatch(/^Kept on this device/);
    expect(await page.ask('fourfold.pending()')).toBe(1);
    expect(site.received.filter(({ path }) => path === '/responses')).toEqual([]);
    const { said, thrown, forbidden } = await page.heard();
    expect(thrown).toEqual([]);
    expect(said.length).toBeLessThanOrEqual(1);
    expect(forbidden.length).toBeLessThanOrEqual(3); // one for each request that was due: the first answer, the end, a retry
  });

  it('a hash alone lets the loader run, and its chunks not: no prompt, and nothing thrown', async () => {
    const { visit } = bench();
    const hash = `'${hashes()['fourfold.js']}'`;
    const tag = `data-survey="nps" integrity="${hashes()['fourfold.js']}"`;
    const page = await visit({ policy: strict(hash), tag });
    if (BROWSER !== 'Firefox') await page.until('window.fourfold?.explain'); // Firefox knows no hashes of files
    await page.until('performance.now() > 1500 || root');
    const { said, thrown } = await page.heard();
    expect(thrown).toEqual([]);
    expect(said.length).toBeLessThanOrEqual(1);
    expect(await page.ask("document.querySelector('fourfold-survey')")).toBe(null);
  });
});

describe('integrity.json', () => {
  it('names the hash of the loader that was built', () => {
    const loader = readFileSync(resolve(DIST, 'fourfold.js'));
    expect(hashes()).toEqual({
      'fourfold.js': `sha384-${createHash('sha384').update(loader).digest('base64')}`,
    });
  });

  it('lets the loader run by its integrity, and not when a byte has changed', async () => {
    const { visit } = bench();
    const tag = (integrity: string): HostPage => ({
      tag: `data-survey="nps" crossorigin integrity="${integrity}" onerror="refused = true"`,
    });
    const page = await visit(tag(hashes()['fourfold.js']));
    await page.shown();
    const changed = await visit(tag(`sha384-${'A'.repeat(64)}`));
    await changed.until('window.refused');
    expect(await changed.ask('window.fourfold ?? null')).toBe(null);
  });
});

function hashes(): Record<string, string> {
  return JSON.parse(readFileSync(resolve(DIST, 'integrity.json'), 'utf8')) as Record<string, string>; // the build wrote it
}
