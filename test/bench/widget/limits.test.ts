import { describe, expect, it } from 'vitest';
import { intervalOf, judge, median } from './limits.ts';
import type { Visit } from './measure-visit.ts';

const none: Visit = {
  requests: 0,
  bytes: 0,
  requestsInAll: 0,
  bytesInAll: 0,
  js: 10,
  thread: 30,
  heap: 1_000_000,
  shift: 0,
  longTasks: 1,
  focusMoves: 0,
};
const hand: Visit = {
  ...none,
  usable: 100,
  js: 20,
  thread: 50,
  heap: 1_500_000,
  clickToRequest: 12,
  clickToDurable: 50,
};
const atLimit: Visit = {
  ...hand,
  usable: 150,
  bytes: 15_360,
  js: 40,
  thread: 90,
  heap: 2_500_000,
  clickToRequest: 20,
  clickToDurable: 65,
};
const notAsked: Visit = { ...none, requestsInAll: 1, bytesInAll: 2_560 };
const broken = (change: Partial<Visit>, of: 'fourfold' | 'notAsked' = 'fourfold') =>
  judge({
    none: [none],
    hand: [hand],
    fourfold: [atLimit],
    notAsked: [notAsked],
    [of]: [{ ...{ fourfold: atLimit, notAsked }[of], ...change }],
  })
    .filter(({ holds }) => !holds)
    .map(({ what }) => what);

describe('judge(rounds)', () => {
  it('finds nothing broken at the limits themselves', () => {
    expect(broken({})).toEqual([]);
  });

  it.each<[string, Partial<Visit>]>([
    ['start → usable', { usable: 151 }],
    ['JS time', { js: 41 }],
    ['heap', { heap: 2_500_001 }],
    ['click → request', { clickToRequest: 20.1 }],
    ['click → durable', { clickToDurable: 65.1 }],
    ['layout shift', { shift: 0.001 }],
    ['long tasks caused', { longTasks: 2 }],
    ['focus moved', { focusMoves: 1 }],
    ['bytes until usable (br)', { bytes: 15_361 }],
  ])('finds broken what is past its limit: %s', (what, change) => {
    expect(broken(change)).toEqual([what]);
  });

  it('finds broken what a visitor who is not asked downloads beyond the loader', () => {
    expect(broken({ bytesInAll: 2_561 }, 'notAsked')).toEqual(['not asked: bytes (br)']);
    expect(broken({ requestsInAll: 2 }, 'notAsked')).toEqual(['not asked: requests']);
  });

  it('takes medians, so that one slow visit counts for nothing', () => {
    const slow = { ...atLimit, usable: 9_999 };
    const rounds = { none: [none, none, none], notAsked: [notAsked], hand: [hand, hand, hand] };
    const [first] = judge({ ...rounds, fourfold: [atLimit, slow, atLimit] });
    expect(first).toMatchObject({ what: 'start → usable', fourfold: '150 ms', ratio: '1.50×', holds: true });
  });

  it('throws where the survey was never answered', () => {
    expect(() => judge({ none: [none], hand: [none], fourfold: [none], notAsked: [none] })).toThrow(
      RangeError,
    );
  });
});

describe('intervalOf(below, above)', () => {
  it('draws the medians that the binomial distribution says', () => {
    // Of 21 drawn among 21, 11 or more come from the 6 smallest with P = 0.018, from the 7 smallest with P = 0.056.
    const above = Array.from({ length: 21 }, (_, i) => 21 - i);
    expect(intervalOf(Array<number>(21).fill(2), above)).toEqual([3.5, 7.5]);
  });

  it('draws both sides of a round together', () => {
    expect(intervalOf([10, 20, 40], [15, 30, 60])).toEqual([1.5, 1.5]);
  });
});

describe('median(values)', () => {
  it('is the middle one, and the mean of two', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});
