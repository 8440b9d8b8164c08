import type { Plugin } from 'vite';
import { bundled } from './bundled.ts';

const SUFFIX = '?source';

/**
 * Gives a worker to the page as text: `import source from './engine.worker.ts?source'`.
 *
 * Vite's own inline workers call `new Worker` with a string, which a page under Trusted Types refuses; with the text
 * the page makes the blob itself, under a policy that lets nothing else through.
 */
export function workerSource(): Plugin {
  return {
    name: 'fourfold-worker-source',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined;
      const entry = id.slice(0, -SUFFIX.length);
      const text = await bundled(entry, 'fourfoldEngine');
      return `export default ${JSON.stringify(text)};`;
    },
  };
}
