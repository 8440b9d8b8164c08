import { basename } from 'node:path';
import type { Plugin } from 'vite';

/** What files that a first question waits for share with others. */
const SMALL = /\/(phrases|write-json)\.ts$/;

/**
 * Gives each importer its own copy of modules so small that a file of their own would cost more: it would be asked for
 * only after the file that needs it has come.
 */
export function ownCopies(): Plugin {
  return {
    name: 'fourfold-own-copies',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = importer === undefined ? null : await this.resolve(source, importer, options);
      if (!resolved || !SMALL.test(resolved.id)) return null;
      return `${resolved.id}?of=${basename(importer ?? '', '.ts')}`;
    },
  };
}
