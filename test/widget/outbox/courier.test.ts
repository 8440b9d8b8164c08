import { describe, expect, it, vi } from 'vitest';
import { batchBody, BATCH_MAX, takeBatch } from '../../../widget/outbox/batch.ts';
import { createCourier, KEEPALIVE_LIMIT, TIMEOUT_MS } from '../../../widget/outbox/courier.ts';
import { keepEntry, MAX_ENTRIES, MAX_BYTES } from '../../../widget/outbox/keep-entry.ts';
import { writeJson } from '../../../widget/outbox/write-json.ts';
import { ENDPOINT, entry } from '../support/outbox-bench.ts';

function courierTo(answer: typeof fetch) {
  const send = vi.fn(answer);
  const signal = new AbortController().signal;
  const timeout = vi.fn<(ms: number) => AbortSignal>(() => signal);
  return { courier: createCourier(send, timeout), send, timeout, signal };
}

describe('courier.post(endpoint, body, farewell)', () => {
  it('sends no cookie, no referrer, follows no redirect, and ends after 10 s', async () => {
    const { courier, send, timeout, signal } = courierTo(() => Promise.resolve(new Response('{}')));
    await courier.post(ENDPOINT, '{}');
    expect(timeout).toHaveBeenCalledWith(TIMEOUT_MS);
    expect(send.mock.calls[0][0]).toBe(ENDPOINT);
    expect({ ...send.mock.calls[0][1] }).toEqual({
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      keepalive: true,
      signal,
    });
  });

  it('needs no preflight in its last words', async () => {
    const { courier, send } = courierTo(() => Promise.resolve(new Response('{}')));
    await courier.post(ENDPOINT, '{}', true);
    expect(Object.assign({}, send.mock.calls[0][1]?.headers)).toEqual({ 'Content-Type': 'text/plain' });
  });

  it('carries nothing that the page put on Object.prototype', async () => {
    const { courier, send } = courierTo(() => Promise.resolve(new Response('{}')));
    await courier.post(ENDPOINT, '{}');
    const options = send.mock.calls[0][1];
    expect(Object.getPrototypeOf(options)).toBeNull();
    expect(Object.getPrototypeOf(options?.headers)).toBeNull();
  });

  it('asks to outlive the page below the limit in bytes only', async () => {
    const { courier, send } = courierTo(() => Promise.resolve(new Response('{}')));
    await courier.post(ENDPOINT, 'x'.repeat(KEEPALIVE_LIMIT - 1));
    await courier.post(ENDPOINT, 'é'.repeat(KEEPALIVE_LIMIT / 2));
    expect(send.mock.calls.map(([, options]) => options?.keepalive)).toEqual([true, false]);
  });

  it('reads the response to its end', async () => {
    const headers = { 'Content-Type': 'application/json', 'Retry-After': '3' };
    const { courier } = courierTo(() => Promise.resolve(new Response('later', { status: 503, headers })));
    expect(await courier.post(ENDPOINT, '{}')).toEqual({
      kind: 'response',
      status: 503,
      contentType: 'application/json',
      retryAfter: '3',
      text: 'later',
    });
  });

  it('reports a failure instead of throwing, also when the body breaks off', async () => {
    const { courier } = courierTo(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await courier.post(ENDPOINT, '{}')).toEqual({ kind: 'failed' });
    const broken = new ReadableStream({ start: (stream) => stream.error(new TypeError('reset')) });
    const cut = courierTo(() => Promise.resolve(new Response(broken)));
    expect(await cut.courier.post(ENDPOINT, '{}')).toEqual({ kind: 'failed' });
  });

  it('makes its own time limit when none is given', async () => {
    const send = vi.fn<typeof fetch>(() => Promise.resolve(new Response()));
    await createCourier(send).post(ENDPOINT, '{}');
    expect(send.mock.calls[0][1]?.signal).toBeInstanceOf(AbortSignal);
  });
});

describe('takeBatch(entries)', () => {
  it('takes what goes to the endpoint of the first', () => {
    const entries = [entry('a', 1), entry('b', 1, { endpoint: '/other' }), entry('c', 1)];
    expect(takeBatch(entries).map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('takes one in status mode, and does not mix the modes', () => {
    const status = { mode: 'status' } as const;
    expect(takeBatch([entry('a', 1, status), entry('b', 1, status)])).toHaveLength(1);
    expect(takeBatch([entry('a', 1), entry('b', 1, status)])).toHaveLength(1);
  });

  it('stays within count and bytes, but takes one however large it is', () => {
    const many = Array.from({ length: BATCH_MAX + 5 }, (_, i) => entry(`r${i}`, 1));
    expect(takeBatch(many)).toHaveLength(BATCH_MAX);
    expect([1, 2, 5, 6, 99].map((halvings) => takeBatch(many, halvings).length)).toEqual([25, 13, 2, 1, 1]);
    const large = { body: 'é'.repeat(20_000) };
    expect(takeBatch([entry('a', 1, large), entry('b', 1, large)])).toHaveLength(1);
    expect(takeBatch([entry('a', 1, { body: 'x'.repeat(KEEPALIVE_LIMIT * 2) })])).toHaveLength(1);
  });
});

describe('batchBody(entries)', () => {
  it('is the records as they were frozen', () => {
    expect(batchBody([entry('a', 1), entry('b', 2)])).toBe(
      '{"records":[{"id":"a","revision":1},{"id":"b","revision":2}]}',
    );
  });
});

describe('keepEntry(entries, entry)', () => {
  it('numbers entries in the order of keeping', () => {
    const kept = keepEntry(keepEntry([], entry('a', 1)), entry('b', 1));
    expect(kept.map(({ id, seq }) => [id, seq])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('takes the place of a lower revision, and leaves a higher one', () => {
    const kept = keepEntry([], entry('a', 2));
    expect(keepEntry(kept, entry('a', 3))).toMatchObject([{ revision: 3, seq: 1 }]);
    expect(keepEntry(kept, entry('a', 2))).toBe(kept);
    expect(keepEntry(kept, entry('a', 1))).toBe(kept);
  });

  it('takes no more than its share in records and bytes of one endpoint, and drops nothing for it', () => {
    const full = Array.from({ length: MAX_ENTRIES }, (_, i) => entry(`r${i}`, 1, { seq: i }));
    expect(keepEntry(full, entry('new', 1))).toBe(full);
    expect(keepEntry(full, entry('r0', 2))).toHaveLength(MAX_ENTRIES);
    expect(keepEntry(full, entry('new', 1, { endpoint: '/other' }))).toHaveLength(MAX_ENTRIES + 1);
    const large = [entry('a', 1, { body: 'x'.repeat(MAX_BYTES - 10) })];
    expect(keepEntry(large, entry('b', 1, { body: 'é'.repeat(5) }))).toHaveLength(2);
    expect(keepEntry(large, entry('b', 1, { body: 'é'.repeat(6) }))).toBe(large);
  });
});

describe('writeJson(value)', () => {
  it('writes what JSON.stringify writes', () => {
    const value = { a: [1, 'x "y"', true], b: { c: -0.5, d: [] }, e: '\u2028\ud800', f: undefined };
    expect(writeJson(value)).toBe(JSON.stringify(value));
  });

  it('is out of reach for toJSON on prototypes', () => {
    const value = { list: ['a'], map: { b: 1 } };
    const plain = JSON.stringify(value);
    for (const prototype of [Array.prototype, Object.prototype]) {
      Object.defineProperty(prototype, 'toJSON', { value: () => 'stolen', configurable: true });
    }
    try {
      expect(writeJson(value)).toBe(plain);
    } finally {
      for (const prototype of [Array.prototype, Object.prototype])
        Reflect.deleteProperty(prototype, 'toJSON');
    }
  });
});
