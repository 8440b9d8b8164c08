import { describe, expect, it } from 'vitest';
import { NONCE } from './host-site.ts';
import { useHostSite } from './use-host-site.ts';

const bench = useHostSite();
const TAG = 'data-survey="nps"';
/** Those that are found by name; what `for … of` and `[first] = list` go by stays. */
const EVERY_METHOD_THROWS = `for (const name of Object.getOwnPropertyNames(Array.prototype))
  if (name !== 'constructor' && typeof Array.prototype[name] === 'function')
    Object.defineProperty(Array.prototype, name, { value() { throw new Error('page: ' + name); } });`;
const QUIET = { said: [], thrown: [], forbidden: [] };

/** What pages have done to what belongs to all. */
const PATCHES: Readonly<Record<string, string>> = {
  'fetch that is wrapped':
    'const real = fetch; window.fetch = (...given) => real.apply(window, given).then((got) => got);',
  'Math.random that says 0.5': 'Math.random = () => 0.5;',
  'Date.now that says 0': 'Date.now = () => 0;',
  'a broken Promise#finally': "Promise.prototype.finally = () => { throw new Error('page: finally'); };",
  'attachShadow that opens every root':
    "const { attachShadow } = Element.prototype; Element.prototype.attachShadow = function () { return attachShadow.call(this, { mode: 'open' }); };",
  'toJSON of Prototype.js 1.6':
    "Array.prototype.toJSON = Object.prototype.toJSON = String.prototype.toJSON = function () { return 'page'; };",
  'a polluted Object.prototype':
    "Object.assign(Object.prototype, { id: 'page', headers: { cookie: 'page' }, keepalive: false, durability: 'relaxed', popover: 'page', part: 'page' });",
  'methods that stand in every loop over an array':
    'Array.prototype.remove = Array.prototype.contains = Array.prototype.first = function () {}; Function.prototype.bindTo = () => 0;',
  'its own requestIdleCallback': 'window.requestIdleCallback = (run) => setTimeout(run);',
  'customElements.define that wraps every class':
    'const { define } = customElements; customElements.define = function (...given) { return define.apply(customElements, given); };',
};

describe('a page that has patched what belongs to all', () => {
  for (const [what, before] of Object.entries(PATCHES))
    it(`B18, B19: ${what}: the answer arrives once, and nothing is thrown`, async () => {
      const { visit, site } = bench();
      const page = await visit({ tag: TAG, before });
      await page.shown();
      expect(
        (await page.controls()).every(({ width, height, met }) => met && width >= 24 && height >= 24),
      ).toBe(true);
      expect(await page.answer(9, 'Fast')).toMatch(/^Thank you/);
      const records = site.records();
      expect(new Set(records.map(({ id }) => id)).size).toBe(1);
      expect(records.at(-1)).toMatchObject({
        survey: 'nps',
        status: 'completed',
        answers: { nps: 9, why: 'Fast' },
      });
      expect(await page.heard()).toEqual(QUIET);
    });

  it('B19: ids differ where Math.random says 0.5 for every visitor', async () => {
    const { visit, site } = bench();
    for (const score of [1, 2]) {
      const page = await visit({ tag: TAG, before: PATCHES['Math.random that says 0.5'] });
      await page.shown();
      await page.answer(score, 'x');
    }
    expect(new Set(site.records().map(({ id }) => id)).size).toBe(2);
  });

  it('B19: a fetch that throws: the answer is kept, that is said, and nothing is thrown', async () => {
    const { visit, site } = bench();
    const page = await visit({
      tag: TAG,
      before: "window.fetch = () => { throw new Error('page: fetch'); };",
    });
    await page.shown();
    expect(await page.answer(4, 'Kept')).toMatch(/^Kept on this device/);
    expect(await page.ask('fourfold.pending()')).toBe(1);
    expect(site.records()).toEqual([]);
    const { said, thrown } = await page.heard();
    expect(thrown).toEqual([]);
    expect(said.length).toBeLessThanOrEqual(1);
  });

  it('B19: methods of arrays that throw, where the widget does without them: the answer arrives once', async () => {
    const { visit, site } = bench();
    const spare = [
      'concat',
      'copyWithin',
      'findLast',
      'lastIndexOf',
      'pop',
      'splice',
      'reduceRight',
      'with',
      'flat',
    ];
    const page = await visit({ tag: TAG, before: spare.map(throwing).join('') });
    await page.shown();
    expect(await page.answer(9, 'Fast')).toMatch(/^Thank you/);
    expect(new Set(site.records().map(({ id }) => id)).size).toBe(1);
    expect(await page.heard()).toEqual(QUIET);
  });

  it('B19: every method of arrays that throws: one line, no prompt, and nothing thrown into the page', async () => {
    const { visit } = bench();
    const page = await visit({ tag: TAG, before: EVERY_METHOD_THROWS });
    await page.until('heard.said.length > 0');
    expect((await page.heard()).said[0]).toMatch(/^fourfold: survey "nps" is not shown: page: \w+$/);
    expect(await page.heard()).toMatchObject({ said: { length: 1 }, thrown: [], forbidden: [] });
    expect(await page.ask("root?.querySelector('.card') ?? null")).toBe(null);
    expect(await page.ask('fourfold.explain().nps.rule')).toBe('questionnaire');
  });

  it('B19: every method of arrays that throws: the loader decides, explains and says nothing', async () => {
    const { visit, site } = bench();
    const [first, second] = ['data-priority="1"', 'data-priority="2"'].map(
      (priority) =>
        `<script async nonce="${NONCE}" src="/widget/fourfold.js" data-survey="nps csat" data-sample="0" ${priority}></script>`,
    );
    const page = await visit({ before: EVERY_METHOD_THROWS, body: first + second });
    await page.until("window.fourfold?.explain().csat?.rule === 'sample'");
    await page.ask("[fourfold.event('x'), fourfold.context({ a: 1 }), fourfold.hide(), 0].length");
    expect(await page.ask('fourfold.pending()')).toBe(0);
    expect(await page.heard()).toEqual(QUIET);
    expect(new Set(site.received.map(({ path }) => path))).toEqual(new Set(['/widget/fourfold.js']));
  });

  it('B18: a polluted Object.prototype and Array.prototype: the same verdicts as on a plain page', async () => {
    const { visit } = bench();
    const pollution = `Object.assign(Object.prototype, { when: { sample: 0 }, sample: 0, url: '/nowhere', id: 'page', raw: {}, until: 'never', signal: true, priority: 9 });
      Object.assign(Array.prototype, { state: 'loading', when: {}, tag: null });`;
    const explained: unknown[] = [];
    for (const before of ['', pollution]) {
      const page = await visit({ tag: 'data-survey="nps csat" data-delay="600"', before });
      await page.until("window.fourfold?.explain().csat?.rule === 'waiting'");
      explained.push(await page.ask('JSON.stringify(fourfold.explain())'));
      expect(await page.heard()).toEqual(QUIET);
    }
    expect(explained[1]).toBe(explained[0]);
  });

  for (const method of ['at', 'every', 'flatMap', 'slice'])
    it(`B19: Array#${method} that throws: one line, no prompt, and nothing thrown into the page`, async () => {
      const { visit } = bench();
      const page = await visit({ tag: TAG, before: throwing(method) });
      await page.until('heard.said.length > 0');
      const said = [`fourfold: survey "nps" is not shown: page: ${method}`];
      expect(await page.heard()).toEqual({ ...QUIET, said });
      expect(await page.ask("root?.querySelector('.card') ?? null")).toBe(null);
    });
});

function throwing(method: string): string {
  return `Array.prototype.${method} = () => { throw new Error('page: ${method}'); };`;
}
