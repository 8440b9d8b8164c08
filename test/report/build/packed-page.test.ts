import { describe, expect, test } from 'vitest';
import { packedPage } from '../../../report/build/packed-page.ts';
import { PACKED_ID, unpacked } from '../../../report/unpack.ts';

const SCRIPT = `console.log("$& $1 ${'一二三 '.repeat(400)}");`;
const PAGE = `<!doctype html><html><head><script type="module" crossorigin>${SCRIPT}</script></head><body>
<script type="application/json" id="fourfold-data"></script></body></html>`;

async function built(page: string): Promise<string> {
  const { generateBundle } = packedPage();
  if (typeof generateBundle !== 'object') throw new TypeError('expected a hook with an order');
  const bundle = { 'index.html': { type: 'asset', fileName: 'index.html', source: page } };
  const handler = generateBundle.handler as unknown as (options: object, bundle: object) => Promise<void>; // uses no more of it
  await handler({}, bundle);
  return bundle['index.html'].source;
}

describe('packedPage', () => {
  test('carries the script so that it comes out as it went in', async () => {
    const page = await built(PAGE);
    const data = new RegExp(`<script type="text/plain" id="${PACKED_ID}">([^<]*)</script>`).exec(page)?.[1];
    expect(await unpacked(data ?? '')).toBe(SCRIPT);
    expect(page.length).toBeLessThan(PAGE.length);
  });

  test('carries the style with the script, which adopts it first', async () => {
    const page = await built(PAGE.replace('</head>', '<style>p::before { content: "·" }</style></head>'));
    expect(page).not.toContain('<style');
    const data = new RegExp(`id="${PACKED_ID}">([^<]*)</script>`).exec(page)?.[1];
    const [style, script] = (await unpacked(data ?? '')).split('unshift(sheet)}');
    expect(style).toContain(String.raw`replaceSync("p::before { content: \"·\" }")`);
    expect(script).toBe(SCRIPT);
  });

  test('runs one script, after the block for data', async () => {
    const page = await built(PAGE);
    expect(page.match(/<script type="module"/g)).toHaveLength(1);
    expect(page.indexOf('<script type="module"')).toBeGreaterThan(page.indexOf('fourfold-data'));
  });

  test('refuses a page without its script', async () => {
    await expect(built('<!doctype html><body></body>')).rejects.toThrow(TypeError);
  });
});
