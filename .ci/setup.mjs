// Makes a fresh clone ready with Node alone: packages; with --browser a Chromium for the tests, with --browsers the
// others in which they run, with --postgres a server for the collector's, with --clickhouse and --duckdb the databases
// that count answers.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { ensureBrowser } from './browser.mjs';
import { ensureClickhouse } from './clickhouse.mjs';
import { ensureFirefox } from './firefox.mjs';
import { ensurePostgres } from './postgres.mjs';
import { ensureWebkit } from './webkit.mjs';

const MIN_NODE = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

try {
  requireNode();
  installPackages();
  if (process.argv.includes('--browser')) console.log(`setup: browser ${ensureBrowser()}`);
  if (process.argv.includes('--browsers')) {
    console.log(`setup: browser ${ensureFirefox()}`);
    console.log(`setup: browser ${ensureWebkit().browser}`);
  }
  if (process.argv.includes('--postgres')) console.log(`setup: PostgreSQL ${ensurePostgres()}`);
  if (process.argv.includes('--clickhouse')) console.log(`setup: ClickHouse ${ensureClickhouse()}`);
  if (process.argv.includes('--duckdb')) installPackages(join(root, 'test/bench/report'));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  throw new Error(`setup: Node ${MIN_NODE.join('.')} or newer is needed, this is ${process.versions.node}.`);
}

function installPackages(folder = root) {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(folder, 'node_modules', '.fourfold-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('setup: installing packages (npm ci)');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    throw new Error(
      'setup: npm ci failed; its own message stands above. Check the connection to the npm registry.',
    );
  }
  writeFileSync(stamp, lock);
}
