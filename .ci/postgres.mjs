import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { findProgram, installPackages } from './program.mjs';

/** Debian keeps each version in a folder of its own, off the PATH; the newest comes first. */
const FOLDER = '/usr/lib/postgresql';

/** Path of the server `postgres`: `POSTGRES_PATH`, else one on the PATH, else the newest of Debian's; else undefined. */
export function findPostgres() {
  return findProgram({ variable: 'POSTGRES_PATH', names: ['postgres'], places: debianServers() });
}

/** As {@link findPostgres}; on a Debian as root it installs one where there is none. Throws with the remedy. */
export function ensurePostgres() {
  if (findPostgres() === undefined) installPackages(['postgresql']);
  const found = findPostgres();
  if (found !== undefined) return found;
  throw new Error(
    'setup: these tests need PostgreSQL. Install it (Debian: apt-get install postgresql), or set POSTGRES_PATH to the program postgres, and run this again.',
  );
}

function debianServers() {
  if (!existsSync(FOLDER)) return [];
  const versions = readdirSync(FOLDER).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(FOLDER, version, 'bin', 'postgres'));
}
