import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseReceipt } from '../../shared/answers/receipt.ts';
import { record } from '../demo/collector/open-collector.ts';
import { ask } from '../support/collector-places.ts';
import { startCollector, storedIds, type CollectorProcess } from '../support/collector-process.ts';
import { FULL, recordStored } from '../support/fault-cases.ts';
import { startPostgres } from '../support/postgres-server.ts';

/** In which a file of 1 MB is full; more posts than that are not sent. */
const MOST_POSTS = 200;
const RECORDS_A_POST = 50;
const isRoot = process.getuid?.() === 0;

/** Posts until the store is full, holds what C2 promises of that state, makes room and holds that it goes on. */
async function fillAndRecover(
  name: string,
  where: string,
  collector: CollectorProcess,
  makeRoom: () => void,
): Promise<void> {
  const receipted: string[] = [];
  let status = 0;
  let posts = 0;
  while (status !== 503 && posts < MOST_POSTS) status = await post(collector, posts++, receipted);
  expect(status).toBe(503);
  expect(posts).toBeGreaterThan(1);
  // Still full, still there, and still readable.
  expect(await post(collector, posts, receipted)).toBe(503);
  expect((await fetch(`${collector.address}/healthz`)).status).toBe(200);
  expect(await storedIds(collector)).toEqual(receipted);
  makeRoom();
  expect(await post(collector, posts + 1, receipted)).toBe(200);
  const ids = await storedIds(collector);
  recordStored(name, where, { given: receipted, stored: ids });
  expect(ids).toEqual(receipted);
  expect(await collector.stop()).toBe(0);
}

async function post({ address }: CollectorProcess, at: number, receipted: string[]): Promise<number> {
  const records = Array.from({ length: RECORDS_A_POST }, (_, item) => record(at * RECORDS_A_POST + item));
  const response = await fetch(`${address}/responses`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ records }),
  });
  const receipt = parseReceipt(await response.json());
  expect(receipt === undefined).toBe(response.status !== 200);
  receipted.push(...(receipt?.stored ?? []).map(({ id }) => id));
  return response.status;
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'fourfold-full-'));
}

describe('collector on a full disk', () => {
  it('C2 answers 503 and no receipt where the file may not grow, and goes on when it may', async () => {
    const folder = temporaryFolder();
    // The signal is what ends most programs at this limit; databases go by the error.
    const shell = "trap '' XFSZ; ulimit -S -f 2048";
    const collector = await startCollector({ file: join(folder, 'answers.db') }, [], { shell });
    await fillAndRecover('C2 file at its limit', 'SQLite', collector, () =>
      execFileSync('prlimit', ['--pid', String(collector.child.pid), '--fsize=unlimited']),
    );
    rmSync(folder, { recursive: true });
  });

  if (FULL && isRoot) {
    it('C2 answers 503 and no receipt where SQLite has no space, and goes on when it has', async () => {
      const folder = temporaryFolder();
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'fourfold', folder]);
      const collector = await startCollector({ file: join(folder, 'answers.db') });
      await fillAndRecover('C2 disk full', 'SQLite', collector, () =>
        execFileSync('mount', ['-o', 'remount,size=32m', folder]),
      );
      expect(collector.output()).toContain('collector: store full (SQLITE_FULL)');
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    });

    it('C2 answers 503 and no receipt where PostgreSQL has no space, and goes on when it has', async () => {
      const server = await startPostgres();
      if (server === undefined) throw new Error('C2: expected a PostgreSQL on this machine');
      const small = join(server.folder, 'small');
      mkdirSync(small);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'fourfold', small]);
      const { uid, gid } = statSync(join(server.folder, 'data'));
      chownSync(small, uid, gid);
      await ask(server.url, `CREATE TABLESPACE small LOCATION '${small}'`);
      await (await startCollector({ url: server.url })).stop();
      await ask(server.url, 'ALTER TABLE answer SET TABLESPACE small');
      const collector = await startCollector({ url: server.url });
      await fillAndRecover('C2 disk full', server.version, collector, () =>
        execFileSync('mount', ['-o', 'remount,size=32m', small]),
      );
      expect(collector.output()).toContain('collector: store full (53100)');
      await ask(server.url, 'DROP TABLE answer');
      await ask(server.url, 'DROP TABLESPACE small');
      execFileSync('umount', [small]);
      await server.remove();
    });
  }
});
