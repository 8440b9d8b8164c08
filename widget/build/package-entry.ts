import type { Plugin } from 'vite';

/** What the loader asks for. */
const CHUNKS = ['aside', 'outbox', 'prompt'];

/**
 * Makes the package's entry a module that bundlers understand: chunks are imported by literal names, from beside it,
 * so that script tag and package share them; and where there is no page, as on a server, it does nothing.
 *
 * @param release the hash in the names of the chunks that the loader asks for
 */
export function packageEntry(release: string): Plugin {
  const imports = CHUNKS.map((name) => `${name}:()=>import('./chunks/${name}-${release}.js')`);
  return {
    name: 'fourfold-package-entry',
    enforce: 'pre',
    resolveId: (source) => (source.startsWith('./chunks/') ? { id: source, external: true } : null),
    load: (id) =>
      id.endsWith('/widget/chunks.ts')
        ? `const chunks={${imports.join()}};export const loadChunk=(name)=>chunks[name]()`
        : null,
    renderChunk: (code) => ({ code: `if(typeof document<'u'){${code}}`, map: null }),
  };
}
