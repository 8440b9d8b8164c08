import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerStore } from '../../../demo/collector/answer-store.ts';
import { StoreFailure } from '../../../demo/collector/answer-store.ts';
import { BODY_LIMIT, DEPTH_LIMIT, KEY_LIMIT, RECORD_LIMIT } from '../../../demo/collector/limits.ts';
import { parseReceipt } from '../../../shared/answers/receipt.ts';
import { BASE, CollectorUnderTest, idOf, record } from './open-collector.ts';

let collector: CollectorUnderTest;
beforeEach(() => {
  collector = new CollectorUnderTest();
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

describe('POST /responses: bodies it refuses', () => {
  const nested = '['.repeat(DEPTH_LIMIT) + ']'.repeat(DEPTH_LIMIT);
  const names = Array.from({ length: KEY_LIMIT + 1 }, (_, at) => `"${at.toString(36)}":1`).join(',');
  it.each<[string, BodyInit, string]>([
    ['nothing', '', 'json'],
    ['no JSON', 'records', 'json'],
    ['JSON cut off', '{"records":[', 'json'],
    ['no records', '{}', 'records'],
    ['records that are no array', '{"records":{}}', 'records'],
    ['an array', '[]', 'records'],
    ['null', 'null', 'records'],
    ['100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000), 'depth'],
    ['one level too many', `{"records":${nested}}`, 'depth'],
    ['too many names', `{${names}}`, 'keys'],
    ['the same name twice', '{"records":[],"records":[]}', 'duplicate-name'],
    ['the same name twice, once escaped', '{"records":[],"r\\u0065cords":[]}', 'duplicate-name'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 'encoding'],
  ])('answers %s with 400 and a short reason', async (_, body, code) => {
    const response = await collector.send(body);
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({ error: { code } });
    expect(text.length).toBeLessThanOrEqual(200);
  });

  it('does not take a brace or a colon inside a text for structure', async () => {
    const why = '{"a":1,"a":2} [[[[[[[[[[[[[[[[[[[[ \\" : {';
    const response = await collector.post([record(1, { answers: { why } })]);
    expect(await response.json()).toMatchObject({ stored: [{ id: idOf(1) }] });
  });

  it('answers a body over the limit with 413 and stores nothing of it', async () => {
    const body = JSON.stringify({ records: [record(1)] }) + ' '.repeat(BODY_LIMIT);
    const response = await collector.send(body);
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ error: { code: 'too-large' } });
    expect(await collector.records()).toEqual([]);
  });

  it('takes a body of exactly the limit', async () => {
    const body = JSON.stringify({ records: [record(1)] });
    expect((await collector.send(body.padEnd(BODY_LIMIT))).status).toBe(200);
  });

  it('stops reading an endless body that names no length', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const request = new Request(`${BASE}/responses`, {
      method: 'POST',
      body: endless,
      headers: { 'Content-Type': 'application/json' },
      duplex: 'half',
    } as RequestInit); // `duplex` is asked for by Node and missing in the DOM's types
    expect((await collector.app.request(request)).status).toBe(413);
    expect(sent).toBeLessThan(2 * BODY_LIMIT);
  });

  it('answers more records than it takes at once with 413', async () => {
    const response = await collector.post(Array.from({ length: RECORD_LIMIT + 1 }, () => 0));
    expect(response.status).toBe(413);
  });

  it.each([['application/x-www-form-urlencoded'], ['multipart/form-data'], ['text/xml'], ['']])(
    'answers content type %j with 415',
    async (type) => {
      const response = await collector.send(new TextEncoder().encode('{"records":[]}'), {
        'Content-Type': type,
      });
      expect(response.status).toBe(415);
      expect(await response.json()).toMatchObject({ error: { code: 'content-type' } });
    },
  );

  it('answers a compressed body with 415', async () => {
    expect((await collector.post([record(1)], { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  it.each(['GET', 'PUT', 'PATCH'])('answers %s with 405 and the methods there are', async (method) => {
    const response = await collector.app.request(`${BASE}/responses`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, DELETE, OPTIONS');
    expect(await response.json()).toMatchObject({ error: { code: 'method' } });
  });

  it.each(['/nothing', '/.env', '/.git/config', '/responses/1', '/..%2f..%2fetc%2fpasswd', '/%00'])(
    'answers %s with 404',
    async (path) => {
      const response = await collector.app.request(BASE + path);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ error: { code: 'not-found' } });
    },
  );
});

describe('POST /responses: a store that fails', () => {
  const failing = (code: 'full' | 'unavailable') => (store: AnswerStore) => ({
    ...bound(store),
    put: () => Promise.reject(new StoreFailure(code, new Error('disk secret'))),
  });

  it.each([
    ['full', 507],
    ['unavailable', 503],
  ] as const)('answers %s with %i, never with a receipt', async (code, status) => {
    const faulty = new CollectorUnderTest({}, failing(code));
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
