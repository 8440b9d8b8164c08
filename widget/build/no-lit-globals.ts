import type { Plugin } from 'vite';

/** Where Lit asks the page for its polyfill, and notes its version for a warning of its development build. */
const GLOBALS = /,\w+=\w+\.litHtmlPolyfillSupport;.+?\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/;

/** Takes out of Lit what it reads from every `window` and leaves there. */
export function noLitGlobals(): Plugin {
  return {
    name: 'fourfold-no-lit-globals',
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return null;
      if (!GLOBALS.test(code)) throw new TypeError('no-lit-globals: expected the globals of lit-html');
      return { code: code.replace(GLOBALS, ';'), map: null };
    },
  };
}
