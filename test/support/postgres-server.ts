import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres } from '../../.ci/postgres.mjs';
import { freePort } from './free-port.ts';

const READY_MS = 20_000;
const ASK_EVERY_MS = 50;
/** How long it is started again where it ends at once, in ms. */
const LET_GO_MS = 2_000;

/** A PostgreSQL server of the tests' own, on a port of loopback, with a data folder of its own. */
export interface PostgresServer {
  /** Address of its database `postgres`, as a user who may do everything. */
  readonly url: string;
  readonly version: string;
  readonly folder: string;
  /** Kills it as a power cut would, all of its processes at once. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port, and resolves once it answers. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Starts a {@link PostgresServer} from the programs on this machine; undefined where there are none. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const program = findPostgres();
  if (program === undefined) return undefined;
  const owner = ownerIds();
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-postgres-'));
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initdb = join(dirname(program), 'initdb');
  const made = spawnSync(initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...owner,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`startPostgres: initdb failed\n${made.stdout}${made.stderr}`);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const args = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    // A group of its own, so that it can be killed whole.
    const begin = (): ChildProcess =>
      spawn(program, args, { ...owner, cwd: folder, stdio: 'ignore', detached: true });
    child = begin();
    // Processes of one that was killed hold its memory for a moment, beside which no other starts.
    for (let waitedMs = 0; !(await isReady(url, child)); waitedMs += ASK_EVERY_MS) {
      if (waitedMs >= LET_GO_MS) throw new Error(`startPostgres: it ended with code ${child.exitCode}`);
      await passed(ASK_EVERY_MS);
      child = begin();
    }
  };
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
    await gone;
  };
  await start();
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
  return {
    url,
    version,
    folder,
    start,
    kill: () => stop('SIGKILL'),
    remove: async () => {
      await stop('SIGINT');
      rmSync(folder, { recursive: true });
    },
  };
}

/** Resolves once it answers, or with false when it has ended. */
async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < READY_MS; waitedMs += ASK_EVERY_MS) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      if (child.exitCode !== null) return false;
      await passed(ASK_EVERY_MS); // it refuses connections while it starts
    }
  }
  throw new Error(`startPostgres: expected it to answer within ${READY_MS} ms`);
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian's package has made for it. */
function ownerIds(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (which: string): number => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
