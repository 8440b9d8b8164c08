import type { Plugin } from 'vite';

/**
 * An import of a chunk beside this one, whatever the quotes. Words for a first question are left out: they are many,
 * and without them there is no prompt yet.
 */
const IMPORT = /\bimport\(\s*((["'`])\.\/(?![\w-]+-first-)[^"'`]+\2)\s*\)/g;
const AGAIN =
  'const failedImports = {}, importAgain = (first, path) => ' +
  '(failedImports[path] ? import(path + failedImports[path]) : first())' +
  '.catch((error) => { failedImports[path] = (failedImports[path] ?? "") + "?"; throw error; });\n';

/**
 * Has a chunk that could not be had asked for under another address the next time. Chromium remembers for as long as
 * the page lives that a module failed, and would never ask for it again; a kiosk's page lives for days. The first time
 * it is asked for as it was written, so that a site's own bundler finds it.
 *
 * @see https://github.com/whatwg/html/issues/6768
 */
export function importsAgain(): Plugin {
  return {
    name: 'fourfold-imports-again',
    renderChunk(code) {
      const replaced = code.replace(IMPORT, 'importAgain(() => import($1), $1)');
      return replaced === code ? null : { code: AGAIN + replaced };
    },
  };
}
