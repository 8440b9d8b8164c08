import { findProgram, installPackages } from './program.mjs';

const SERVER = {
  variable: 'CLICKHOUSE_SERVER_PATH',
  names: ['clickhouse-server'],
  places: ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'],
};

/** Path of the program `clickhouse-server`: `CLICKHOUSE_SERVER_PATH`, else one on the PATH, else Debian's; else undefined. */
export function findClickhouse() {
  return findProgram(SERVER);
}

/** As {@link findClickhouse}; on a Debian as root it installs one where there is none. Throws with the remedy. */
export function ensureClickhouse() {
  if (findClickhouse() === undefined) installPackages(['clickhouse-server']);
  const found = findClickhouse();
  if (found !== undefined) return found;
  throw new Error(
    'setup: these tests need ClickHouse. Install it (Debian: apt-get install clickhouse-server), or set CLICKHOUSE_SERVER_PATH to the program clickhouse-server, and run this again.',
  );
}
