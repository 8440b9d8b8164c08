import { describe, expect, it } from 'vitest';
import { backoffMs, retryAfterMs, RETRY_AFTER_CAP_MS } from '../../../widget/outbox/backoff.ts';
import type { Attempt } from '../../../widget/outbox/courier.ts';
import { fateOf } from '../../../widget/outbox/fate.ts';
import { judge } from '../../../widget/outbox/verdict.ts';
import { entry } from '../support/outbox-bench.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const answered = (
  status: number,
  text = '',
  contentType = JSON_TYPE,
  retryAfter: string | null = null,
): Attempt => ({
  kind: 'response',
  status,
  text,
  contentType,
  retryAfter,
});
const RECEIPT = '{"stored":[{"id":"a","revision":1}]}';
const AGAIN = { kind: 'retry', firm: false };

describe('judge(attempt, count, mode, now)', () => {
  it('takes a receipt for delivery, and nothing else', () => {
    expect(judge(answered(200, RECEIPT), 1, 'receipt', 0)).toMatchObject({ kind: 'receipt' });
    expect(judge(answered(200, '{}'), 1, 'receipt', 0)).toEqual(AGAIN);
    expect(judge(answered(204, ''), 1, 'receipt', 0)).toEqual(AGAIN);
    expect(judge(answered(200, RECEIPT, 'text/html'), 1, 'receipt', 0)).toEqual(AGAIN);
    expect(judge(answered(200, RECEIPT.slice(0, 20)), 1, 'receipt', 0)).toEqual(AGAIN);
    expect(judge(answered(0, ''), 1, 'receipt', 0)).toEqual(AGAIN);
  });

  it('takes any direct 2xx that is no page, in status mode', () => {
    expect(judge(answered(204, '', ''), 1, 'status', 0)).toEqual({ kind: 'delivered' });
    expect(judge(answered(200, 'ok', 'text/plain'), 1, 'status', 0)).toEqual({ kind: 'delivered' });
    expect(judge(answered(200, '', 'text/html'), 1, 'status', 0)).toEqual(AGAIN);
    expect(judge(answered(200, ' <!DOCTYPE html>', ''), 1, 'status', 0)).toEqual(AGAIN);
  });

  it.each([408, 425, 429, 500, 502, 503, 504, 507])('tries again after %i', (status) => {
    expect(judge(answered(status), 1, 'receipt', 0)).toEqual(AGAIN);
  });

  it.each([301, 302, 307, 401, 403, 404, 405, 415])('tries again slowly after %i', (status) => {
    expect(judge(answered(status), 3, 'receipt', 0)).toEqual({
      kind: 'retry',
      waitMs: 3_600_000,
      firm: true,
    });
  });

  it.each([400, 413, 422])('parks a record that gets %i alone', (status) => {
    expect(judge(answered(status), 1, 'receipt', 0)).toEqual({ kind: 'parked', status });
  });

  it('halves a batch that is too large, and takes a refused one apart', () => {
    expect(judge(answered(413), 5, 'receipt', 0)).toEqual({ kind: 'split', size: 3 });
    expect(judge(answered(400), 5, 'receipt', 0)).toEqual({ kind: 'split', size: 1 });
    expect(judge(answered(422), 2, 'receipt', 0)).toEqual({ kind: 'split', size: 1 });
  });

  it('waits as long as 429 and 503 ask for, and no other status', () => {
    const firm = { kind: 'retry', waitMs: 3000, firm: true };
    expect(judge(answered(429, '', '', '3'), 1, 'receipt', 0)).toEqual(firm);
    expect(judge(answered(503, '', '', '3'), 1, 'receipt', 0)).toEqual(firm);
    expect(judge(answered(500, '', '', '3'), 1, 'receipt', 0)).toEqual(AGAIN);
    expect(judge(answered(429, '', '', 'soon'), 1, 'receipt', 0)).toEqual(AGAIN);
  });

  it('tries again when there was no response', () => {
    expect(judge({ kind: 'failed' }, 2, 'receipt', 0)).toEqual(AGAIN);
  });
});

describe('fateOf(verdict, entry)', () => {
  const lists = { stored: [], duplicate: [], refused: [] };

  it('acknowledges all revisions up to the one named, and no higher one', () => {
    const receipt = { ...lists, stored: [{ id: 'a', revision: 2 }] };
    expect(fateOf({ kind: 'receipt', receipt }, entry('a', 1))).toBe('delivered');
    expect(fateOf({ kind: 'receipt', receipt }, entry('a', 2))).toBe('delivered');
    expect(fateOf({ kind: 'receipt', receipt }, entry('a', 3))).toBeUndefined();
    expect(fateOf({ kind: 'receipt', receipt }, entry('b', 1))).toBeUndefined();
  });

  it('takes a duplicate for delivered', () => {
    const receipt = { ...lists, duplicate: [{ id: 'a', revision: 4 }] };
    expect(fateOf({ kind: 'receipt', receipt }, entry('a', 2))).toBe('delivered');
  });

  it('parks the very revision that was refused', () => {
    const receipt = { ...lists, refused: [{ id: 'a', revision: 1, code: 'scale', reason: 'off' }] };
    expect(fateOf({ kind: 'receipt', receipt }, entry('a', 1))).toEqual({
      status: 200,
      code: 'scale',
      reason: 'off',
    });
    expect(fateOf({ kind: 'receipt', receipt }, entry('a', 2))).toBeUndefined();
  });

  it('follows a verdict on the whole request', () => {
    expect(fateOf({ kind: 'delivered' }, entry('a', 1))).toBe('delivered');
    expect(fateOf({ kind: 'parked', status: 400 }, entry('a', 1))).toMatchObject({
      status: 400,
      code: 'http-400',
    });
    expect(fateOf({ kind: 'retry', firm: false }, entry('a', 1))).toBeUndefined();
  });
});

describe('backoffMs(failures, random)', () => {
  it('doubles its limit from 2 s to 5 min, with full jitter', () => {
    expect([1, 2, 3, 8, 9, 99].map((failures) => backoffMs(failures, 1))).toEqual([
      2000, 4000, 8000, 256_000, 300_000, 300_000,
    ]);
    expect(backoffMs(3, 0)).toBe(0);
    expect(backoffMs(3, 0.25)).toBe(2000);
  });
});

describe('retryAfterMs(header, now)', () => {
  it('reads seconds and dates', () => {
    expect(retryAfterMs(' 120 ', 0)).toBe(120_000);
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:10 GMT', 4000)).toBe(6000);
  });

  it('leaves it to back-off where no wait is asked for', () => {
    expect(retryAfterMs('Thu, 01 Jan 1970 00:00:10 GMT', 40_000)).toBeUndefined();
    expect(retryAfterMs('0', 0)).toBeUndefined();
  });

  it('caps what is huge and ignores what it cannot read', () => {
    expect(retryAfterMs('1000000000', 0)).toBe(RETRY_AFTER_CAP_MS);
    expect(retryAfterMs('garbage', 0)).toBeUndefined();
    expect(retryAfterMs(null, 0)).toBeUndefined();
  });
});
