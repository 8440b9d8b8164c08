import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALLOWED_ORIGIN, BASE, CollectorUnderTest, TOKEN, record } from './open-collector.ts';

let collector: CollectorUnderTest;
beforeEach(async () => {
  collector = await CollectorUnderTest.open();
});
afterEach(() => collector.remove());

const host = { Host: 'collector.example' };

describe('originPolicy(allowed)', () => {
  it('echoes an allowed origin exactly, without credentials', async () => {
    const response = await collector.post([record(1)], { ...host, Origin: ALLOWED_ORIGIN });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(ALLOWED_ORIGIN);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('vary')).toBe('Origin');
  });

  it('answers the preflight of an allowed origin', async () => {
    const response = await collector.app.request(`${BASE}/responses`, {
      method: 'OPTIONS',
      headers: { ...host, Origin: ALLOWED_ORIGIN, 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(ALLOWED_ORIGIN);
    expect(response.headers.get('access-control-allow-methods')).toBe('POST');
    expect(response.headers.get('access-control-allow-headers')).toBe('Content-Type');
  });

  it.each(['https://other.example', 'https://shop.example.evil.example', 'http://shop.example', 'null'])(
    'refuses %s, preflight and post, and stores nothing',
    async (Origin) => {
      const headers = { ...host, Origin };
      const preflight = await collector.app.request(`${BASE}/responses`, { method: 'OPTIONS', headers });
      const response = await collector.post([record(1)], headers);
      for (const answer of [preflight, response]) {
        expect(answer.status).toBe(403);
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
        expect(answer.headers.get('vary')).toBe('Origin');
      }
      expect(await collector.records()).toEqual([]);
    },
  );

  it.each(['http://collector.example', 'https://collector.example'])(
    'always lets its own origin through (%s)',
    async (Origin) => {
      expect((await collector.post([record(1)], { ...host, Origin })).status).toBe(200);
    },
  );

  it('lets a program through that names no origin', async () => {
    expect((await collector.post([record(1)], host)).status).toBe(200);
  });

  it('does not hand an export to a page of another site, even with the token', async () => {
    const headers = { ...host, Origin: 'https://other.example', Authorization: `Bearer ${TOKEN}` };
    expect((await collector.app.request(`${BASE}/export.csv`, { headers })).status).toBe(403);
  });
});
