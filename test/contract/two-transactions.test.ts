import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { StoreFailure, type AnswerStore } from '../../demo/collector/answer-store.ts';
import type { Pool } from '../../demo/collector/postgres-pools.ts';
import { openPostgresStore } from '../../demo/collector/postgres-store.ts';
import { idOf, record } from '../demo/collector/open-collector.ts';
import { postgresKind } from '../support/store-homes.ts';

// A server has to be started for it, or PGlite to be copied.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const kind = await postgresKind();
const now = new Date('2026-03-01T12:00:00Z');
const refs = (...ns: number[]): object[] => ns.map((n) => ({ id: idOf(n), revision: 1 }));

/** A pool whose connections cannot be had from a moment on. */
function breakable(pool: Pool): Pool & { left: number } {
  return {
    left: Infinity,
    connect() {
      return this.left-- > 0 ? pool.connect() : Promise.reject(new Error('the server has gone'));
    },
    end: () => pool.end(),
  };
}

describe(`new and known answers in one post, on ${kind.name}`, () => {
  let store: AnswerStore;
  let remove: () => Promise<void>;
  afterEach(async () => {
    await store.close();
    await remove();
  });
  afterAll(() => kind.end());

  it('are kept in two transactions: when the second fails there is no receipt, and the next post has it', async () => {
    const home = await kind.home();
    ({ remove } = home);
    const writes = breakable(home.pool());
    store = await openPostgresStore({ writes, reads: home.pool() });
    await store.put([record(1)], now);
    writes.left = 1;
    await expect(store.put([record(1), record(2)], now)).rejects.toBeInstanceOf(StoreFailure);
    writes.left = Infinity;
    expect(await store.put([record(1), record(2)], now)).toEqual({
      stored: [],
      duplicate: refs(1, 2),
      refused: [],
    });
  });
});
