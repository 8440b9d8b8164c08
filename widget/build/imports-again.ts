import type { Plugin } from 'vite';

/** An import of a chunk beside this one, whatever the quotes. */
const IMPORT = /\bimport\(\s*(["'`])(\.\/[^"'`]+)\1\s*\)/g;
const AGAIN =
  'const failedImports = {}, importAgain = (path) => ' +
  'import(path + (failedImports[path] ??= "")).catch((error) => { failedImports[path] += "?"; throw error; });\n';

/**
 * Has a chunk that could not be had asked for under another address the next time. Chromium remembers for as long as
 * the page lives that a module failed, and would never ask for it again; a kiosk's page lives for days.
 *
 * @see https://github.com/whatwg/html/issues/6768
 */
export function importsAgain(): Plugin {
  return {
    name: 'fourfold-imports-again',
    renderChunk(code) {
      const replaced = code.replace(IMPORT, 'importAgain($1$2$1)');
      return replaced === code ? null : { code: AGAIN + replaced };
    },
  };
}
