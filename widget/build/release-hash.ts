import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** All that chunks are made from. */
const FOLDERS = ['shared', 'widget'];
const FILES = ['package-lock.json', 'vite.config.ts'];

/**
 * The one hash in the names of all chunks that the loader asks for: four characters of the sources' SHA-256. A hash for
 * each of them would cost every visitor twice as many bytes as the names.
 */
export function releaseHash(): string {
  const sources = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const hash = createHash('sha256');
  for (const path of [...sources.sort(), ...FILES]) hash.update(path).update(readFileSync(path));
  return hash.digest('base64url').slice(0, 4);
}
