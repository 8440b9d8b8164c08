import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoreFailure } from '../../../demo/collector/answer-store.ts';
import { postOf } from '../../../demo/collector/offer.ts';
import { writeInThread } from '../../../demo/collector/sqlite-thread.ts';
import { record } from './open-collector.ts';

/** The built collector: a thread can run no TypeScript. */
const PROGRAM = new URL('../../../dist/collector.js', import.meta.url);
/** Its thread ends at once, as a fault in the database's own code would end it. */
const BROKEN = new URL('data:text/javascript,throw new Error("gone")');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-thread-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const post = (...numbers: number[]) =>
  postOf(
    numbers.map((number) => record(number)),
    '2026-03-01T12:00:00.000Z',
  );

describe('writeInThread(file, program)', () => {
  it('says what became of each post, and has what it stored when it is opened again', async () => {
    const file = join(folder, 'answers.db');
    const first = writeInThread(file, PROGRAM);
    expect(await first.put([post(1, 2), post(3)])).toEqual(['stored', 'stored']);
    await first.close();
    const second = writeInThread(file, PROGRAM);
    expect(await second.put([post(4, 2)])).toMatchObject([['stored', { revision: 1 }]]);
    expect(await second.erase({ touchpoint: 'arrivals' }, new Date('2026-03-02'))).toBe(4);
    await second.emptyLog();
    await second.close();
  });

  it('says why the file cannot be opened, and opens it once it can be', async () => {
    const writer = writeInThread(join(folder, 'later', 'answers.db'), PROGRAM);
    const error = await writer.put([]).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unavailable' });
    expect(String((error as StoreFailure).cause)).toContain('Unable to open');
    mkdirSync(join(folder, 'later'));
    expect(await writer.put([post(1)])).toEqual(['stored']);
    await writer.close();
  });

  it('keeps nobody waiting for a thread that is gone', async () => {
    const writer = writeInThread(join(folder, 'answers.db'), BROKEN);
    const calls = [writer.put([post(1)]), writer.put([post(2)])];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'unavailable' });
    await expect(writer.put([post(3)])).rejects.toMatchObject({ cause: { message: 'gone' } });
  });
});
