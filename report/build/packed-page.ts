import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { encode85 } from '../base85.ts';
import { PACKED_ID } from '../unpack.ts';
import { bundled } from './bundled.ts';

const MODULE = /<script type="module"[^>]*>([\s\S]*?)<\/script>/;
const STYLE = /<style[^>]*>([\s\S]*?)<\/style>\s*/g;

/**
 * Carries the page's script and style deflated, in a block that is data, with a few lines that unpack it: the file that
 * people mail and keep is half as large. The style is adopted by the script, before it draws anything.
 */
export function packedPage(): Plugin {
  return {
    name: 'fourfold-packed-page',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const unpacking = await bundled('report/unpack-page.ts', 'fourfoldUnpack');
        for (const asset of Object.values(bundle)) {
          if (asset.type !== 'asset' || !asset.fileName.endsWith('.html')) continue;
          asset.source = packed(String(asset.source), unpacking);
        }
      },
    },
  };
}

function packed(page: string, unpacking: string): string {
  const [script, text] = MODULE.exec(page) ?? [];
  if (script === undefined || text === undefined)
    throw new TypeError('packed-page: expected a page with its script in it');
  const css = [...page.matchAll(STYLE)].map(([, rules]) => rules).join('\n');
  const data = encode85(deflateRawSync(adopting(css) + text, { level: 9 }));
  // Functions, since a text for a replacement has signs of its own.
  return page
    .replace(STYLE, '')
    .replace(script, () => `<script type="text/plain" id="${PACKED_ID}">${data}</script>`)
    .replace('</body>', () => `<script type="module">${unpacking.trim()}</script></body>`);
}

/** A style sheet that a script makes needs no allowance in the page's policy. */
function adopting(css: string): string {
  if (css === '') return '';
  return `{const sheet=new CSSStyleSheet;sheet.replaceSync(${JSON.stringify(css)});document.adoptedStyleSheets.unshift(sheet)}`;
}
