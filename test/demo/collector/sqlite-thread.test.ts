import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoreFailure } from '../../../demo/collector/answer-store.ts';
import { offersOf } from '../../../demo/collector/offer.ts';
import { writeInThread } from '../../../demo/collector/sqlite-thread.ts';
import { idOf, record } from './open-collector.ts';

/** The built collector: a thread can run no TypeScript. */
const PROGRAM = new URL('../../../dist/collector.js', import.meta.url);
/** Its thread ends at once, as a fault in the database's own code would end it. */
const BROKEN = new URL('data:text/javascript,throw new Error("gone")');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-thread-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const offers = (...numbers: number[]) =>
  offersOf(
    numbers.map((number) => record(number)),
    '2026-03-01T12:00:00.000Z',
  );

describe('writeInThread(file, program)', () => {
  it('gives a receipt for each post, and has what it names when it is opened again', async () => {
    const file = join(folder, 'answers.db');
    const first = writeInThread(file, PROGRAM);
    const receipts = await first.put([offers(1, 2), offers(3)]);
    expect(receipts.map(({ stored }) => stored.map(({ id }) => id))).toEqual([[idOf(1), idOf(2)], [idOf(3)]]);
    await first.close();
    const second = writeInThread(file, PROGRAM);
    expect(await second.put([offers(2)])).toMatchObject([
      { stored: [], duplicate: [{ id: idOf(2), revision: 1 }] },
    ]);
    expect(await second.erase({ touchpoint: 'arrivals' }, new Date('2026-03-02'))).toBe(3);
    await second.emptyLog();
    await second.close();
  });

  it('says why the file cannot be opened, and opens it once it can be', async () => {
    const writer = writeInThread(join(folder, 'later', 'answers.db'), PROGRAM);
    const error = await writer.put([]).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unavailable' });
    expect(String((error as StoreFailure).cause)).toContain('Unable to open');
    mkdirSync(join(folder, 'later'));
    expect(await writer.put([offers(1)])).toMatchObject([{ stored: [{ id: idOf(1) }] }]);
    await writer.close();
  });

  it('keeps nobody waiting for a thread that is gone', async () => {
    const writer = writeInThread(join(folder, 'answers.db'), BROKEN);
    const calls = [writer.put([offers(1)]), writer.put([offers(2)])];
    for (const call of calls) await expect(call).rejects.toMatchObject({ code: 'unavailable' });
    await expect(writer.put([offers(3)])).rejects.toMatchObject({ cause: { message: 'gone' } });
  });
});
