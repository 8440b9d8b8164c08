import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TOMBSTONE_DAYS } from '../../demo/collector/answer-store.ts';
import { CollectorUnderTest, idOf, record } from '../demo/collector/open-collector.ts';
import type { StoreKind } from '../support/store-homes.ts';

/** What a collector erases, on any store. */
export function erasure(kind: StoreKind): void {
  let collector: CollectorUnderTest;
  beforeEach(async () => {
    collector = await CollectorUnderTest.open({}, await kind.home());
    await collector.post([
      record(1, { context: { customer: '42', tier: 'gold' } }),
      record(2, { context: { customer: '42', tier: 'plain' } }),
      record(3, { context: { customer: '7', tier: 'gold' } }),
      record(4, { context: {} }),
    ]);
  });
  afterEach(() => collector.remove());

  const left = async (): Promise<unknown[]> => (await collector.records()).map(({ id }) => id);

  describe('DELETE /responses?context.<field>=<value>', () => {
    it('erases the records with that value and says how many', async () => {
      const response = await collector.owner('/responses?context.customer=42', 'DELETE');
      expect(await response.json()).toEqual({ removed: 2 });
      expect(await left()).toEqual([idOf(3), idOf(4)]);
    });

    it('erases only records that have all the values named', async () => {
      await collector.owner('/responses?context.customer=42&context.tier=gold', 'DELETE');
      expect(await left()).toEqual([idOf(2), idOf(3), idOf(4)]);
    });

    it('erases none for a value that no record has', async () => {
      const response = await collector.owner('/responses?context.customer=8', 'DELETE');
      expect(await response.json()).toEqual({ removed: 0 });
      expect(await left()).toHaveLength(4);
    });

    it.each([
      '',
      '?customer=42',
      '?context.customer=',
      '?context.=42',
      '?context.customer=42&context.customer=7',
      '?context.a%22%5D=1',
      '?survey=airport',
    ])('refuses %j rather than guess what to erase', async (query) => {
      const response = await collector.owner(`/responses${query}`, 'DELETE');
      expect(response.status).toBe(400);
      expect(await left()).toHaveLength(4);
    });

    it('refuses a later revision of an erased record', async () => {
      await collector.owner('/responses?context.customer=42', 'DELETE');
      const response = await collector.post([record(1, { revision: 9 }), record(5)]);
      expect(await response.json()).toMatchObject({
        stored: [{ id: idOf(5), revision: 1 }],
        refused: [{ id: idOf(1), revision: 9, code: 'erased' }],
      });
    });

    it('remembers the erasure over a restart, and for 400 days', async () => {
      await collector.owner('/responses?context.customer=42', 'DELETE');
      await collector.reopen();
      collector.now = new Date(collector.now.getTime() + TOMBSTONE_DAYS * 86_400_000);
      expect(await (await collector.post([record(1)])).json()).toMatchObject({
        refused: [{ code: 'erased' }],
      });
      collector.now = new Date(collector.now.getTime() + 1);
      expect(await (await collector.post([record(1)])).json()).toMatchObject({ stored: [{ id: idOf(1) }] });
    });
  });
}
