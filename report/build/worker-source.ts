import { deflateRawSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

const SUFFIX = '?source';

/**
 * Gives a worker to the page as deflated text in base64: `import source from './engine.worker.ts?source'`.
 *
 * Vite's own inline workers call `new Worker` with a string, which a page under Trusted Types refuses; with the text
 * the page makes the blob itself, under a policy that lets nothing else through. Deflated, the text takes half the room.
 */
export function workerSource(): Plugin {
  return {
    name: 'fourfold-worker-source',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(SUFFIX)) return undefined;
      const entry = id.slice(0, -SUFFIX.length);
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        build: {
          write: false,
          target: 'es2022',
          minify: true,
          lib: { entry, formats: ['iife'], name: 'fourfoldEngine' },
        },
      });
      const [output] = [built].flat();
      if (!output || !('output' in output))
        throw new TypeError(`worker-source: expected a bundle of ${entry}`);
      return `export default ${JSON.stringify(deflateRawSync(output.output[0].code, { level: 9 }).toString('base64'))};`;
    },
  };
}
