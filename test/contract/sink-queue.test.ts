import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnswerStore } from '../../demo/collector/answer-store.ts';
import type { Pool } from '../../demo/collector/postgres-pools.ts';
import { postgresQueue, type SinkQueue } from '../../demo/collector/sink-queue.ts';
import type { SinkRow } from '../../demo/collector/sink.ts';
import type { AnswerRecord } from '../../shared/answers/answer-record.ts';
import { idOf, record } from '../demo/collector/open-collector.ts';
import { postgresKind } from '../support/store-homes.ts';

// A server has to be started for it, or PGlite.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const NOW = new Date('2026-03-01T12:00:00.000Z');
const kind = await postgresKind();

describe(`postgresQueue(pool) on ${kind.name}`, () => {
  let home: Awaited<ReturnType<typeof kind.home>>;
  let store: AnswerStore;
  let pool: Pool;
  let queue: SinkQueue;
  /** What a sink has been told: of an id the row of the highest version. */
  let told: Map<string, SinkRow>;
  /** What one call has handed on. */
  let batches: (readonly SinkRow[])[];

  beforeEach(async () => {
    home = await kind.home();
    store = await home.open();
    pool = home.pool();
    queue = postgresQueue(pool);
    told = new Map();
    batches = [];
  });
  afterEach(async () => {
    await queue.close();
    await store.close();
    await home.remove();
  });
  afterAll(() => kind.end());

  const take = (rows: readonly SinkRow[]): Promise<void> => {
    batches.push(rows);
    for (const row of rows) {
      if ((told.get(row.id)?.version ?? 0) <= row.version) told.set(row.id, row);
    }
    return Promise.resolve();
  };
  const feed = (): Promise<boolean> => queue.feed(take);
  const put = (...records: AnswerRecord[]): Promise<unknown> => store.put(records, NOW);
  /** What the sink would be read as: revision by id. */
  const read = (): Record<string, number> =>
    Object.fromEntries([...told.values()].flatMap((row) => (row.erased ? [] : [[row.id, row.revision]])));
  const sql = async (text: string): Promise<unknown[]> => {
    const session = await pool.connect();
    const { rows } = await session.query(text);
    session.release();
    return rows;
  };

  it('is missing what came before it, and knows that', async () => {
    await put(record(1), record(2));
    expect(await queue.open(0)).toBe(true);
    await feed();
    expect(read()).toEqual({});
    await queue.fill();
    await feed();
    expect(read()).toEqual({ [idOf(1)]: 1, [idOf(2)]: 1 });
    expect(await queue.open(2)).toBe(false);
  });

  it('hands on answers as they are stored, byte for byte, and each change once', async () => {
    await queue.open(0);
    await put(record(1, { answers: { why: 'é\u2028🙂"\\' } }));
    expect(await feed()).toBe(false);
    expect(told.get(idOf(1))).toEqual({
      ...{
        id: idOf(1),
        version: expect.any(Number) as number,
        erased: false,
        revision: 1,
        survey: 'airport',
      },
      ...{ shownDay: '2026-02-27', receivedAt: NOW.toISOString() },
      payload: JSON.stringify(record(1, { answers: { why: 'é\u2028🙂"\\' } })),
    });
    await feed();
    expect(batches).toHaveLength(1);
  });

  it('hands on a higher revision above the lower, and nothing for a duplicate', async () => {
    await queue.open(0);
    await put(record(1), record(2));
    await feed();
    await put(record(1, { revision: 4 }), record(2));
    await put(record(1, { revision: 3 }));
    await feed();
    expect(batches[1]).toHaveLength(1);
    expect(read()).toEqual({ [idOf(1)]: 4, [idOf(2)]: 1 });
  });

  it('hands on an erasure without its content, and an answer that comes back above it', async () => {
    await queue.open(0);
    const context = { customer: '42' };
    await put(record(1, { context, revision: 5 }), record(2));
    await feed();
    await store.erase(context, NOW);
    await feed();
    expect(batches[1]).toEqual([{ id: idOf(1), version: expect.any(Number) as number, erased: true }]);
    expect(read()).toEqual({ [idOf(2)]: 1 });
    await store.put([record(1, { context, revision: 2 })], new Date('2027-06-01T00:00:00.000Z'));
    await feed();
    expect(read()).toEqual({ [idOf(1)]: 2, [idOf(2)]: 1 });
  });

  it('hands a batch on again that was taken and not forgotten', async () => {
    await queue.open(0);
    await put(record(1));
    const died = queue.feed(async (rows) => {
      await take(rows);
      throw new Error('killed');
    });
    await expect(died).rejects.toThrow('killed');
    await feed();
    expect(batches[1]).toEqual(batches[0]);
    await feed();
    expect(batches).toHaveLength(2);
  });

  it('hands on a change that commits after one with a higher number', async () => {
    await queue.open(0);
    await put(record(1), record(2), record(3));
    await sql(`DELETE FROM sink_change WHERE id = '${idOf(1)}'`);
    await feed();
    expect(read()).toEqual({ [idOf(2)]: 1, [idOf(3)]: 1 });
    await sql(`INSERT INTO sink_change OVERRIDING SYSTEM VALUE VALUES (1, '${idOf(1)}')`);
    await feed();
    expect(Math.min(...[...told.values()].map(({ version }) => version))).toBe(1);
    expect(read()).toEqual({ [idOf(1)]: 1, [idOf(2)]: 1, [idOf(3)]: 1 });
  });

  it('goes on above what the sink holds, where that is newer than the database', async () => {
    expect(await queue.open(0)).toBe(true);
    expect(await queue.open(5_000)).toBe(true);
    await put(record(1));
    await feed();
    expect(told.get(idOf(1))?.version).toBeGreaterThan(5_000);
    expect(await queue.open(5_001)).toBe(false);
  });

  it('hands on 4 MiB at once, however long answers are, and says that more is due', async () => {
    await queue.open(0);
    const long = 'x'.repeat(400_000);
    await put(...Array.from({ length: 14 }, (_, at) => record(at, { answers: { why: long } })));
    expect([await feed(), await feed(), await feed()]).toEqual([true, false, false]);
    expect(batches.map((rows) => rows.length)).toEqual([11, 3]);
  });

  it('fills from more answers than one transaction takes', async () => {
    await sql(`INSERT INTO answer (id, revision, survey, shown_day, received_at, payload_hash, payload)
      SELECT 'id-' || number, 1, 'airport', '2026-02-27', now(), '', '{}' FROM generate_series(1, 12000) AS number`);
    await queue.open(0);
    await queue.fill();
    while (await feed()) continue;
    expect(Object.keys(read())).toHaveLength(12_000);
  });
});
