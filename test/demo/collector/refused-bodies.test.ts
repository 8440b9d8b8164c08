import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BODY_LIMIT, DEPTH_LIMIT, KEY_LIMIT, RECORD_LIMIT } from '../../../demo/collector/limits.ts';
import { BASE, CollectorUnderTest, idOf, record } from './open-collector.ts';

let collector: CollectorUnderTest;
beforeEach(async () => {
  collector = await CollectorUnderTest.open();
});
afterEach(() => collector.remove());

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
