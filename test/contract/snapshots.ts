import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerSnapshot } from '../../demo/collector/answer-store.ts';
import { CollectorUnderTest, idOf, record } from '../demo/collector/open-collector.ts';
import type { StoreKind } from '../support/store-homes.ts';

/** More than a store reads at once, and no multiple of it. */
const SEVERAL_PAGES = 1_234;

/** What a store shows of one moment while others write to it, on any store. */
export function snapshots(kind: StoreKind): void {
  let collector: CollectorUnderTest;
  beforeEach(async () => {
    collector = await CollectorUnderTest.open({}, await kind.home({ isReadWhileWritten: true }));
  });
  afterEach(() => collector.remove());

  describe('store.snapshot()', () => {
    it('does not see what is written after it was taken', async () => {
      await collector.post([record(1), record(2)]);
      const snapshot = await collector.store.snapshot();
      await collector.post([record(3), record(1, { revision: 2, answers: { csat: 1 } })]);
      expect(await idsAndRevisions(snapshot)).toEqual([
        [idOf(1), 1],
        [idOf(2), 1],
      ]);
      await snapshot.close();
      expect(await collector.records()).toHaveLength(3);
    });

    it('does not see what is erased or written while it is read, and has each row once', async () => {
      const records = Array.from({ length: SEVERAL_PAGES }, (_, at) => record(at));
      await collector.store.put(records, collector.now);
      const snapshot = await collector.store.snapshot();
      const seen: string[] = [];
      for await (const page of snapshot.pages({})) {
        if (seen.length === 0) await collector.store.erase({ touchpoint: 'arrivals' }, collector.now);
        await collector.post([record(SEVERAL_PAGES + seen.length)]);
        seen.push(...page.map(({ id }) => id));
      }
      await snapshot.close();
      expect(seen).toEqual(records.map(({ id }) => id));
    });

    it('is read again from its beginning', async () => {
      await collector.post([record(1)]);
      const snapshot = await collector.store.snapshot();
      expect(await idsAndRevisions(snapshot)).toEqual([[idOf(1), 1]]);
      expect(await idsAndRevisions(snapshot)).toEqual([[idOf(1), 1]]);
      await snapshot.close();
    });

    it('fails where it is closed in the middle, rather than end as if that were all', async () => {
      await collector.store.put(
        Array.from({ length: SEVERAL_PAGES }, (_, at) => record(at)),
        collector.now,
      );
      const snapshot = await collector.store.snapshot();
      const pages = snapshot.pages({})[Symbol.asyncIterator]();
      await pages.next();
      await snapshot.close();
      await expect(pages.next()).rejects.toMatchObject({ code: 'unavailable' });
    });
  });
}

async function idsAndRevisions(snapshot: AnswerSnapshot): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for await (const page of snapshot.pages({}))
    for (const { id, revision } of page) found.push([id, revision]);
  return found;
}
