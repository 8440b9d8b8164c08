import type { Plugin } from 'vite';

/**
 * Makes the package's entry a module that bundlers understand: chunks are imported by literal names, from beside it,
 * so that script tag and package share them; and where there is no page, as on a server, it does nothing.
 *
 * @param chunks file names by the names under which the loader asks for them
 */
export function packageEntry(chunks: Readonly<Record<string, string>>): Plugin {
  const imports = Object.entries(chunks).map(([name, file]) => `${name}:()=>import('./chunks/${file}')`);
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
