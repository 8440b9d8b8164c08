import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../../demo/collector/client-address.ts';
import { rateLimit } from '../../../demo/collector/rate-limit.ts';
import { reportRarely } from '../../../demo/collector/report-rarely.ts';

describe('clientAddress(peer, forwarded, proxies)', () => {
  it.each<[string, string | undefined, string | undefined, string[], string]>([
    ['the socket where there is no header', '9.9.9.9', undefined, [], '9.9.9.9'],
    ['the socket where nobody is trusted', '9.9.9.9', '6.6.6.6', [], '9.9.9.9'],
    ['the socket where it is not the proxy', '9.9.9.9', '6.6.6.6', ['10.0.0.1'], '9.9.9.9'],
    ['what the proxy has added', '10.0.0.1', '9.9.9.9', ['10.0.0.1'], '9.9.9.9'],
    ['not what the client has forged', '10.0.0.1', '6.6.6.6, 9.9.9.9', ['10.0.0.1'], '9.9.9.9'],
    ['what stands before two proxies', '10.0.0.1', '9.9.9.9, 10.0.0.2', ['10.0.0.1', '10.0.0.2'], '9.9.9.9'],
    ['the farthest proxy where all are ours', '10.0.0.1', '10.0.0.2', ['10.0.0.1', '10.0.0.2'], '10.0.0.2'],
    ['version 4 within version 6', '::ffff:10.0.0.1', '::ffff:9.9.9.9', ['10.0.0.1'], '9.9.9.9'],
    ['a network of version 6', '2001:db8:1:2:3:4:5:6', undefined, [], '2001:db8:1:2'],
    ['a short form of version 6', '2001:db8::6', undefined, [], '2001:db8:0:0'],
    ['a socket that has gone', undefined, undefined, [], ''],
  ])('is %s', (_, peer, forwarded, proxies, expected) => {
    expect(clientAddress(peer, forwarded, proxies)).toBe(expected);
  });
});

describe('rateLimit(perMinute)', () => {
  it('lets so many of one key through, and says how long the next has to wait', () => {
    const wait = rateLimit(2);
    expect([wait('a', 0), wait('a', 1_000), wait('b', 1_000)]).toEqual([undefined, undefined, undefined]);
    expect(wait('a', 15_000)).toBe(45);
    expect(wait('a', 59_999)).toBe(1);
    expect(wait('a', 60_000)).toBeUndefined();
  });

  it('begins anew when the clock is put back', () => {
    const wait = rateLimit(1);
    wait('a', 1_000_000);
    expect(wait('a', 1_000_000)).toBe(60);
    expect(wait('a', 500)).toBeUndefined();
  });

  it('lets all through at 0', () => {
    const wait = rateLimit(0);
    expect(Array.from({ length: 1_000 }, () => wait('a', 0)).every((seconds) => seconds === undefined)).toBe(
      true,
    );
  });

  it('keeps no more than 100,000 keys: what comes beyond them shares one', () => {
    const wait = rateLimit(1);
    for (let key = 0; key < 100_000; key++) wait(String(key), 0);
    expect(wait('one too many', 0)).toBeUndefined();
    expect(wait('and another', 0)).toBe(60);
    expect(wait('0', 0)).toBe(60);
  });
});

describe('reportRarely(write, nowMs)', () => {
  it('writes each kind of problem once a minute', () => {
    const lines: string[] = [];
    let now = 0;
    const report = reportRarely(
      (line) => lines.push(line),
      () => now,
    );
    for (const problem of ['store full', 'store full', 'failed: TypeError']) report(problem);
    now = 59_999;
    report('store full');
    now = 60_000;
    report('store full');
    expect(lines).toEqual([
      ...['collector: store full', 'collector: failed: TypeError', 'collector: store full'],
    ]);
  });
});
