import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerStore } from '../../demo/collector/answer-store.ts';
import { StoreFailure } from '../../demo/collector/answer-store.ts';
import { parseReceipt } from '../../shared/answers/receipt.ts';
import { CollectorUnderTest, idOf, record } from '../demo/collector/open-collector.ts';
import type { StoreKind } from '../support/store-homes.ts';

/** What a collector answers to posts, on any store. */
export function receipts(kind: StoreKind): void {
  let collector: CollectorUnderTest;
  beforeEach(async () => {
    collector = await CollectorUnderTest.open({}, await kind.home());
  });
  afterEach(() => collector.remove());

  describe('POST /responses: the receipt', () => {
    it('names what it has stored, with the time of its arrival', async () => {
      const response = await collector.post([record(1), record(2)]);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('application/json');
      expect(await response.json()).toEqual({
        stored: [
          { id: idOf(1), revision: 1 },
          { id: idOf(2), revision: 1 },
        ],
        duplicate: [],
        refused: [],
      });
      expect(await collector.records()).toEqual([
        { ...record(1), receivedAt: '2026-03-01T12:00:00.000Z' },
        { ...record(2), receivedAt: '2026-03-01T12:00:00.000Z' },
      ]);
    });

    it('takes text/plain, as a page sends that is going away', async () => {
      const response = await collector.post([record(1)], { 'Content-Type': 'text/plain;charset=UTF-8' });
      expect(await response.json()).toMatchObject({ stored: [{ id: idOf(1) }] });
    });

    it('answers an empty list with an empty receipt', async () => {
      expect(await (await collector.post([])).json()).toEqual({ stored: [], duplicate: [], refused: [] });
    });

    it('calls the same revision with the same payload a duplicate, whatever the order of its names', async () => {
      await collector.post([record(1)]);
      const reordered = Object.fromEntries(Object.entries(record(1)).reverse());
      const response = await collector.post([reordered]);
      expect(await response.json()).toMatchObject({ stored: [], duplicate: [{ id: idOf(1), revision: 1 }] });
      expect(await collector.records()).toHaveLength(1);
    });

    it('replaces a revision by a higher one, and keeps one row', async () => {
      await collector.post([record(1, { answers: { csat: 3 } })]);
      const later = record(1, { revision: 3, answers: { csat: 5 } });
      expect(await (await collector.post([later])).json()).toMatchObject({ stored: [{ revision: 3 }] });
      expect(await collector.records()).toMatchObject([{ revision: 3, answers: { csat: 5 } }]);
    });

    it('names the stored revision when a lower one arrives late', async () => {
      await collector.post([record(1, { revision: 4 })]);
      const response = await collector.post([record(1, { revision: 2, answers: { csat: 1 } })]);
      expect(await response.json()).toEqual({
        stored: [],
        duplicate: [{ id: idOf(1), revision: 4 }],
        refused: [],
      });
      expect(await collector.records()).toMatchObject([{ revision: 4, answers: { csat: 4 } }]);
    });

    it('refuses another payload of a stored revision and leaves the row as it was', async () => {
      await collector.post([record(1)]);
      const response = await collector.post([record(1, { answers: { csat: 1 } })]);
      expect(await response.json()).toMatchObject({
        stored: [],
        refused: [{ id: idOf(1), revision: 1, code: 'conflict' }],
      });
      expect(await collector.records()).toMatchObject([{ answers: { csat: 4 } }]);
    });

    it('keeps the highest of several revisions in one body', async () => {
      const bodies = [1, 3, 2].map((revision) => record(1, { revision }));
      const receipt = parseReceipt(await (await collector.post(bodies)).json());
      expect(receipt?.stored).toEqual([
        { id: idOf(1), revision: 1 },
        { id: idOf(1), revision: 3 },
      ]);
      expect(receipt?.duplicate).toEqual([{ id: idOf(1), revision: 3 }]);
      expect(await collector.records()).toMatchObject([{ revision: 3 }]);
    });

    it('tells of each in a body that brings new ones, known ones, another payload and several revisions', async () => {
      await collector.post([record(1, { revision: 2 }), record(2), record(3)]);
      const bodies = [
        record(4),
        record(1, { revision: 2, answers: { csat: 1 } }),
        record(1, { revision: 3 }),
        record(2),
        record(3, { answers: { csat: 1 } }),
        record(5, { revision: 2 }),
        record(5),
      ];
      const ref = (number: number, revision: number) => ({ id: idOf(number), revision });
      expect(await (await collector.post(bodies)).json()).toMatchObject({
        stored: [ref(4, 1), ref(1, 3), ref(5, 2)],
        duplicate: [ref(2, 1), ref(5, 2)],
        refused: [
          { ...ref(1, 2), code: 'conflict' },
          { ...ref(3, 1), code: 'conflict' },
        ],
      });
      const kept = await collector.records();
      expect(kept).toHaveLength(5);
      for (const [number, revision] of [3, 1, 1, 1, 2].entries())
        expect(kept).toContainEqual(
          expect.objectContaining({ id: idOf(number + 1), revision, answers: record(1).answers }),
        );
    });

    it('keeps the order of a body', async () => {
      const numbers = Array.from({ length: 60 }, (_, at) => (37 * at) % 60);
      await collector.post(numbers.map((number) => record(number)));
      expect((await collector.records()).map(({ id }) => id)).toEqual(numbers.map(idOf));
    });

    it('stores the same record once when 100 posts of it arrive together', async () => {
      const receipts = await Promise.all(
        Array.from({ length: 100 }, async (): Promise<unknown> => (await collector.post([record(1)])).json()),
      );
      expect(receipts.filter((receipt) => (parseReceipt(receipt)?.stored.length ?? 0) === 1)).toHaveLength(1);
      expect(await collector.records()).toHaveLength(1);
    });
  });

  describe('POST /responses: items it refuses', () => {
    it('stores the good ones and names the bad one, with path and reason', async () => {
      const bad = { ...record(2), status: 'finished' };
      const response = await collector.post([record(1), bad, record(3)]);
      expect(response.status).toBe(200);
      const receipt = parseReceipt(await response.json());
      expect(receipt?.stored.map(({ id }) => id)).toEqual([idOf(1), idOf(3)]);
      expect(receipt?.refused).toMatchObject([{ id: idOf(2), revision: 1, code: 'invalid' }]);
      expect(receipt?.refused[0].reason).toMatch(/^status: expected one of shown/);
    });

    it.each([
      ['no object', 'text'],
      ['null', null],
      ['an empty object', {}],
      ['an id of another type', { ...record(1), id: 7 }],
      ['a revision of another type', { ...record(1), revision: '1' }],
      ['an unknown field', { ...record(1), password: 'x' }],
      ['a fraction for a score', { ...record(1), answers: { csat: 4.5 } }],
      ['an id that is far too long', { ...record(1), id: 'a'.repeat(10_000) }],
    ])('refuses %s and still answers with a whole receipt', async (_, item) => {
      const response = await collector.post([item]);
      const text = await response.text();
      expect(text.length).toBeLessThan(400);
      expect(parseReceipt(JSON.parse(text))).toMatchObject({ stored: [], refused: [{ code: 'invalid' }] });
      expect(await collector.records()).toEqual([]);
    });

    it.each([
      ['NUL', 'a\0b'],
      ['half a surrogate pair', 'a\ud83d'],
    ])('refuses a comment with %s, which a database would change', async (_, why) => {
      const response = await collector.post([record(1, { answers: { why } })]);
      expect(await response.json()).toMatchObject({
        refused: [
          {
            id: idOf(1),
            code: 'invalid',
            reason: 'answers.why: expected a text without NUL or half a character',
          },
        ],
      });
    });

    it('refuses a number beyond all numbers', async () => {
      const body = JSON.stringify({ records: [record(1)] }).replace('"csat":4', `"csat":1${'0'.repeat(400)}`);
      expect(await (await collector.send(body)).json()).toMatchObject({
        stored: [],
        refused: [{ id: idOf(1) }],
      });
    });

    it.each([
      ["'; DROP TABLE answer; --"],
      ['" OR 1=1'],
      ['=HYPERLINK("http://x.example")'],
      ['多谢 👍🏽'],
      ['line\r\nbreak'],
    ])('keeps the comment %j as it is', async (why) => {
      await collector.post([record(1, { answers: { why } })]);
      expect(await collector.records()).toMatchObject([{ answers: { why } }]);
    });
  });

  describe('POST /responses: a store that fails', () => {
    const failing = (code: 'full' | 'unavailable') => (store: AnswerStore) => ({
      ...bound(store),
      put: () => Promise.reject(new StoreFailure(code, new Error('disk secret'))),
    });

    it.each([
      ['full', 503],
      ['unavailable', 503],
    ] as const)('answers %s with %i, never with a receipt', async (code, status) => {
      const faulty = await CollectorUnderTest.open({}, await kind.home(), failing(code));
      const response = await faulty.post([record(1)]);
      const text = await response.text();
      expect(response.status).toBe(status);
      expect(parseReceipt(JSON.parse(text))).toBeUndefined();
      expect(text).not.toContain('secret');
      expect(faulty.problems).toEqual([`store ${code}`]);
      await faulty.remove();
    });
  });

  function bound(store: AnswerStore): AnswerStore {
    return {
      put: (records, at) => store.put(records, at),
      erase: (context, at) => store.erase(context, at),
      snapshot: () => store.snapshot(),
      close: () => store.close(),
    };
  }
}
