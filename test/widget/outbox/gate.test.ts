import { describe, expect, it } from 'vitest';
import { BACKOFF_CAP_MS, RETRY_AFTER_CAP_MS } from '../../../widget/outbox/backoff.ts';
import { gateMs, nextGate, timeLeft, TROUBLED_MAX } from '../../../widget/outbox/gate.ts';
import type { Gate } from '../../../widget/outbox/outbox-store.ts';

const NOW = 1_000_000;
const closed = (ms: number, firm = false) => ({ notBefore: NOW + ms, firm });

describe('nextGate(gate, now, closed)', () => {
  it('halves requests twice with a failure, six times at most, and doubles them with a success', () => {
    let gate = nextGate(undefined, NOW, closed(0));
    const halvings = [gate.halvings];
    for (const failed of [true, false, true, true, false, false]) {
      gate = nextGate(gate, NOW, failed ? closed(0) : undefined);
      halvings.push(gate.halvings);
    }
    expect(halvings).toEqual([2, 4, 3, 5, 6, 5, 4]);
    expect(nextGate(nextGate(undefined, NOW), NOW).halvings).toBe(0);
  });

  it('counts failures in a row, and begins anew after a success', () => {
    const once = nextGate(undefined, NOW, closed(500));
    const first = {
      failures: 1,
      halvings: 2,
      notBefore: NOW + 500,
      firm: false,
      failedAt: NOW,
      asked: [NOW],
    };
    expect(once).toEqual(first);
    expect(nextGate(once, NOW + 1, closed(900))).toMatchObject({ failures: 2, notBefore: NOW + 900 });
    expect(nextGate(once, NOW + 1)).toMatchObject({ failures: 0, notBefore: 0, asked: [NOW, NOW + 1] });
  });

  it('remembers requests for a minute after the last failure only', () => {
    const once = nextGate(undefined, NOW, closed(500));
    const later = nextGate(nextGate(once, NOW + 30_000), NOW + 59_999);
    expect(later.asked).toEqual([NOW, NOW + 30_000, NOW + 59_999]);
    expect(nextGate(later, NOW + 60_000).asked).toEqual([]);
  });

  it('forgets what comes from a clock that has been set back', () => {
    const once = nextGate(undefined, NOW, closed(500));
    expect(nextGate(once, NOW - 5_000).asked).toEqual([]);
    expect(nextGate(once, NOW - 5_000, closed(100)).asked).toEqual([NOW - 5_000]);
  });
});

describe('gateMs(gate, now, tried)', () => {
  it('waits for back-off, except for the one try of a page load', () => {
    const gate = nextGate(undefined, NOW, closed(4_000));
    expect(gateMs(gate, NOW + 1_000, true)).toBe(3_000);
    expect(gateMs(gate, NOW + 1_000, false)).toBe(0);
  });

  it('waits for what the endpoint asks, whoever tries', () => {
    const gate = nextGate(undefined, NOW, closed(4_000, true));
    expect(gateMs(gate, NOW, false)).toBe(4_000);
    expect(gateMs(gate, NOW + 4_000, false)).toBe(0);
  });

  it('lets no more than twenty requests a minute through while it fails, whoever tries', () => {
    let gate: Gate | undefined;
    for (let i = 0; i < TROUBLED_MAX; i++) {
      expect(gateMs(gate, NOW + i * 1_000, false)).toBeLessThanOrEqual(0);
      gate = nextGate(gate, NOW + i * 1_000, i % 2 === 0 ? closed(0) : undefined);
    }
    expect(gateMs(gate, NOW + 20_000, false)).toBe(40_000);
    expect(gateMs(gate, NOW + 60_000, false)).toBe(0);
  });
});

describe('timeLeft(time, now, capMs)', () => {
  it.each([
    [NOW + BACKOFF_CAP_MS, BACKOFF_CAP_MS, BACKOFF_CAP_MS],
    [NOW + BACKOFF_CAP_MS + 1, BACKOFF_CAP_MS, 0],
    [NOW + RETRY_AFTER_CAP_MS, RETRY_AFTER_CAP_MS, RETRY_AFTER_CAP_MS],
    [NOW - 1, BACKOFF_CAP_MS, -1],
  ])('of %i under a cap of %i is %i', (time, cap, left) => {
    expect(timeLeft(time, NOW, cap)).toBe(left);
  });
});
