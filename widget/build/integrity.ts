import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Writes `integrity.json` beside a built script: the SRI hash of each by its file name, for the `integrity` attribute
 * of its tag.
 */
export function integrity(): Plugin {
  return {
    name: 'fourfold-integrity',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const hashes = Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, hash(file.code)]] : [],
        );
        const source = `${JSON.stringify(Object.fromEntries(hashes), undefined, 2)}\n`;
        this.emitFile({ type: 'asset', fileName: 'integrity.json', source });
      },
    },
  };
}

function hash(code: string): string {
  return `sha384-${createHash('sha384').update(code).digest('base64')}`;
}
